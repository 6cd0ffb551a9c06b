package no.segl.core.deadline;

import static no.segl.core.deadline.LookingTest.NEVER;
import static no.segl.core.deadline.LookingTest.NOT_DUE;
import static no.segl.core.deadline.LookingTest.done;
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
import java.util.Set;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import org.junit.jupiter.api.Test;

/** Content is destroyed when its time is over, and never of a letter that is not closed. */
class DestroyingTest {

    @Test
    void contentIsDestroyedWhenItsTimeIsOver() {
        Instant opened = Deadlines.destruction(OPENED, ONE).orElseThrow().at();
        assertThat(Looking.destroy(OPENED, false, Set.of(), ONE, opened.minusNanos(1)))
                .isEqualTo(NOT_DUE);
        assertThat(Looking.destroy(OPENED, false, Set.of(), ONE, opened))
                .isEqualTo(done("opened", new ContentDestroyed(ID, "KEEP_OPENED", 1)));
        assertThat(Looking.destroy(OPENED, true, Set.of(), ONE, opened)).isEqualTo(NOT_DUE);
        assertThat(Looking.destroy(WITHDRAWN, false, Set.of(), TWO, NEVER))
                .isEqualTo(done("withdrawn", new ContentDestroyed(ID, "KEEP_WITHDRAWN", 2)));
    }

    @Test
    void contentOfALetterThatIsNotClosedIsNeverDestroyed() {
        for (Letter letter : List.of(DRAFT, ACCEPTED, AVAILABLE, LOOKED_AT)) {
            assertThat(Looking.destroy(letter, false, Set.of(), ONE, NEVER)).isEqualTo(NOT_DUE);
        }
    }
}
