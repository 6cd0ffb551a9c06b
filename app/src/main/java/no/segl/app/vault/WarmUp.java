package no.segl.app.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import no.segl.core.id.Digest;

/**
 * Makes the Java virtual machine compile the cipher. Before that, AES-GCM runs at some 35 to 75
 * MiB/s and stays there for the first 60 MiB in large segments; what counts is the number of
 * segments, so this takes small ones.
 */
final class WarmUp {

    private static final int SEGMENT = 4 << 10;
    private static final int SEGMENTS_AT_ONCE = 64;
    private static final int ROUNDS = 50;

    private WarmUp() {}

    /** Seals and opens about 13 MiB of zeros in memory: some 0.4 s of one core. */
    static void run(DataKey key) {
        StreamingAead cipher = SealFormat.cipher(key, SEGMENT);
        byte[] plain = new byte[SEGMENT - SealFormat.TAG];
        MessageDigest sha256 = Digest.newSha256();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                ByteArrayOutputStream sealed =
                        new ByteArrayOutputStream((SEGMENTS_AT_ONCE + 1) * SEGMENT);
                try (OutputStream out = cipher.newEncryptingStream(sealed, new byte[0])) {
                    for (int segment = 0; segment < SEGMENTS_AT_ONCE; segment++) {
                        sha256.update(plain);
                        out.write(plain);
                    }
                }
                open(cipher, sealed.toByteArray());
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("what was sealed a moment ago did not open", e);
        }
    }

    private static void open(StreamingAead cipher, byte[] sealed)
            throws IOException, GeneralSecurityException {
        try (InputStream plain =
                cipher.newDecryptingStream(new ByteArrayInputStream(sealed), new byte[0])) {
            plain.transferTo(OutputStream.nullOutputStream());
        }
    }
}
