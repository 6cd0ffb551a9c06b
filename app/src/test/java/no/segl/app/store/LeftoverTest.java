package no.segl.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left in the folder of a database that did not stop as it should. */
class LeftoverTest {

    @TempDir private Path folder = Path.of("");
    private Path postgres = Path.of("");

    @BeforeEach
    void makeOne() throws IOException {
        postgres = folder.resolve("postgres");
        start(postgres).close();
    }

    private EmbeddedDatabase start(Path at) throws IOException {
        return EmbeddedDatabase.start(at, folder.resolve("keys"));
    }

    private Path pidFile() {
        return postgres.resolve("postmaster.pid");
    }

    private static boolean answers(EmbeddedDatabase database) throws SQLException {
        DatabaseAddress address = database.address();
        try (Connection connection =
                DriverManager.getConnection(
                        address.url(), address.user(), address.userPassword())) {
            return connection.isValid(10);
        }
    }

    @Test
    void aPidThatIsAnotherProgramsByNowIsNoServer() throws Exception {
        Process another = new ProcessBuilder("cat").start();
        try {
            leave(another.pid());
            try (EmbeddedDatabase again = start(postgres)) {
                assertThat(answers(again)).isTrue();
            }
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroy();
        }
    }

    @Test
    void aPidThatIsAnotherFoldersServerByNowIsLeftAlone() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        try (EmbeddedDatabase another = start(elsewhere)) {
            List<String> theirs = Files.readAllLines(elsewhere.resolve("postmaster.pid"));
            leave(Long.parseLong(theirs.getFirst().strip()));
            try (EmbeddedDatabase again = start(postgres)) {
                assertThat(answers(again)).isTrue();
                assertThat(answers(another)).isTrue();
            }
        }
    }

    @Test
    void aPidFileThatWasNeverFilledIsNoServer() throws Exception {
        Files.writeString(pidFile(), "");
        try (EmbeddedDatabase again = start(postgres)) {
            assertThat(answers(again)).isTrue();
        }
    }

    @Test
    void aFirstStartThatWasCutShortIsBegunAnew() throws Exception {
        Files.delete(postgres.resolve("segl.ready"));
        Files.delete(postgres.resolve("global/pg_control"));
        try (EmbeddedDatabase again = start(postgres)) {
            assertThat(answers(again)).isTrue();
        }
        assertThat(folder.resolve("postgres.unfinished-1/PG_VERSION")).exists();
        try (EmbeddedDatabase again = start(postgres)) {
            assertThat(answers(again)).isTrue();
        }
        assertThat(folder.resolve("postgres.unfinished-2")).doesNotExist();
    }

    /** Leaves the file that a server has while it runs. */
    private void leave(long pid) throws IOException {
        Files.writeString(
                pidFile(), "%d\n%s\n1\n5432\n\n127.0.0.1\n\nready\n".formatted(pid, postgres));
    }
}
