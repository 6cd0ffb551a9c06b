package no.segl.proof.marker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import no.segl.proof.demo.World;
import no.segl.proof.marker.LogSearch.Leak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The search finds what is planted, and the logs it searches have what is logged. */
class LogSearchTest {

    private static final Logger LOG = LoggerFactory.getLogger(LogSearchTest.class);

    @TempDir private Path folder = Path.of("");

    @Test
    void everyKindOfMarkerIsFoundInItsLine() throws Exception {
        World world = World.fjordvik();
        List<String> planted =
                List.of(
                        Markers.TITLE,
                        Markers.PERSON,
                        Markers.REFERENCE,
                        Markers.FILE_STEM,
                        Markers.CONTENT,
                        Markers.NUMBER,
                        Markers.STEM.toLowerCase(Locale.ROOT),
                        world.persons().getFirst().name(),
                        world.letters().getFirst().title(),
                        "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEi.eyJpc3MiOiJodHRwOi8vbG9jYWxob3N0In0.c2ln");
        Path file = Files.createDirectories(folder.resolve("deep")).resolve("some.log");
        for (String marker : planted) {
            Files.writeString(file, "first\nsecond x" + marker + "y\nthird\n");
            List<Leak> leaks = LogSearch.search(folder, Markers.all());
            assertThat(leaks).containsExactly(new Leak(file, 2));
            assertThat(leaks.toString()).endsWith("some.log:2]").doesNotContain(marker);
        }
    }

    @Test
    void bytesThatAreNotUtf8DoNotEndTheSearch() throws Exception {
        Path file = folder.resolve("some.log");
        byte[] bytes = ("\u00ff\u00fe\n" + Markers.STEM).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, bytes);
        assertThat(LogSearch.search(folder, Markers.all())).containsExactly(new Leak(file, 2));
    }

    @Test
    void otherLinesAreNotFoundNorIsWhatIsNotThere() throws Exception {
        Files.writeString(folder.resolve("some.log"), "Segl listens\nletter 01a20c33 looked at\n");
        assertThat(LogSearch.search(folder, Markers.all())).isEmpty();
        assertThat(LogSearch.search(folder.resolve("none"), Markers.all())).isEmpty();
    }

    /** Without this the search would find nothing because nothing was written. */
    @Test
    void whatIsLoggedIsWrittenWhereTheSearchLooks() throws Exception {
        String mine = UUID.randomUUID().toString();
        LOG.trace("as Segl logs, {}", mine);
        LoggerFactory.getLogger("org.springframework.web").info("as libraries log, {}", mine);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        java.util.logging.Logger.getLogger("org.apache.catalina")
                .log(Level.INFO, "as Tomcat logs, " + mine);
        String file = "tests-" + System.getProperty("segl.test.fork", "1") + ".log";
        assertThat(Files.readAllLines(Path.of("target", "test-logs", file)))
                .filteredOn(line -> line.contains(mine))
                .hasSize(3);
    }
}
