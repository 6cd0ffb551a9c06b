package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.ONE;
import static no.segl.core.deadline.SampleRules.TWO;
import static no.segl.core.letter.Letters.ACCEPTED;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.DRAFT;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LOOKED_AT;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.segl.core.deadline.Looking.Reply;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.Letters;
import org.junit.jupiter.api.Test;

/** What is due is done, once, and by the rules that the letter follows. */
class LookingTest {

    private static final Instant NEVER = Letters.SENT.plus(Duration.ofDays(3_650));
    private static final Decision<LetterFact, Reply> NOT_DUE = Decision.nothing(Reply.NOT_DUE);

    private static Decision<LetterFact, Reply> done(String paragraph, LetterFact fact) {
        return new Decision<>(new Right("rule", paragraph), List.of(fact), Reply.DONE);
    }

    private static Instant due(Letter letter, Rules rules) {
        return Deadlines.nextLook(letter, rules).orElseThrow().at();
    }

    @Test
    void aLookIsTakenAtItsTimeAndNotBefore() {
        Instant at = due(AVAILABLE, ONE);
        assertThat(Looking.look(AVAILABLE, ONE, at.minusNanos(1))).isEqualTo(NOT_DUE);
        assertThat(Looking.look(AVAILABLE, ONE, at))
                .isEqualTo(done("first", new LetterLookedAt(ID, "FIRST_LOOK", 1)));
        assertThat(Looking.look(AVAILABLE, ONE, NEVER))
                .as("one look, however late, and not one for each that was missed")
                .isEqualTo(done("first", new LetterLookedAt(ID, "FIRST_LOOK", 1)));
        assertThat(Looking.look(LOOKED_AT, TWO, due(LOOKED_AT, TWO)))
                .isEqualTo(done("next", new LetterLookedAt(ID, "NEXT_LOOK", 2)));
    }

    @Test
    void nothingElseIsLookedAt() {
        for (Letter letter : List.of(DRAFT, ACCEPTED, OPENED, WITHDRAWN)) {
            assertThat(Looking.look(letter, ONE, NEVER)).isEqualTo(NOT_DUE);
        }
    }

    @Test
    void contentIsDestroyedWhenItsTimeIsOver() {
        Instant opened = Deadlines.destruction(OPENED, ONE).orElseThrow().at();
        assertThat(Looking.destroy(OPENED, false, ONE, opened.minusNanos(1))).isEqualTo(NOT_DUE);
        assertThat(Looking.destroy(OPENED, false, ONE, opened))
                .isEqualTo(done("opened", new ContentDestroyed(ID, "KEEP_OPENED", 1)));
        assertThat(Looking.destroy(OPENED, true, ONE, opened)).isEqualTo(NOT_DUE);
        assertThat(Looking.destroy(WITHDRAWN, false, TWO, NEVER))
                .isEqualTo(done("withdrawn", new ContentDestroyed(ID, "KEEP_WITHDRAWN", 2)));
    }

    @Test
    void contentOfALetterThatIsNotClosedIsNeverDestroyed() {
        for (Letter letter : List.of(DRAFT, ACCEPTED, AVAILABLE, LOOKED_AT)) {
            assertThat(Looking.destroy(letter, false, ONE, NEVER)).isEqualTo(NOT_DUE);
        }
    }
}
