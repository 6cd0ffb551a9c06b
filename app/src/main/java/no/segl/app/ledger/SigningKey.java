package no.segl.app.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.secret.PrivateFile;
import no.segl.core.ledger.CheckpointSigner;

/**
 * The Ed25519 key that signs the ledger's checkpoints: one private file that holds both halves as
 * PEM, and the public half in a file beside it for whoever verifies.
 */
public final class SigningKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * Opens the key, making one at the first start.
     *
     * @param file where it lies, with mode 0600; the public half is at the same path with {@code
     *     .pub} added
     * @throws IOException if the file cannot be used, or others than its owner may read it
     */
    public static SigningKey open(Path file) throws IOException {
        try {
            byte[] pem = PrivateFile.readOrCreate(file, fresh());
            SigningKey key = new SigningKey(parse(new String(pem, StandardCharsets.US_ASCII)));
            Path publicFile = file.resolveSibling(file.getFileName() + ".pub");
            if (!Files.exists(publicFile)) {
                Files.writeString(publicFile, pem("PUBLIC KEY", key.publicKey().getEncoded()));
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " does not hold an Ed25519 key pair", e);
        }
    }

    /** Signs checkpoints with it. */
    public CheckpointSigner signer() {
        return new CheckpointSigner(pair);
    }

    /** The half that verifies. */
    public PublicKey publicKey() {
        return pair.getPublic();
    }

    /**
     * The public key in a PEM file.
     *
     * @throws IOException if the file cannot be read or does not hold one
     */
    public static PublicKey readPublic(Path file) throws IOException {
        Matcher blocks = PEM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        try {
            while (blocks.find()) {
                if (blocks.group(1).equals("PUBLIC KEY")) {
                    return publicKey(blocks.group(2));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " does not hold an Ed25519 public key", e);
        }
        throw new IOException(file + " does not hold an Ed25519 public key");
    }

    private static byte[] fresh() throws GeneralSecurityException {
        KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String text =
                pem("PRIVATE KEY", made.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", made.getPublic().getEncoded());
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static KeyPair parse(String text) throws GeneralSecurityException {
        Matcher blocks = PEM.matcher(text);
        if (!blocks.find() || !blocks.group(1).equals("PRIVATE KEY")) {
            throw new GeneralSecurityException("no private key first");
        }
        PrivateKey privateKey =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new PKCS8EncodedKeySpec(decode(blocks.group(2))));
        if (!blocks.find() || !blocks.group(1).equals("PUBLIC KEY")) {
            throw new GeneralSecurityException("no public key after it");
        }
        return new KeyPair(publicKey(blocks.group(2)), privateKey);
    }

    private static PublicKey publicKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(decode(base64)));
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static String pem(String kind, byte[] der) {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN "
                + kind
                + "-----\n"
                + Base64.getMimeEncoder(64, newline).encodeToString(der)
                + "\n-----END "
                + kind
                + "-----\n";
    }
}
