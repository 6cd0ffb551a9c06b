package no.segl.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.World;

/**
 * The keys that an issuer signs with, made once in each Java of the tests: large prime numbers take
 * long to find. How an issuer makes them is for its own tests.
 */
final class ReadyKeys {

    /** Where Demo.issuer keeps them. */
    private static final String ISSUER = "issuer";

    private static final Path MADE = make();

    private ReadyKeys() {}

    /**
     * Puts a copy where an issuer with its data in {@code folder} finds them, unless it has some.
     */
    static void into(Path folder) throws IOException {
        if (Files.notExists(folder.resolve(ISSUER))) {
            ReadyDatabase.copy(MADE.resolve(ISSUER), folder.resolve(ISSUER));
        }
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("segl-keys");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ReadyDatabase.remove(folder)));
            try (Issuer _ =
                    Demo.issuer(World.fjordvik(), 0, folder, Demo.freeHome(), RunningSegl.CLOCK)) {
                return folder;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
