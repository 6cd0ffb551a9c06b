package no.segl.core.id;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {

    /** The digest before the first: 64 zeros. */
    public static final Digest ZERO = new Digest("0".repeat(64));

    /**
     * @throws IllegalArgumentException if {@code hex} is not 64 lower-case hexadecimal digits
     */
    public Digest {
        if (hex.length() != 64 || !hex.chars().allMatch(Digest::isLowerHex)) {
            throw new IllegalArgumentException("not a SHA-256 digest");
        }
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** The digest in {@code text}, upper or lower case, or empty if it is none. */
    public static Optional<Digest> parse(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return lower.length() == 64 && lower.chars().allMatch(Digest::isLowerHex)
                ? Optional.of(new Digest(lower))
                : Optional.empty();
    }

    /** The digest of {@code bytes}. */
    public static Digest of(byte[] bytes) {
        return ofRaw(newSha256().digest(bytes));
    }

    /** The digest whose 32 raw bytes are given. */
    public static Digest ofRaw(byte[] raw) {
        return new Digest(HexFormat.of().formatHex(raw));
    }

    /** A fresh SHA-256. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 raw bytes. */
    public byte[] raw() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
