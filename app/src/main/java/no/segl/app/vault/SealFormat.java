package no.segl.app.vault;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The form of a sealed object: Tink's streaming AEAD, AES256-GCM with HKDF-SHA256. A header of 40
 * bytes (its length, a salt, the beginning of the nonces), then segments of 64 KiB, each with a tag
 * of 16 bytes; the header counts as part of the first segment, and the last may be shorter. A
 * segment's nonce holds its number and whether it is the last, so none can be moved, and an end
 * that opens proves the length.
 */
final class SealFormat {

    static final int SEGMENT = 64 << 10;
    static final int HEADER = 40;
    static final int TAG = 16;

    private static final int KEY_SIZE = 32;

    private SealFormat() {}

    /** The cipher of a data key. */
    static StreamingAead cipher(DataKey key) {
        return cipher(key, SEGMENT);
    }

    static StreamingAead cipher(DataKey key, int segment) {
        byte[] material = key.bytes();
        try {
            return new AesGcmHkdfStreaming(material, "HmacSha256", KEY_SIZE, segment, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cipher's parameters are fixed and valid", e);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    /** The size of the ciphertext of {@code plain} bytes. */
    static long cipherSize(long plain) {
        long room = SEGMENT - TAG;
        long segments = Math.max(1, Math.ceilDiv(plain + HEADER, room));
        return plain + HEADER + segments * TAG;
    }

    /**
     * The size of the plaintext in {@code cipher} bytes.
     *
     * @throws IllegalArgumentException if no plaintext has a ciphertext of that size
     */
    static long plainSize(long cipher) {
        long segments = Math.ceilDiv(cipher, (long) SEGMENT);
        long plain = cipher - HEADER - segments * TAG;
        if (plain < 0 || cipherSize(plain) != cipher) {
            throw new IllegalArgumentException("no sealed object has " + cipher + " bytes");
        }
        return plain;
    }
}
