package no.segl.app.command;

import java.io.IOException;
import java.time.InstantSource;
import no.segl.app.ledger.SigningKey;
import no.segl.app.office.Notary;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerEnds;
import no.segl.app.vault.Vault;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.Store;
import no.segl.app.wiring.Vaults;

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

    static <R> R with(Store store, Settings settings, InstantSource clock, Use<R> use)
            throws IOException {
        Vault vault = Vaults.open(settings, store.place());
        try {
            return use.with(
                    new Notary(
                            new Ledger(store.jdbc()),
                            new LedgerEnds(store.jdbc()),
                            vault,
                            key(store),
                            clock,
                            Long.MAX_VALUE));
        } finally {
            if (vault instanceof AutoCloseable closeable) {
                close(closeable);
            }
        }
    }

    private static void close(AutoCloseable closeable) throws IOException {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IOException("the vault did not close", e);
        }
    }
}
