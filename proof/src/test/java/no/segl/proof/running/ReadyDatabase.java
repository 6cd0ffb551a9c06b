package no.segl.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import no.segl.app.store.Database;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.wiring.DataFolder.Place;

/**
 * An empty database with all its tables, made once in each Java of the tests: to make one takes
 * seconds, to copy one does not. How Segl makes it is for the tests of the start.
 */
final class ReadyDatabase {

    private static final Place MADE = make();

    private ReadyDatabase() {}

    /** Puts a copy where a Segl with its data in {@code data} will start it. */
    static void into(Path data) throws IOException {
        copy(MADE.path(), data);
    }

    private static Place make() {
        try {
            Place place = new Place(Files.createTempDirectory("segl-ready"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(place.path())));
            try (EmbeddedDatabase database =
                    EmbeddedDatabase.start(place.postgres(), place.keys())) {
                Database.migrate(database.address());
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList().reversed()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
