package no.segl.core.letter;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOK;
import static no.segl.core.letter.Letters.LOOKED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import org.junit.jupiter.api.Test;

/** When a letter was last chased, from where the pause until its next step is counted. */
class ChasedTest {

    /** Whoever is told day by day that nothing is new is not chased by that. */
    @Test
    void aLookThatDoesNoMoreThanLookIsNotRemembered() {
        Letter nobody =
                Folding.after(
                        AVAILABLE, new LetterLookedAt(ID, "NOTIFY", 1, 1, 0, false), LATER, LOOK);
        var day = LATER.plus(Duration.ofDays(1));
        Letter still =
                Folding.after(
                        nobody, new LetterLookedAt(ID, "NO_READER", 1, 1, 0, false), day, LOOK);
        assertThat(((Available) still).chase()).isEqualTo(((Available) nobody).chase());
        Letter found =
                Folding.after(
                        nobody, new LetterLookedAt(ID, "NO_READER", 1, 1, 2, false), day, LOOK);
        assertThat(((Available) found).chase())
                .isEqualTo(new Chase(1, Optional.empty(), false, false).chased(day));
        Letter again =
                Folding.after(
                        LOOKED_AT, new LetterLookedAt(ID, "RENOTIFY", 1, 1, 2, true), day, LOOK);
        assertThat(((Available) again).chase().chasedAt()).contains(day);
    }
}
