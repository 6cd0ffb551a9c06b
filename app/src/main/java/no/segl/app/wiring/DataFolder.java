package no.segl.app.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder in which one Segl keeps its data, held by a lock for as long as it runs. */
public final class DataFolder implements AutoCloseable {

    private final Place place;
    private final FileChannel channel;

    private DataFolder(Place place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    /** Where things lie in a data folder. */
    public record Place(Path path) {

        /** The embedded database's data. */
        public Path postgres() {
            return path.resolve("postgres");
        }

        /** The file vault. */
        public Path vault() {
            return path.resolve("vault");
        }

        /** Keys and passwords: readable by the owner only. */
        public Path keys() {
            return path.resolve("keys");
        }
    }

    /** Another Segl is running on the same data. */
    public static final class Taken extends Exception {
        private static final long serialVersionUID = 1L;

        Taken(Path path) {
            super(
                    "Another Segl is running on the data in "
                            + path
                            + ".\nStop that one first, or start this one with another folder (--data"
                            + " DIR).");
        }
    }

    /**
     * Takes the folder, making it if it is not there.
     *
     * @throws Taken if another Segl has it
     * @throws IOException if it cannot be made or written
     */
    public static DataFolder take(Path path) throws IOException, Taken {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel channel =
                FileChannel.open(
                        path.resolve("segl.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(new Place(path), channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: said below.
        }
        channel.close();
        throw new Taken(path);
    }

    /** Where things lie. */
    public Place place() {
        return place;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the lock of the data folder", e);
        }
    }
}
