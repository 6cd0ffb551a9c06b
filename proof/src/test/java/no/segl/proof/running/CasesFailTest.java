package no.segl.proof.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.segl.app.store.Changes;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.DueWork;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.vault.Vault;
import no.segl.app.work.Retention;
import no.segl.core.id.OrgNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case, or content, that cannot be dealt with is tried less often, stops no other, and is seen.
 */
class CasesFailTest {

    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");

    @TempDir private Path folder = Path.of("");

    private RunningSegl segl;
    private Instant now;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        now = RunningSegl.CLOCK.instant().plus(Duration.ofDays(1));
        owner(
                """
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'as a broken row would'; END $$
                """);
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void aCaseThatCannotBeRaisedAgainIsTriedLessOftenAndSaidByHealth() throws Exception {
        segl.looks(() -> now).run();
        UUID poison = caseOfTheLawFirm();
        owner(
                """
                CREATE TRIGGER poison BEFORE UPDATE ON matter FOR EACH ROW
                    WHEN (OLD.id = '%s' AND NEW.overdue > OLD.overdue) EXECUTE FUNCTION fail()
                """
                        .formatted(poison));
        now = now.plus(Duration.ofDays(4));
        assertThat(segl.cases(() -> now).run()).as("the others are raised again").isPositive();
        assertThat(attempts("matter", poison)).isEqualTo(1);
        minutes(40, () -> segl.cases(() -> now).run());
        assertThat(attempts("matter", poison)).as("after 10 minutes, and 20 or so").isEqualTo(3);
        assertThat(health()).doesNotContain("cases again");
        now = now.plus(Duration.ofHours(1));
        segl.cases(() -> now).run();
        assertThat(health()).contains("failed: raising 1 cases again").contains("down");

        owner("DROP TRIGGER poison ON matter");
        now = now.plus(Duration.ofHours(7));
        assertThat(segl.cases(() -> now).run()).isPositive();
        assertThat(attempts("matter", poison)).isZero();
        assertThat(health()).doesNotContain("cases again");
    }

    @Test
    void aCaseThatCannotBeGivenBackIsTriedLessOften() throws Exception {
        segl.looks(() -> now).run();
        UUID poison = caseOfTheLawFirm();
        UUID nobody =
                jdbc().sql("SELECT min(id::text)::uuid FROM person").query(UUID.class).single();
        owner("UPDATE matter SET owner = '%s' WHERE id = '%s'".formatted(nobody, poison));
        owner(
                """
                CREATE TRIGGER poison BEFORE UPDATE ON matter FOR EACH ROW
                    WHEN (OLD.owner IS NOT NULL AND NEW.owner IS NULL) EXECUTE FUNCTION fail()
                """);
        minutes(40, () -> segl.cases(() -> now).run());
        assertThat(attempts("matter", poison)).isEqualTo(3);

        owner("DROP TRIGGER poison ON matter");
        now = now.plus(Duration.ofHours(7));
        assertThat(segl.cases(() -> now).run()).isPositive();
        assertThat(attempts("matter", poison)).isZero();
    }

    @Test
    void contentThatCannotBeDestroyedIsTriedLessOftenAndSaidByHealth() throws Exception {
        UUID poison =
                jdbc().sql("SELECT id FROM letter WHERE recipient = ?")
                        .param(LAW_FIRM.value())
                        .query(UUID.class)
                        .single();
        segl.post(
                "/api/v1/letters/" + poison + "/withdrawal",
                segl.token("vestfjord-politi-sak"),
                "x",
                "application/json",
                "{\"reason\": \"NOT_NEEDED\"}".getBytes(UTF_8));
        owner(
                """
                CREATE TRIGGER poison BEFORE DELETE ON letter_key FOR EACH ROW
                    WHEN (OLD.letter = '%s') EXECUTE FUNCTION fail()
                """
                        .formatted(poison));
        now = now.plus(Duration.ofDays(500));
        owner(
                "UPDATE letter SET destroy_at = now() - interval '1 hour' WHERE id = '"
                        + poison
                        + "'");
        minutes(40, this::retention);
        assertThat(attempts("letter", poison)).isEqualTo(3);
        assertThat(health()).doesNotContain("destroying");
        now = now.plus(Duration.ofHours(1));
        retention();
        assertThat(health()).contains("failed: destroying the content of 1 letters");
    }

    private void minutes(int many, Runnable round) {
        for (int minutes = 0; minutes < many; minutes++) {
            round.run();
            now = now.plus(Duration.ofMinutes(1));
        }
    }

    private void retention() {
        new Retention(
                        segl.server.part(DueWork.class),
                        segl.server.part(Changes.class),
                        segl.server.part(Vault.class),
                        () -> now)
                .run();
    }

    private UUID caseOfTheLawFirm() {
        return jdbc().sql("SELECT id FROM matter WHERE unit = ? AND closed_at IS NULL LIMIT 1")
                .param(LAW_FIRM.value())
                .query(UUID.class)
                .single();
    }

    private int attempts(String table, UUID id) {
        return jdbc().sql("SELECT attempts FROM " + table + " WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private String health() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(segl.home.resolve("/health/looks")).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private void owner(String sql) throws IOException, SQLException {
        DatabaseAddress address =
                EmbeddedDatabase.running(segl.data.resolve("postgres"), segl.data.resolve("keys"))
                        .orElseThrow();
        try (Connection connection =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }
}
