package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.office.Registrar;
import no.segl.app.store.Upkeep;
import no.segl.app.store.Upkeep.Unanswered;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
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
            Instant now = RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(20));
            segl.server.part(JdbcClient.class).sql("DELETE FROM contact").update();
            assertThat(health(segl)).doesNotContain("todo");
            segl.looks(() -> now).run();
            assertThat(atTheLawFirm(segl, now))
                    .containsExactly(new Unanswered(LAW_FIRM, Side.RECIPIENT, 1, false));
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
                    .containsExactly(new Unanswered(LAW_FIRM, Side.RECIPIENT, 1, true));
            assertThat(health(segl))
                    .doesNotContain("nobody answers")
                    .contains("nobody can be told of cases at");

            Notice.To firm = new Notice.To.Unit(LAW_FIRM);
            segl.contact(firm, Notice.Channel.EMAIL, "post@example.com", now);
            assertThat(atTheLawFirm(segl, now)).isEmpty();
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
