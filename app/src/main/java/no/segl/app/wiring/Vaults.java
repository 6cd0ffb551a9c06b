package no.segl.app.wiring;

import java.io.IOException;
import java.util.Optional;
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
}
