package no.segl.core.deadline;

import static no.segl.core.deadline.LookingTest.NEVER;
import static no.segl.core.deadline.LookingTest.NOT_DUE;
import static no.segl.core.deadline.LookingTest.done;
import static no.segl.core.deadline.LookingTest.due;
import static no.segl.core.deadline.LookingTest.look;
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

import java.time.Instant;
import java.util.List;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;

/** A letter is looked at when it is due, and only one that waits is looked at. */
class LookedAtInTimeTest {

    @Test
    void aLookIsTakenAtItsTimeAndNotBefore() {
        Instant at = due(AVAILABLE, ONE);
        assertThat(look(AVAILABLE, ONE, at.minusNanos(1))).isEqualTo(NOT_DUE);
        assertThat(look(AVAILABLE, ONE, at))
                .isEqualTo(done("first", new LetterLookedAt(ID, "FIRST_LOOK", 1, 1, 1, false)));
        assertThat(look(AVAILABLE, ONE, NEVER))
                .as("one look, however late, and not one for each that was missed")
                .isEqualTo(done("first", new LetterLookedAt(ID, "FIRST_LOOK", 1, 1, 1, false)));
        assertThat(look(LOOKED_AT, TWO, due(LOOKED_AT, TWO)).facts())
                .as("the last step is not the end: it is a case at both ends")
                .startsWith(new LetterLookedAt(ID, "NEXT_LOOK", 2, 1, 1, false))
                .filteredOn(CaseRaised.class::isInstance)
                .extracting(fact -> ((CaseRaised) fact).at())
                .containsExactly(Side.RECIPIENT, Side.SENDER);
    }

    @Test
    void nothingElseIsLookedAt() {
        for (Letter letter : List.of(DRAFT, ACCEPTED, OPENED, WITHDRAWN)) {
            assertThat(look(letter, ONE, NEVER)).isEqualTo(NOT_DUE);
        }
    }
}
