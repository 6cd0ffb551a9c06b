package no.segl.app.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A file that only its owner may read: mode 0600, in a folder of mode 0700, written whole. */
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PrivateFile() {}

    /**
     * What the file holds.
     *
     * @throws IOException if it cannot be read, or if others than its owner may read it: then it
     *     may have been seen, and a person must decide
     */
    public static byte[] read(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.removeAll(OWNER_ONLY);
        if (!permissions.isEmpty()) {
            throw new IOException(
                    file
                            + " can be read by others than its owner. If it is certain that nobody has"
                            + " read it, run: chmod 600 "
                            + file);
        }
        return Files.readAllBytes(file);
    }

    /**
     * What the file holds; if there is none, it is made with {@code proposed} first. Two processes
     * that do so at once get the same.
     *
     * @throws IOException as {@link #read}, or if it cannot be made
     */
    public static byte[] readOrCreate(Path file, byte[] proposed) throws IOException {
        if (!Files.exists(file)) {
            Path written = writeAside(file, proposed);
            try {
                Files.createLink(file, written);
                syncFolder(folderOf(file));
            } catch (FileAlreadyExistsException e) {
                // Another process was first; what it wrote stands.
            } finally {
                Files.deleteIfExists(written);
            }
        }
        return read(file);
    }

    /**
     * Replaces the file, whole or not at all.
     *
     * @throws IOException if that fails; the old content then stands
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path written = writeAside(file, content);
        try {
            Files.move(
                    written,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folderOf(file));
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the folder's file system cannot replace a file atomically", e);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static Path writeAside(Path file, byte[] content) throws IOException {
        Path folder = folderOf(file);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        Path aside = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try (FileChannel channel =
                FileChannel.open(
                        aside,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return aside;
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a secret needs a folder");
        }
        return folder;
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
