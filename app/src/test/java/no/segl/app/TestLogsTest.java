package no.segl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What tests log is written down, so that the build can search it when all tests have run. */
class TestLogsTest {

    @Test
    void whatIsLoggedIsWrittenDown() throws Exception {
        String mine = UUID.randomUUID().toString();
        LoggerFactory.getLogger(TestLogsTest.class).trace("as Segl logs, {}", mine);
        LoggerFactory.getLogger("org.springframework.web").info("as libraries log, {}", mine);
        String file = "tests-" + System.getProperty("segl.test.fork", "1") + ".log";
        assertThat(Files.readAllLines(Path.of("target", "test-logs", file)))
                .filteredOn(line -> line.contains(mine))
                .hasSize(2);
    }
}
