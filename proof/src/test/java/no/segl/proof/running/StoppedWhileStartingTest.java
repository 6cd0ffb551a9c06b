package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.segl.app.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Segl that is told to stop in the midst of its start leaves no database running. */
class StoppedWhileStartingTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void takesItsDatabaseWithIt() throws Exception {
        Path postgres = folder.resolve("data").resolve("postgres");
        Process segl = launch();
        try {
            // Written by the server itself, when it begins.
            while (Files.notExists(postgres.resolve("postmaster.opts"))) {
                assertThat(segl.waitFor(Duration.ofMillis(2))).as("it ended").isFalse();
            }
            List<ProcessHandle> servers = at(postgres);
            assertThat(servers).isNotEmpty();
            segl.destroy();
            assertThat(segl.waitFor(60, TimeUnit.SECONDS)).isTrue();
            for (ProcessHandle server : servers) {
                server.onExit().get(30, TimeUnit.SECONDS);
            }
            assertThat(at(postgres)).isEmpty();
        } finally {
            segl.destroyForcibly().waitFor();
            at(postgres).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private Process launch() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run");
        builder.environment().keySet().removeIf(name -> name.startsWith("SEGL_"));
        builder.environment().put("SEGL_PORT", "0");
        builder.environment().put("SEGL_DATA", folder.resolve("data").toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("segl.log").toFile())
                .start();
    }

    private static List<ProcessHandle> at(Path postgres) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        Stream.of(process.info().arguments().orElse(new String[0]))
                                .anyMatch(argument -> argument.equals(postgres.toString())))
                .toList();
    }
}
