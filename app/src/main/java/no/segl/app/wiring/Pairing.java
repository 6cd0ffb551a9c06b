package no.segl.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.store.Bond;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Vault;
import no.segl.app.vault.VaultMissing;

/**
 * Makes sure, before any work is done, that database and vault belong together. Beside another's
 * vault a database knows of nothing that lies there, and would have all of it swept.
 */
final class Pairing {

    private static final String WHERE_TO_LOOK =
            " Nothing was changed. See that SEGL_DATABASE_URL, SEGL_DATA, SEGL_VAULT and"
                    + " SEGL_S3_BUCKET lead to the database and the vault of one and the same Segl;"
                    + " after a restore, that both were put back.";

    private Pairing() {}

    /**
     * Holds the id of the database to that of the vault. Where one or both have none yet, they are
     * given one if what they hold agrees.
     *
     * @param fresh the id of a new pair
     * @throws IOException if they do not belong together, saying what to do, or the vault fails
     */
    static void check(Bond bond, Vault vault, UUID fresh) throws IOException {
        Optional<UUID> ofDatabase = bond.id();
        Optional<UUID> ofVault = vault.id();
        if (ofDatabase.isPresent() && ofDatabase.equals(ofVault)) {
            return;
        }
        if (ofDatabase.isPresent() && ofVault.isPresent()) {
            throw new IOException(
                    "The database and the vault are not of one pair: the database belongs to vault "
                            + ofDatabase.get()
                            + ", and this is vault "
                            + ofVault.get()
                            + "."
                            + WHERE_TO_LOOK);
        }
        agree(bond, vault, ofVault);
        UUID id = bond.give(ofVault.orElse(fresh));
        if (ofVault.isEmpty()) {
            vault.giveId(id);
        }
    }

    /**
     * Holds the id of the database to that of the vault, and gives neither of them any: for who
     * only comes by.
     *
     * @throws IOException if they are not known to belong together, saying what to do, or the vault
     *     fails
     */
    static void require(Bond bond, Vault vault) throws IOException {
        Optional<UUID> ofDatabase = bond.id();
        if (ofDatabase.isEmpty() || !ofDatabase.equals(vault.id())) {
            throw notKnown();
        }
    }

    /** The same where there is no vault at all. */
    static IOException notKnown() {
        return new IOException(
                "The database and the vault are not known to be of one pair, which they become when"
                        + " Segl is first started on them."
                        + WHERE_TO_LOOK);
    }

    private static void agree(Bond bond, Vault vault, Optional<UUID> ofVault) throws IOException {
        Optional<ObjectName> newest = bond.newest();
        if (newest.isPresent()) {
            requireThere(vault, newest.get());
        } else if (ofVault.isPresent()) {
            throw new IOException(
                    "The vault "
                            + ofVault.get()
                            + " belongs to another database than this one, which knows of no letter"
                            + " in it."
                            + WHERE_TO_LOOK);
        } else if (!bond.knowsContent() && holdsAnything(vault)) {
            throw new IOException(
                    "The vault holds documents, and the database knows of none."
                            + WHERE_TO_LOOK
                            + " If no letter was ever sent, empty the vault and start again.");
        }
    }

    private static void requireThere(Vault vault, ObjectName document) throws IOException {
        try {
            vault.size(document);
        } catch (VaultMissing e) {
            throw new IOException(
                    "The database knows of letters whose documents are not in the vault, such as "
                            + document.path()
                            + "."
                            + WHERE_TO_LOOK,
                    e);
        }
    }

    private static boolean holdsAnything(Vault vault) throws IOException {
        try (Stream<Vault.Stored> stored = vault.list()) {
            return stored.findAny().isPresent();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
