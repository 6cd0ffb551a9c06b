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
import java.util.List;
import java.util.Optional;
import no.segl.app.office.Registrar;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.store.Upkeep;
import no.segl.app.store.Upkeep.Unanswered;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases that wait for nobody are something for who runs Segl to see to, until somebody is there.
 */
class UnansweredCasesTest {

    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");

    @TempDir private Path folder = Path.of("");

    @Test
    void areSaidUntilSomebodyAnswersForThemAndCanBeTold() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Instant now =
                    LedgerTime.exact(RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20)));
            segl.server.part(JdbcClient.class).sql("DELETE FROM contact").update();
            assertThat(health(segl)).doesNotContain("todo");
            segl.looks(() -> now).run();
            assertThat(atTheLawFirm(segl, now))
                    .containsExactly(
                            new Unanswered(LAW_FIRM, Side.RECIPIENT, 1, false, Optional.of(now)));
            assertThat(health(segl)).contains("\"cases\":\"up\"");

            assertThat(health(segl))
                    .contains("\"todo\":\"nobody answers for cases at 1 units")
                    .contains("the log names them");

            Registrar registrar = segl.server.part(Registrar.class);
            registrar.give(
                    registrar.enter("https://login.example", "leder", "Prøve"),
                    LAW_FIRM,
                    Power.ADMINISTER,
                    Optional.empty());
            assertThat(atTheLawFirm(segl, now))
                    .as("whoever answers for them must be told")
                    .containsExactly(
                            new Unanswered(LAW_FIRM, Side.RECIPIENT, 1, true, Optional.of(now)));
            assertThat(health(segl))
                    .doesNotContain("nobody answers")
                    .contains("nobody can be told of cases at");

            Notice.To firm = new Notice.To.Unit(LAW_FIRM);
            segl.contact(firm, Notice.Channel.EMAIL, "post@example.com", now);
            assertThat(atTheLawFirm(segl, now)).isEmpty();
        }
    }

    @Test
    void areAnAlarmWhenNobodyAtEitherEndHasHeardOfThemForAsLongAsACaseMayLie() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Instant now = RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20));
            segl.server.part(JdbcClient.class).sql("DELETE FROM contact").update();
            segl.looks(() -> now).run();
            assertThat(health(segl)).contains("\"cases\":\"up\"");
            owner(segl, "UPDATE matter SET raised_at = raised_at - interval '4 days'");
            assertThat(health(segl))
                    .containsPattern("\"cases\":\"nobody hears of those at [0-9]+ units\"")
                    .contains("\"status\":\"down\"");

            Notice.To police = new Notice.To.Unit(new OrgNumber("312780402"));
            segl.contact(police, Notice.Channel.EMAIL, "post@example.com", now);
            assertThat(atTheLawFirm(segl, now))
                    .as("their sender is told, and answers for them")
                    .singleElement()
                    .satisfies(one -> assertThat(one.alone()).isEmpty());
        }
    }

    private static void owner(RunningSegl segl, String sql) throws Exception {
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

    private static List<Unanswered> atTheLawFirm(RunningSegl segl, Instant now) {
        return segl.server.part(Upkeep.class).unanswered(now).stream()
                .filter(one -> one.unit().equals(LAW_FIRM))
                .toList();
    }

    private static String health(RunningSegl segl) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(segl.home.resolve("/health/looks")).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
