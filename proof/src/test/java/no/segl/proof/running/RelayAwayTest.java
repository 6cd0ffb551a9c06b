package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.segl.app.connect.mail.FakeMail;
import no.segl.app.connect.mail.Mail;
import no.segl.app.store.Troubles;
import no.segl.app.store.Troubles.Name;
import no.segl.core.ledger.LedgerTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A relay that takes nothing is said at once, and is an alarm when it goes on. */
class RelayAwayTest {

    private final FakeMail mail = new FakeMail();
    private RunningSegl segl;
    private Troubles troubles;
    private Instant now;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        troubles = segl.server.part(Troubles.class);
        now = LedgerTime.exact(RunningSegl.CLOCK.instant().plusSeconds(60));
        segl.looks(() -> now).run();
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    private void round() {
        segl.notices(mail, Optional.empty(), () -> now).run();
    }

    @Test
    void isSaidFromTheFirstRoundUntilSomethingGoesOut() throws Exception {
        mail.set(FakeMail.Fault.DOWN);
        round();
        assertThat(mail.sent()).isEmpty();
        Instant away = now;
        now = now.plus(Duration.ofHours(1));
        round();
        assertThat(troubles.since(Name.MAIL)).as("since it began").contains(away);
        assertThat(troubles.since(Name.SMS)).isEmpty();
        assertThat(health())
                .contains("\"mail\":\"no e-mail goes out since " + away)
                .doesNotContain("failed: sending");
        mail.set(FakeMail.Fault.NONE);
        now = now.plus(Duration.ofHours(5));
        round();
        assertThat(mail.sent()).isNotEmpty();
        assertThat(troubles.since(Name.MAIL)).isEmpty();
    }

    @Test
    void isAnAlarmAfterFourHoursAndWithNoRelayToo() throws Exception {
        troubles.isThere(Name.MAIL, RunningSegl.CLOCK.instant().minus(Duration.ofHours(5)));
        round();
        assertThat(troubles.since(Name.MAIL)).as("it took something").isEmpty();
        troubles.isThere(Name.MAIL, RunningSegl.CLOCK.instant().minus(Duration.ofHours(5)));
        assertThat(health()).contains("failed: sending e-mail").contains("\"status\":\"down\"");
        segl.server.part(JdbcClient.class).sql("UPDATE notice SET contact = NULL").update();
        round();
        assertThat(troubles.since(Name.MAIL)).as("nothing waits for it any more").isEmpty();
        assertThat(segl.server.part(Mail.class).begin().send(message()))
                .as("without a relay, all is refused for everybody")
                .isInstanceOfSatisfying(
                        Mail.Refused.class, r -> assertThat(r.isForEverybody()).isTrue());
    }

    private static Mail.Message message() {
        return new Mail.Message(
                new java.util.UUID(1, 1), "noen@example.com", "a", "b", "nb", Instant.EPOCH);
    }

    private String health() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(segl.home.resolve("/health/looks")).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
