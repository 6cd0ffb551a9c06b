package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Segl starts with what is on its own class path: {@code proof} has more on its own, in which a
 * library that is missing here, or of another version, would not show.
 */
class TrainTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void startsAndAnswersFromItsOwnLibraries() {
        int exit =
                new CommandLine(new Train(InstantSource.system()))
                        .execute("--data", folder.resolve("data").toString());
        assertThat(exit).isZero();
    }
}
