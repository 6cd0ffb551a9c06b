package no.segl.app.command;

import java.io.IOException;
import java.time.InstantSource;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Notary;
import no.segl.app.office.SignedNote;
import no.segl.app.store.Bond;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerEnds;
import no.segl.app.vault.Vault;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.Store;
import no.segl.app.wiring.Vaults;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gives a command the key and the vault's note, with which the ledger is signed. */
final class Signing {

    private Signing() {}

    /** What a command does. */
    @FunctionalInterface
    interface Use<R> {
        R with(Notary notary) throws IOException;
    }

    /** The key that is there already: a command never makes one. */
    static SigningKey key(Store store) throws IOException {
        return SigningKey.open(store.place().keys().resolve("ledger-ed25519.pem"), false);
    }

    /**
     * Does {@code use} with a notary.
     *
     * @throws IOException if the vault is not the one that the database belongs to: beside another,
     *     whatever the database says would be signed
     */
    static <R> R with(Store store, Settings settings, InstantSource clock, Use<R> use)
            throws IOException {
        Vault vault = Vaults.paired(settings, store);
        try {
            return use.with(
                    new Notary(
                            new Ledger(store.jdbc()),
                            new LedgerEnds(new JdbcTemplate(store.pool())),
                            new SignedNote(vault, new Bond(store.jdbc())),
                            key(store),
                            clock,
                            Long.MAX_VALUE));
        } finally {
            Vaults.close(vault);
        }
    }
}
