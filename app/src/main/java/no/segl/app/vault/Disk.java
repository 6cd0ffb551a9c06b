package no.segl.app.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/**
 * What is asked of a POSIX disk: files and folders that only their owner sees, and changes that
 * outlive a power cut. A new name is durable only when its folder is synced too.
 */
final class Disk {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Disk() {}

    /** Makes {@code folder} and its missing parents, 0700 each, durably. It may exist. */
    static void makeFolders(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null || Files.isDirectory(absolute)) {
            return;
        }
        makeFolders(parent);
        makeFolder(absolute, parent);
    }

    /**
     * Makes {@code folder} in {@code parent}, 0700, durably. It may exist, but as a real folder: a
     * link could lead anywhere.
     */
    static void makeFolder(Path folder, Path parent) throws IOException {
        try {
            Files.createDirectory(folder, OWNER_FOLDER);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw notAFolder(folder, e);
            }
        }
        // Also when it was there: whoever made it may have died before syncing.
        sync(parent);
    }

    private static IOException notAFolder(Path folder, Throwable cause) {
        IOException refused = new NotDirectoryException(folder.toString());
        refused.initCause(cause);
        return refused;
    }

    /** A new empty file in {@code folder}, 0600, with a name that nobody has. */
    static Path newFile(Path folder, String suffix) throws IOException {
        return Files.createTempFile(folder, "", suffix, OWNER_FILE);
    }

    /** Gives {@code from} the name {@code to} in one step, durably, replacing what had it. */
    static void rename(Path from, Path to, Path folder) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** Makes the names in {@code folder} durable. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes the files in {@code folder} last touched before {@code before}; how many. */
    static int sweep(Path folder, Instant before) throws IOException {
        int swept = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (touched(file).isBefore(before) && Files.deleteIfExists(file)) {
                    swept++;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return swept;
    }

    private static Instant touched(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX; // finished meanwhile: not ours to sweep
        }
    }
}
