package no.segl.app.office;

import java.io.IOException;
import java.util.Optional;
import no.segl.app.ledger.SignedHeads;
import no.segl.app.store.Bond;
import no.segl.app.vault.Vault;

/** What is noted of the signed ledger in the vault that belongs to the database (ADR 0030). */
public final class SignedNote {

    private final Vault vault;
    private final Bond bond;

    public SignedNote(Vault vault, Bond bond) {
        this.vault = vault;
        this.bond = bond;
    }

    /**
     * What is noted. That nothing is counts only where the vault shows that it is the one that the
     * database belongs to, and not what is left where its disk was.
     *
     * @throws IOException if the vault failed or is another, or its note is damaged
     */
    SignedHeads read() throws IOException {
        Optional<byte[]> note = vault.ledgerNote();
        if (note.isEmpty()) {
            requireOwn();
            return new SignedHeads();
        }
        try {
            return SignedHeads.read(note.get());
        } catch (IOException e) {
            throw new IOException(
                    ("What the vault keeps of the signed ledger, %s, cannot be used: %s. Put it back"
                                    + " from the vault's backup.")
                            .formatted(Vault.LEDGER_NOTE, e.getMessage()),
                    e);
        }
    }

    private void requireOwn() throws IOException {
        if (vault.id().isEmpty() || !vault.id().equals(bond.id())) {
            throw new IOException(
                    "The vault keeps nothing of the signed ledger, and is not the one that the"
                            + " database belongs to. Is its disk mounted, and is it the right bucket?");
        }
    }

    /**
     * Notes {@code heads} in place of what was noted.
     *
     * @throws IOException if the vault failed; what was noted before then stands, or this
     */
    void keep(SignedHeads heads) throws IOException {
        vault.keepLedgerNote(heads.bytes());
    }
}
