package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.store.SentLetters;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a letter that nobody opened is told to those who could have. */
class ClosedUnopenedTest {

    private static final OrgNumber LAW_FIRM = new OrgNumber("313915611");

    @TempDir private Path folder = Path.of("");

    @Test
    void onlyWhoeverHadAccessWhenItWasClosedAndHasItStillIsTold() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Instant given = RunningSegl.CLOCK.instant();
            Envelope letter = letterToTheLawFirm(segl);
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId reader = registrar.enter("https://login.example", "advokat", "Prøve");
            registrar.give(reader, LAW_FIRM, Power.READ, Optional.of(letter.category()));

            PostOffice later = segl.office(() -> given.plus(Duration.ofDays(3)));
            assertThat(later.couldOpen(letter, reader, given.plus(Duration.ofDays(2)))).isTrue();
            assertThat(later.couldOpen(letter, reader, given.minus(Duration.ofDays(2))))
                    .as("access that came after it was closed")
                    .isFalse();
            PostOffice before = segl.office(() -> given.minus(Duration.ofDays(3)));
            assertThat(before.couldOpen(letter, reader, given.plus(Duration.ofDays(2))))
                    .as("access that does not hold now")
                    .isFalse();
        }
    }

    private static Envelope letterToTheLawFirm(RunningSegl segl) {
        UUID id =
                segl.server
                        .part(JdbcClient.class)
                        .sql("SELECT id FROM letter WHERE recipient = ?")
                        .param(LAW_FIRM.value())
                        .query(UUID.class)
                        .single();
        SentLetters.Row row =
                segl.server.part(SentLetters.class).find(new LetterId(id)).orElseThrow();
        return new Envelope(
                row.id(),
                row.dispatch(),
                row.sender(),
                row.recipient(),
                row.category(),
                Language.NB,
                row.replyTo());
    }
}
