package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import no.segl.app.store.Ahead;
import no.segl.app.store.LostReaders;
import no.segl.app.store.RuleTable;
import no.segl.app.work.Losses;
import no.segl.app.work.Nearer;
import no.segl.core.ledger.LedgerTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a letter's next look was worked out from may be so no more: nobody can open it, or a clock
 * was wrong. It is looked at anew, and not first when its plan comes to its next step.
 */
class LookedAtAnewTest {

    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir private Path folder = Path.of("");

    private RunningSegl segl;
    private Instant now;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        now = LedgerTime.exact(RunningSegl.CLOCK.instant()).plus(Duration.ofMinutes(20));
        look();
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void thatTheLastReaderIsGoneIsToldWithinTheHour() {
        List<String> readable =
                strings(
                        "SELECT DISTINCT recipient FROM letter WHERE state = 'AVAILABLE'"
                                + " AND NOT readerless");
        assertThat(readable).isNotEmpty();
        now = now.plus(Duration.ofMinutes(5));
        assertThat(losses()).as("while somebody can open it").isZero();
        jdbc().sql(
                        "UPDATE access_grant SET valid_until = CAST(? AS timestamptz) WHERE power = 'READ'")
                .param(now.toString())
                .update();
        assertThat(losses()).isPositive();
        assertThat(losses()).as("once").isZero();
        assertThat(look()).isPositive();
        assertThat(
                        strings(
                                "SELECT recipient FROM letter WHERE state = 'AVAILABLE'"
                                        + " AND NOT readerless"))
                .isEmpty();
        assertThat(
                        strings(
                                "SELECT DISTINCT unit FROM matter WHERE reason = 'NOBODY_CAN_OPEN'"
                                        + " AND side = 'RECIPIENT' AND closed_at IS NULL"))
                .containsAll(readable);
    }

    @Test
    void whatAClockThatWasAYearAheadPutOffIsLookedAtWhenItIsRightAgain() throws Exception {
        Instant right = now;
        now = now.plus(YEAR);
        look();
        segl.server.part(no.segl.app.store.Rounds.class).ended("look", now);
        now = right.plus(Duration.ofHours(1));
        String late =
                "SELECT id::text FROM letter WHERE next_look_at > now() + interval '300 days'";
        assertThat(strings(late)).as("so far ahead that nothing is done for them").isNotEmpty();
        assertThat(health()).contains("which is to come");

        new Nearer(new Ahead(jdbc()), segl.server.part(RuleTable.class), clock()).run();
        assertThat(look()).isPositive();

        assertThat(strings(late)).isEmpty();
        assertThat(
                        strings(
                                "SELECT id::text FROM letter WHERE state = 'AVAILABLE' AND"
                                        + " (last_look_at > now() + interval '300 days'"
                                        + " OR chased_at > now() + interval '300 days')"))
                .isEmpty();
        assertThat(
                        strings(
                                "SELECT id::text FROM matter WHERE closed_at IS NULL"
                                        + " AND due_at > now() + interval '300 days'"))
                .isEmpty();
        assertThat(health()).doesNotContain("which is to come");
    }

    private String health() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(segl.home.resolve("/health/looks")).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private int losses() {
        return new Losses(new LostReaders(jdbc()), clock()).run();
    }

    private InstantSource clock() {
        return () -> now;
    }

    private int look() {
        return segl.looks(clock()).run();
    }

    private List<String> strings(String sql) {
        return jdbc().sql(sql).query((rs, _) -> rs.getString(1)).list();
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }
}
