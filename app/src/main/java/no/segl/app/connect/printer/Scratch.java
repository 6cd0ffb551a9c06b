package no.segl.app.connect.printer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.jspecify.annotations.Nullable;

/**
 * Room to work in for one letter: memory first, and then a file in which each block is sealed with
 * a key that is in memory only. The file loses its name as soon as it is open, so that nothing is
 * left of it when the process dies. Used by one thread.
 */
final class Scratch implements RandomAccessStreamCache {

    static final int BLOCK = 4096;
    private static final int TAG = 16;

    private final Path folder;
    private final SecretKey key;
    private final Deque<Block> free = new ArrayDeque<>();
    private final long most;
    private long memoryLeft;
    private long blocks;
    private long slots;
    private long writes;
    private @Nullable FileChannel file;

    /** A block of room. It lies in memory, or in a slot of the file once it has been written. */
    static final class Block {
        private final byte @Nullable [] memory;
        private final long slot;
        private long nonce;

        private Block(byte @Nullable [] memory, long slot) {
            this.memory = memory;
            this.slot = slot;
        }
    }

    /**
     * @param folder where the file comes to lie, if one is needed
     * @param memory how many bytes to keep in memory
     * @param most how many bytes to keep at all
     */
    Scratch(Path folder, long memory, long most) {
        this.folder = folder;
        this.memoryLeft = memory;
        this.most = most;
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            this.key = generator.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    @Override
    public RandomAccess createBuffer() {
        return new ScratchBuffer(this);
    }

    /** A block whose content is not defined. */
    Block take() throws IOException {
        if (!free.isEmpty()) {
            return free.removeLast();
        }
        if (++blocks * BLOCK > most) {
            throw new ScratchFull();
        }
        if (memoryLeft >= BLOCK) {
            memoryLeft -= BLOCK;
            return new Block(new byte[BLOCK], -1);
        }
        return new Block(null, slots++);
    }

    void giveBack(Block block) {
        free.addLast(block);
    }

    void read(Block block, byte[] into) throws IOException {
        if (block.memory != null) {
            System.arraycopy(block.memory, 0, into, 0, BLOCK);
        } else if (block.nonce == 0) {
            Arrays.fill(into, (byte) 0);
        } else {
            ByteBuffer sealed = ByteBuffer.allocate(BLOCK + TAG);
            long at = block.slot * (BLOCK + TAG);
            while (sealed.hasRemaining()) {
                if (file().read(sealed, at + sealed.position()) < 0) {
                    throw new IOException("the scratch file is cut short");
                }
            }
            crypt(Cipher.DECRYPT_MODE, block.nonce, sealed.flip(), ByteBuffer.wrap(into));
        }
    }

    void write(Block block, byte[] from) throws IOException {
        if (block.memory != null) {
            System.arraycopy(from, 0, block.memory, 0, BLOCK);
            return;
        }
        block.nonce = ++writes;
        ByteBuffer sealed = ByteBuffer.allocate(BLOCK + TAG);
        crypt(Cipher.ENCRYPT_MODE, block.nonce, ByteBuffer.wrap(from), sealed);
        sealed.flip();
        long at = block.slot * (BLOCK + TAG);
        while (sealed.hasRemaining()) {
            file().write(sealed, at + sealed.position());
        }
    }

    /** Whether anything had to go to the file. */
    boolean isOnDisk() {
        return file != null;
    }

    /** A nonce is used once: it counts the writes, and the key lives as long as this object. */
    private void crypt(int mode, long nonce, ByteBuffer from, ByteBuffer into) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] iv = ByteBuffer.allocate(12).putInt(0).putLong(nonce).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, iv));
            cipher.doFinal(from, into);
        } catch (GeneralSecurityException e) {
            throw new IOException("the scratch file has been changed", e);
        }
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            Files.createDirectories(folder);
            Path name = folder.resolve(".print-" + UUID.randomUUID());
            file =
                    FileChannel.open(
                            name,
                            Set.of(
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.delete(name);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
