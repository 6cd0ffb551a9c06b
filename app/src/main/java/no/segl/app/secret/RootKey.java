package no.segl.app.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 32 random bytes in a {@link PrivateFile}, from which a key is derived for each use. In the file
 * they stand in hexadecimal, with the beginning of their SHA-256 after them, so that a damaged file
 * is refused rather than used.
 */
public final class RootKey {

    private static final int BYTES = 32;
    private static final int CHECK = 4;
    private static final HexFormat HEX = HexFormat.of();
    private static final String HMAC = "HmacSHA256";

    private final byte[] key;

    private RootKey(byte[] key) {
        this.key = key;
    }

    /**
     * Opens the key, or makes it. Two processes that make it at once end up with the same.
     *
     * @param what what the key is, for messages, such as {@code "The key of the sessions"}
     * @param mayCreate whether a missing key may be made: only where nothing depends on it yet
     * @throws IOException if it is missing and may not be made, is damaged, is open to others than
     *     its owner, or cannot be read or written; the message says what to do and holds no secret
     */
    public static RootKey open(Path file, String what, boolean mayCreate, SecureRandom random)
            throws IOException {
        byte[] read;
        if (Files.exists(file)) {
            read = PrivateFile.read(file);
        } else if (mayCreate) {
            byte[] fresh = new byte[BYTES];
            random.nextBytes(fresh);
            read = PrivateFile.readOrCreate(file, written(fresh));
        } else {
            throw new IOException(
                    what
                            + " is missing: "
                            + file
                            + ". Restore it from the backup; without it"
                            + " Segl does not start, since another key would not do.");
        }
        String text = new String(read, StandardCharsets.US_ASCII).strip();
        if (text.matches("[0-9a-f]{" + 2 * (BYTES + CHECK) + "}")) {
            byte[] key = HEX.parseHex(text.substring(0, 2 * BYTES));
            byte[] whole =
                    new String(written(key), StandardCharsets.US_ASCII)
                            .strip()
                            .getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(whole, text.getBytes(StandardCharsets.US_ASCII))) {
                return new RootKey(key);
            }
        }
        throw new IOException(what + " is damaged: " + file + ". Restore it from the backup.");
    }

    /** What seals small things for one use. */
    public SmallSeal seal(String use, SecureRandom random) {
        return new SmallSeal(mac(use, new byte[0]), random);
    }

    /**
     * HMAC-SHA-256 of {@code message}, with a key for one use.
     *
     * @return 32 bytes
     */
    public byte[] mac(String use, byte[] message) {
        byte[] derived = hmac(key, use.getBytes(StandardCharsets.UTF_8));
        return hmac(derived, message);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static byte[] written(byte[] key) {
        try {
            byte[] check = MessageDigest.getInstance("SHA-256").digest(key);
            String text = HEX.formatHex(key) + HEX.formatHex(Arrays.copyOf(check, CHECK)) + "\n";
            return text.getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
