package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A notice or print job of which nothing can be written down stops no other, and is seen. */
class NoticesFailTest {

    private final FakeMail mail = new FakeMail();
    private RunningSegl segl;
    private Instant now;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        now = RunningSegl.CLOCK.instant().plusSeconds(60);
        segl.looks(() -> now).run();
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
    void aNoticeOfWhichNothingCanBeWrittenIsSaidWhenItIsOld() throws Exception {
        UUID poison = anyNotice();
        owner(
                """
                CREATE TRIGGER poison BEFORE UPDATE ON notice FOR EACH ROW
                    WHEN (OLD.id = '%s' AND NEW.state <> 'ORDERED') EXECUTE FUNCTION fail()
                """
                        .formatted(poison));
        rounds();
        assertThat(mail.sent()).as("the others go out").isNotEmpty();
        assertThat(health()).doesNotContain("became of");
        owner("UPDATE notice SET ordered_at = ordered_at - interval '7 days'");
        assertThat(health()).contains("writing down what became of 1 notices").contains("down");
    }

    @Test
    void aNoticeThatCannotBeReadStopsNoOther() throws Exception {
        owner("UPDATE notice SET kind = 'OF_LATER' WHERE id = '" + anyNotice() + "'");
        rounds();
        assertThat(mail.sent()).isNotEmpty();
        owner("UPDATE notice SET ordered_at = ordered_at - interval '7 days'");
        assertThat(health()).contains("writing down what became of 1 notices");
    }

    @Test
    void aPrintJobThatShouldBeACaseAndIsNoneIsSaid() throws Exception {
        owner(
                """
                INSERT INTO print_job (id, letter, route, state, ordered_at, since, tries, next_at)
                SELECT gen_random_uuid(), id, 'PRINTER', 'ORDERED', now(), now(), 9,
                       now() + interval '1 day'
                  FROM letter WHERE state = 'AVAILABLE' LIMIT 1
                """);
        assertThat(health()).as("it may be one yet").doesNotContain("print jobs");
        owner("UPDATE print_job SET ordered_at = ordered_at - interval '6 days'");
        assertThat(health()).contains("taking 1 print jobs further");
        owner(
                """
                INSERT INTO matter (id, letter, reason, side, unit, raised_at, due_at)
                SELECT gen_random_uuid(), l.id, 'PRINT_FAILED', 'SENDER', l.sender, now(), now()
                  FROM letter l JOIN print_job p ON p.letter = l.id
                """);
        assertThat(health()).as("somebody has been told").doesNotContain("print jobs");
    }

    private void rounds() {
        for (int round = 0; round < 5; round++) {
            segl.notices(mail, Optional.empty(), () -> now).run();
            now = now.plus(Duration.ofHours(7));
        }
    }

    private UUID anyNotice() {
        return segl.server
                .part(JdbcClient.class)
                .sql("SELECT min(id::text)::uuid FROM notice WHERE state = 'ORDERED'")
                .query(UUID.class)
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

    private void owner(String sql) throws Exception {
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
}
