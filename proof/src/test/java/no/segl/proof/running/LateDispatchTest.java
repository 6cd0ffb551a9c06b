package no.segl.proof.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import no.segl.app.office.Intake;
import no.segl.app.office.PostOffice;
import no.segl.app.office.TookTooLong;
import no.segl.app.vault.Folder;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.Vault;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Content;
import no.segl.core.letter.Language;
import no.segl.core.letter.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dispatch that takes too long is not sent: the sweep could have taken its documents. */
class LateDispatchTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void isSentAtTwelveHoursAndNotAfter() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            AtomicReference<Instant> now = new AtomicReference<>(RunningSegl.CLOCK.instant());
            PostOffice office = segl.office(now::get);
            PersonId anybody = new PersonId(UUID.randomUUID());
            for (Duration over : List.of(Duration.ZERO, Duration.ofMillis(1))) {
                try (Intake intake = office.intake()) {
                    var taken =
                            intake.take(new ByteArrayInputStream("%PDF-1.7".getBytes(US_ASCII)));
                    now.updateAndGet(n -> n.plus(Intake.LONGEST).plus(over));
                    Content content =
                            new Content(
                                    new OrgNumber("310451207"),
                                    List.of(new OrgNumber("310451215")),
                                    new Category("GENERAL"),
                                    "Prøve",
                                    Language.NB,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty());
                    Callable<?> send =
                            () ->
                                    office.send(
                                            intake,
                                            content,
                                            List.of(
                                                    taken.named(
                                                            "brev.pdf",
                                                            new MediaType("application/pdf"),
                                                            false)),
                                            Map.of(),
                                            "a key" + over,
                                            new Actor.Person(anybody),
                                            new Clearance.Cleared(new Right("test", "")));
                    if (over.isZero()) {
                        send.call();
                    } else {
                        assertThatThrownBy(send::call).isInstanceOf(TookTooLong.class);
                    }
                }
            }
            long stray;
            try (var stored = segl.server.part(Vault.class).list()) {
                Set<String> known = known(segl);
                stray = stored.filter(s -> !known.contains(letter(s.name()))).count();
            }
            assertThat(stray).as("what was refused left nothing").isZero();
        }
    }

    private static Set<String> known(RunningSegl segl) {
        return new HashSet<>(
                segl.server
                        .part(JdbcClient.class)
                        .sql("SELECT letter::text FROM letter_key")
                        .query(String.class)
                        .list());
    }

    private static String letter(ObjectName name) {
        return name.folder() instanceof Folder.OfLetter(var letter) ? letter.toString() : "";
    }
}
