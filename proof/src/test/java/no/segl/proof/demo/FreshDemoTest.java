package no.segl.proof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import no.segl.app.wiring.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a fresh demo takes for its own to begin in; a taken port keeps it from going further. */
class FreshDemoTest {

    private static final String PORT_TAKEN = "is in use by another program";

    @TempDir private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private ServerSocket taken;

    @BeforeEach
    void take() throws IOException {
        taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void free() throws IOException {
        taken.close();
    }

    @Test
    void whatAFirstStartLeftThatCameToNothingIsBegunAnew() {
        Path data = folder.resolve("demo");
        assertThat(fresh(data)).contains(PORT_TAKEN);
        assertThat(data).as("something is left of it").exists();
        assertThat(fresh(data)).contains(PORT_TAKEN);
    }

    @Test
    void anEmptyFolderIsTaken() {
        assertThat(fresh(folder)).contains(PORT_TAKEN);
    }

    @Test
    void aSecondOneOnTheSameDataIsToldSoAndNotOfPorts() throws Exception {
        try (DataFolder _ = DataFolder.take(folder)) {
            assertThat(says("--data", folder.toString()))
                    .contains("Another Segl is running on the data in " + folder)
                    .doesNotContain(PORT_TAKEN);
        }
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("thesis.txt"), "all of it");
        Files.createDirectory(folder.resolve("issuer"));
        assertThat(fresh(folder)).contains("is not a data folder of Segl's");
        assertThat(file).exists();
        assertThat(folder.resolve("issuer")).exists();
    }

    /** What a fresh demo says that cannot start. */
    private String fresh(Path data) {
        return says("--fresh", "--data", data.toString());
    }

    private String says(String... how) {
        StringWriter said = new StringWriter();
        PrintWriter err = new PrintWriter(said, true);
        String port = Integer.toString(taken.getLocalPort() - 1);
        int code =
                new CommandLine(new Demo(InstantSource.system(), err, err))
                        .setErr(err)
                        .execute(
                                Stream.concat(Stream.of("--port", port), Stream.of(how))
                                        .toArray(String[]::new));
        assertThat(code).as(said.toString()).isEqualTo(2);
        return said.toString();
    }
}
