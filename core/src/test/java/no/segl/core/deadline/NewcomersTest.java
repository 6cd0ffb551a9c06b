package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.THREE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;

/** Whoever can open a letter that nobody could is told of it by the look that finds them. */
class NewcomersTest {

    @Test
    void theyAreToldWhateverTheLookWasFor() {
        // Of child welfare: chased, escalated, escalated, told again, on paper, looked at for ever.
        for (int steps = 1; steps <= 6; steps++) {
            assertThat(toldOf(steps, true, Optional.empty()))
                    .as("after %d steps", steps)
                    .containsExactly(Notice.Kind.ARRIVED);
            assertThat(toldOf(steps, true, Optional.of(SENT)))
                    .as("after %d steps, and others told before", steps)
                    .containsExactly(Notice.Kind.ARRIVED);
        }
    }

    @Test
    void whereThereWasSomebodyAStepThatTellsOthersTellsNoReader() {
        assertThat(toldOf(2, false, Optional.of(SENT))).isEmpty();
    }

    private static List<Notice.Kind> toldOf(
            int steps, boolean readerless, Optional<Instant> notified) {
        Available letter =
                new Available(
                        ENVELOPE,
                        SENT,
                        SENT,
                        steps,
                        Optional.of(LATER),
                        new Chase(steps, notified, true, readerless));
        Situation found = new Situation(List.of(READER), List.of(), Set.of(), () -> new UUID(9, 9));
        // A month late, when steps and the daily look are due at once.
        Instant now = LATER.plusSeconds(31L * 24 * 60 * 60);
        return Looking.look(letter, THREE, now, () -> found).facts().stream()
                .filter(fact ->
                        fact instanceof NoticeOrdered ordered
                                && ordered.letter().equals(ID)
                                && ordered.to().equals(new Notice.To.Person(READER)))
                .map(fact -> ((NoticeOrdered) fact).kind())
                .toList();
    }
}
