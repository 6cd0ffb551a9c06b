package no.segl.app.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Ed25519 keys as text: PEM (RFC 7468) as OpenSSL writes and reads it, and bare base64. */
public final class Pem {

    /** What stands before the 32 bytes of a public key in its SubjectPublicKeyInfo (RFC 8410). */
    private static final String DER_PREFIX = "302a300506032b6570032100";

    private static final int MAX_BYTES = 1 << 20;

    /** What should be a key is none. The message is the end of a sentence and repeats nothing. */
    public static final class UnusablePem extends IOException {

        private static final long serialVersionUID = 1;

        UnusablePem(String reason) {
            super(reason);
        }
    }

    private Pem() {}

    /**
     * The public keys in a file, one or more.
     *
     * @throws UnusablePem if it holds anything but Ed25519 public keys, or none
     */
    public static List<PublicKey> publicKeys(Path file) throws IOException {
        return publicKeys(textOf(file));
    }

    /**
     * The public keys in a text, one or more.
     *
     * @throws UnusablePem if it holds anything but Ed25519 public keys, or none
     */
    public static List<PublicKey> publicKeys(String pem) throws UnusablePem {
        List<PublicKey> keys = new ArrayList<>();
        for (String body : bodies(pem, "PUBLIC KEY")) {
            keys.add(publicKey(body));
        }
        return keys;
    }

    /** The public key in the base64 of its SubjectPublicKeyInfo. */
    static PublicKey publicKey(String base64) throws UnusablePem {
        try {
            PublicKey key = ed25519().generatePublic(new X509EncodedKeySpec(bytes(base64)));
            boolean named =
                    key instanceof EdECPublicKey edec
                            && edec.getParams()
                                    .getName()
                                    .equals(NamedParameterSpec.ED25519.getName());
            if (!named) {
                throw new UnusablePem("it is not an Ed25519 public key");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new UnusablePem("it is not an Ed25519 public key");
        }
    }

    /** The public key of these 32 bytes (RFC 8032 § 5.1.5). */
    static PublicKey publicKey(byte[] raw) throws UnusablePem {
        byte[] der = HexFormat.of().parseHex(DER_PREFIX + HexFormat.of().formatHex(raw));
        return publicKey(Base64.getEncoder().encodeToString(der));
    }

    /** The one private key in the text. */
    static PrivateKey privateKey(String pem) throws UnusablePem {
        List<String> bodies = bodies(pem, "PRIVATE KEY");
        if (bodies.size() != 1) {
            throw new UnusablePem("it holds more than one key");
        }
        try {
            return ed25519().generatePrivate(new PKCS8EncodedKeySpec(bytes(bodies.getFirst())));
        } catch (GeneralSecurityException e) {
            throw new UnusablePem("it is not an Ed25519 private key");
        }
    }

    /** A key as PEM. */
    public static String write(Key key) {
        String label = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    private static String textOf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnusablePem("it is too long for a key file");
            }
            return new String(bytes, StandardCharsets.US_ASCII);
        }
    }

    private static List<String> bodies(String text, String label) throws UnusablePem {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        List<String> bodies = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int to = rest.indexOf(end);
            if (!rest.startsWith(begin) || to < 0) {
                throw new UnusablePem("it holds something else than a " + label);
            }
            bodies.add(rest.substring(begin.length(), to).replaceAll("\\s", ""));
            rest = rest.substring(to + end.length()).strip();
        }
        if (bodies.isEmpty()) {
            throw new UnusablePem("it is empty");
        }
        return bodies;
    }

    private static byte[] bytes(String base64) throws UnusablePem {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnusablePem("its base64 is broken");
        }
    }

    private static KeyFactory ed25519() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519");
    }
}
