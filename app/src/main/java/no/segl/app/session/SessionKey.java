package no.segl.app.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import no.segl.app.secret.RootKey;
import no.segl.app.secret.SmallSeal;

/**
 * The key that seals what sessions hold and proves their cookies; one for all nodes. If it is lost,
 * everybody must log in again and nothing else happens, so a missing one is simply made.
 */
public final class SessionKey {

    private final RootKey root;
    private final SecureRandom random;

    private SessionKey(RootKey root, SecureRandom random) {
        this.root = root;
        this.random = random;
    }

    /**
     * Opens the key, or makes it.
     *
     * @throws IOException if the file is damaged or open to others, or cannot be read or made
     */
    public static SessionKey open(Path file, SecureRandom random) throws IOException {
        return new SessionKey(RootKey.open(file, "The key of the sessions", true, random), random);
    }

    SmallSeal seal() {
        return root.seal("segl:session:attribute:v1", random);
    }

    /** What a login at a provider is called in the database; without the key, nothing. */
    byte[] login(String issuer, String sid) {
        return root.mac(
                "segl:session:login:v1", (issuer + "\n" + sid).getBytes(StandardCharsets.UTF_8));
    }

    byte[] proof(String id) {
        return root.mac("segl:session:cookie:v1", id.getBytes(StandardCharsets.UTF_8));
    }
}
