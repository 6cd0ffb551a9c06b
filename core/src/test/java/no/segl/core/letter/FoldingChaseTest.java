package no.segl.core.letter;

import static no.segl.core.letter.FoldingTest.LOOKING;
import static no.segl.core.letter.FoldingTest.after;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOK;
import static no.segl.core.letter.Letters.LOOKED_AT;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeSent;
import org.junit.jupiter.api.Test;

/** What a letter that can be opened remembers of its looks, and of who has been told of it. */
class FoldingChaseTest {

    private static final Chase CHASED_ONCE =
            new Chase(1, Optional.empty(), false, false).chased(LATER);
    private static final UUID NOTICE = new UUID(5, 5);
    private static final LetterFact NOTICED =
            sent(Notice.Kind.ARRIVED, new Notice.To.Person(READER));

    private static LetterFact sent(Notice.Kind kind, Notice.To at) {
        return new NoticeSent(ID, NOTICE, kind, at, Notice.Channel.EMAIL);
    }

    @Test
    void looksAreCountedAndTheLastIsRemembered() {
        assertThat(after(AVAILABLE, LOOKING, LOOK))
                .isEqualTo(new Available(ENVELOPE, SENT, SENT, 1, Optional.of(LATER), CHASED_ONCE));
        var muchLater = LATER.plus(Duration.ofDays(7));
        assertThat(Folding.after(LOOKED_AT, LOOKING, muchLater, LOOK))
                .isEqualTo(
                        new Available(
                                ENVELOPE, SENT, SENT, 4, Optional.of(muchLater), CHASED_ONCE));
    }

    /** The week of the second notice counts from the first of those who can open it. */
    @Test
    void theFirstNoticeToThoseWhoCanOpenItCountsWhereverItWent() {
        Letter noticed = after(AVAILABLE, NOTICED, LOOK);
        assertThat(((Available) noticed).chase().told())
                .containsExactly(new Chase.Told(NOTICE, LATER));
        assertThat(Folding.after(noticed, NOTICED, LATER.plusSeconds(9), LOOK)).isEqualTo(noticed);
        // The unit's address is the one that the law asks for first.
        LetterFact atUnit = sent(Notice.Kind.ARRIVED, new Notice.To.Unit(RECIPIENT));
        assertThat(((Available) after(AVAILABLE, atUnit, LOOK)).chase().notifiedAt())
                .contains(LATER);
        Letter readerless =
                after(AVAILABLE, new LetterLookedAt(ID, "NOTIFY", 1, 1, 0, false), LOOK);
        assertThat(((Available) readerless).chase())
                .isEqualTo(new Chase(1, Optional.empty(), false, true).chased(LATER));
        LetterFact toMend = sent(Notice.Kind.NOBODY_CAN_OPEN, new Notice.To.Person(READER));
        assertThat(after(AVAILABLE, toMend, LOOK)).isEqualTo(AVAILABLE);
    }

    @Test
    void whatCameBackHasToldNobody() {
        UUID other = new UUID(5, 6);
        Instant then = LATER.plusSeconds(60);
        LetterFact second =
                new NoticeSent(
                        ID,
                        other,
                        Notice.Kind.ARRIVED,
                        new Notice.To.Person(READER),
                        Notice.Channel.EMAIL);
        Letter both = Folding.after(after(AVAILABLE, NOTICED, LOOK), second, then, LOOK);
        assertThat(((Available) both).chase().notifiedAt()).contains(LATER);
        Letter again = after(both, new LetterLookedAt(ID, "RENOTIFY", 1, 2, 1, true), LOOK);
        Letter one = after(again, new NoticeFailed(ID, NOTICE, Notice.Failure.BOUNCED), LOOK);
        assertThat(((Available) one).chase().notifiedAt()).contains(then);
        assertThat(((Available) one).chase().renotified())
                .as("whoever is the first now is owed a second notice")
                .isFalse();
        Letter none = after(one, new NoticeFailed(ID, other, Notice.Failure.BOUNCED), LOOK);
        assertThat(((Available) none).chase().notifiedAt()).isEmpty();
    }

    /** What a clock that was a year ahead wrote puts nothing off by a year. */
    @Test
    void whatLiesFarAheadOfALookIsOfThatLook() {
        Instant wrong = LATER.plus(Duration.ofDays(365));
        Letter ahead =
                Folding.after(
                        Folding.after(AVAILABLE, NOTICED, wrong, LOOK),
                        new LetterLookedAt(ID, "NOTIFY", 1, 1, 2, false),
                        wrong,
                        LOOK);
        Letter right = after(ahead, new LetterLookedAt(ID, "ANEW", 1, 1, 2, false), LOOK);
        assertThat(((Available) right).lastLook()).contains(LATER);
        assertThat(((Available) right).chase().notifiedAt()).contains(LATER);
        assertThat(((Available) right).chase().chasedAt()).contains(LATER);
    }
}
