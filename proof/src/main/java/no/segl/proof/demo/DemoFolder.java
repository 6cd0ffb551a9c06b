package no.segl.proof.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.wiring.DataFolder;

/** Where a demo keeps its data. */
final class DemoFolder {

    /**
     * What lies in its folder beside Segl's own: how far its time is ahead, and its two helpers.
     */
    private static final Set<String> OWN = Set.of("demo.ahead", "issuer", "desk");

    private final Path folder;
    private final PrintWriter err;

    /**
     * @param err is told why it cannot be used
     */
    DemoFolder(Path folder, PrintWriter err) {
        this.folder = folder;
        this.err = err;
    }

    /**
     * Whether there is nothing but what a demo makes before Segl starts in it: then there is no
     * world to throw away.
     */
    private boolean isBegun() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Path::getFileName).map(Path::toString).allMatch(OWN::contains);
        }
    }

    /** Asked before the ports: those that another demo has are its own, and no fault of theirs. */
    boolean isFree() throws IOException {
        try (DataFolder _ = DataFolder.take(folder)) {
            return true;
        } catch (DataFolder.Taken e) {
            return taken(e);
        }
    }

    private boolean taken(DataFolder.Taken e) {
        err.println(Optional.ofNullable(e.getMessage()).orElse("The data folder is taken."));
        return false;
    }

    /** Empties it, unless it is not a demo's or one is running on it; then that is said. */
    boolean clear() throws IOException {
        if (!Files.exists(folder) || isBegun()) {
            return true;
        }
        if (!Files.exists(folder.resolve("segl.lock"))) {
            err.println(
                    folder
                            + " is not a data folder of Segl's; it is not emptied. Remove it by hand,"
                            + " or choose another: --data DIR");
            return false;
        }
        try (DataFolder held = DataFolder.take(folder)) {
            EmbeddedDatabase.stopLeftovers(held.place().postgres());
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    if (!path.equals(folder) && !path.equals(folder.resolve("segl.lock"))) {
                        Files.deleteIfExists(path);
                    }
                }
            }
            return true;
        } catch (DataFolder.Taken e) {
            return taken(e);
        }
    }
}
