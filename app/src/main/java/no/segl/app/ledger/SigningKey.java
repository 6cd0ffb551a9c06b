package no.segl.app.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import no.segl.app.secret.PrivateFile;
import no.segl.core.ledger.CheckpointSigner;

/**
 * The key that signs checkpoints, in a file of its own (PEM, PKCS #8, mode 0600), with its public
 * half beside it (PEM, mode 0644) to be handed to whoever shall verify.
 *
 * <p>Who loses the private file can still have verified what was signed, and begins a new key. Who
 * lets it out of hand lets others sign.
 */
public final class SigningKey {

    private final Path file;
    private final KeyPair pair;
    private final List<PublicKey> publicKeys;

    private SigningKey(Path file, KeyPair pair) throws IOException {
        this.file = file;
        this.pair = pair;
        this.publicKeys = keepPublicFile();
    }

    /**
     * Opens the key, or makes it. Two processes that make it at once end up with the same, and a
     * crash leaves a whole key or none.
     *
     * @param file where it is kept
     * @param mayCreate whether a missing key may be made: only where nothing has been signed yet
     * @throws IOException if it is missing and may not be made, is no Ed25519 key, is open to
     *     others than its owner, does not belong to the public keys beside it, or cannot be read or
     *     written; the message says what to do and holds no secret
     */
    public static SigningKey open(Path file, boolean mayCreate) throws IOException {
        if (Files.notExists(file)) {
            if (!mayCreate) {
                throw new IOException(
                        ("The key that signs the ledger is missing: %1$s. Restore it from the backup,"
                                        + " or copy it from another node. If it is lost for good, make another: openssl genpkey"
                                        + " -algorithm ed25519 -out %1$s && chmod 600 %1$s")
                                .formatted(file));
            }
            PrivateKey fresh = fresh();
            PrivateFile.readOrCreate(file, Pem.write(fresh).getBytes(StandardCharsets.US_ASCII));
        }
        byte[] pem = PrivateFile.read(file);
        try {
            PrivateKey privateKey = Pem.privateKey(new String(pem, StandardCharsets.US_ASCII));
            return new SigningKey(file, new KeyPair(publicOf(privateKey), privateKey));
        } catch (Pem.UnusablePem e) {
            throw new IOException(
                    "The key that signs the ledger cannot be used: %s, %s. Restore it from the backup."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Signs with this key. */
    public CheckpointSigner signer() {
        return new CheckpointSigner(pair);
    }

    /** The half that may be shown to everyone. */
    public PublicKey publicKey() {
        return pair.getPublic();
    }

    /** All public keys beside it: its own, and those of the keys before it. */
    public List<PublicKey> publicKeys() {
        return publicKeys;
    }

    /** Where the public keys lie: {@code name.pub.pem} beside {@code name.pem}. */
    public Path publicFile() {
        String name = file.getFileName().toString();
        String stem = name.endsWith(".pem") ? name.substring(0, name.length() - 4) : name;
        return file.resolveSibling(stem + ".pub.pem");
    }

    private List<PublicKey> keepPublicFile() throws IOException {
        Path publicFile = publicFile();
        if (Files.notExists(publicFile)) {
            PrivateFile.replace(
                    publicFile, Pem.write(publicKey()).getBytes(StandardCharsets.US_ASCII));
            Files.setPosixFilePermissions(publicFile, PosixFilePermissions.fromString("rw-r--r--"));
        }
        List<PublicKey> keys = Pem.publicKeys(publicFile);
        if (!keys.contains(publicKey())) {
            throw new IOException(
                    ("The key that signs the ledger, %1$s, is not among the public keys in %2$s. If"
                                    + " it is the right one, add it to them, after the earlier ones: openssl"
                                    + " pkey -in %1$s -pubout >> %2$s")
                            .formatted(file, publicFile));
        }
        return keys;
    }

    private static PrivateKey fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /**
     * The JDK makes no public key from a private one, but makes the same pair again when its random
     * source gives the same 32 bytes (RFC 8032 § 5.1.5).
     */
    private static PublicKey publicOf(PrivateKey privateKey) throws IOException {
        byte[] seed = ((EdECPrivateKey) privateKey).getBytes().orElseThrow();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            KeyPair again = generator.generateKeyPair();
            byte[] made = ((EdECPrivateKey) again.getPrivate()).getBytes().orElseThrow();
            if (!MessageDigest.isEqual(made, seed)) {
                throw new GeneralSecurityException("another pair was made");
            }
            return again.getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a private key without a public one", e);
        }
    }

    /** Gives the bytes it was given. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] given;

        Given(byte[] given) {
            this.given = given.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(given, 0, bytes, 0, bytes.length);
        }
    }
}
