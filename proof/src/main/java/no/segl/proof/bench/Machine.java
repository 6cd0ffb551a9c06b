package no.segl.proof.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What the machine does without Segl: encrypt, and write to its disk. */
final class Machine {

    private static final int PIECE = 1 << 20;
    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;

    private final byte[] key = new byte[32];
    private final Random random = new Random(1);

    Machine() {
        random.nextBytes(key);
    }

    /** Encrypts {@code bytes} with AES-256-GCM, on the calling thread. */
    int encrypt(byte[] bytes) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(bytes).length;
    }

    /** Writes a file as a vault must: flushed to the disk, then moved to its name. */
    static void store(Path folder, byte[] bytes) throws IOException {
        Path part = folder.resolve(UUID.randomUUID() + ".part");
        write(part, bytes, 1);
        Files.move(
                part,
                part.resolveSibling(part.getFileName() + ".d"),
                StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Writes {@code megabytes} to {@code file}, flushed to the disk. */
    void writeLarge(Path file, int megabytes) throws IOException {
        byte[] piece = new byte[PIECE];
        random.nextBytes(piece);
        write(file, piece, megabytes);
    }

    /** Reads a file to its end; the system may have it in memory. */
    static long read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void write(Path file, byte[] piece, int times) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times; i++) {
                ByteBuffer buffer = ByteBuffer.wrap(piece);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
            out.force(true);
        }
    }
}
