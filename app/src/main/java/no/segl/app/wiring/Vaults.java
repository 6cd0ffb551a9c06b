package no.segl.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import no.segl.app.store.Bond;
import no.segl.app.vault.FileVault;
import no.segl.app.vault.S3Settings;
import no.segl.app.vault.S3Vault;
import no.segl.app.vault.Vault;

/** The vault for the server, and for commands that run beside it or without it. */
public final class Vaults {

    private Vaults() {}

    /**
     * The vault of the settings. Close it if it can be closed.
     *
     * @throws IOException if it cannot be used
     */
    public static Vault open(Settings settings, DataFolder.Place place) throws IOException {
        if (settings.s3().isEmpty()) {
            return new FileVault(place.vault());
        }
        Settings.S3 s3 = settings.s3().get();
        return new S3Vault(
                new S3Settings(
                        s3.endpoint(),
                        s3.region(),
                        s3.bucket(),
                        "",
                        s3.endpoint().isPresent(),
                        Optional.of(new S3Settings.Login(s3.accessKey(), s3.secretKey()))),
                place.path().resolve("spool"));
    }

    /**
     * The vault of the settings, for a command: it is there, and is the one that the database
     * belongs to. Close it if it can be closed.
     *
     * @throws IOException if not, saying what to do, or it cannot be used
     */
    public static Vault paired(Settings settings, Store store) throws IOException {
        if (settings.s3().isEmpty() && !Files.isDirectory(store.place().vault())) {
            throw Pairing.notKnown(); // opening would make one
        }
        Vault vault = open(settings, store.place());
        try {
            Pairing.require(new Bond(store.jdbc()), vault);
            return vault;
        } catch (IOException | RuntimeException e) {
            close(vault);
            throw e;
        }
    }

    /**
     * Lets go of the vault's connections, if it has any.
     *
     * @throws IOException if that fails
     */
    public static void close(Vault vault) throws IOException {
        if (vault instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IOException("the vault did not close", e);
            }
        }
    }
}
