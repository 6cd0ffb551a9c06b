package no.segl.app.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to replace a keyset file. Held on a file beside it, since a lock on the keyset itself
 * would stay with the old one when it is replaced; and on the process, since the system's locks do
 * not stand between two threads of one.
 */
final class KeysetLock implements AutoCloseable {

    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private final Path file;
    private final Path folder;
    private final FileChannel channel;

    private KeysetLock(Path file, Path folder, FileChannel channel) {
        this.file = file;
        this.folder = folder;
        this.channel = channel;
    }

    /** Waits for the lock on {@code file}, whose folder is made if it is not there. */
    static KeysetLock take(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "a file lies in a folder");
        Disk.makeFolders(folder);
        IN_PROCESS.lock();
        try {
            FileChannel channel = open(file.resolveSibling(file.getFileName() + ".lock"));
            try {
                channel.lock();
                return new KeysetLock(file, folder, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            IN_PROCESS.unlock();
            throw e;
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path,
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Gives the keyset file this text, in one step, durably. */
    void replace(String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next); // left by one who died at this
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try (FileChannel out =
                FileChannel.open(
                        next,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Disk.rename(next, file, folder);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            IN_PROCESS.unlock();
        }
    }
}
