package no.segl.core.letter;

import static no.segl.core.letter.Letters.ACCEPTED;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.CLEARED;
import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.DOCUMENT;
import static no.segl.core.letter.Letters.DRAFT;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOKED_AT;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.RIGHT;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static no.segl.core.letter.Reading.ONE_READING;
import static no.segl.core.letter.Reading.ONE_REFUSAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.access.Clearance;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.LetterFact.DocumentRead;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.LetterFact.LetterRead;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.letter.Reading.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Opening and fetching, in every state, with and without a right. */
class ReadingTest {

    static final List<Letter> unopened = List.of(AVAILABLE, LOOKED_AT);
    static final List<Letter> notThere = List.of(DRAFT, ACCEPTED, WITHDRAWN);
    static final List<Letter> answeredFor =
            List.of(ACCEPTED, AVAILABLE, LOOKED_AT, OPENED, WITHDRAWN);

    private static Decision<LetterFact, Reply> open(Letter letter, Clearance clearance) {
        return Reading.open(letter, false, clearance, Optional.empty(), LATER);
    }

    private static Decision<LetterFact, Reply> fetch(Letter letter, Clearance clearance) {
        return Reading.fetch(letter, DOCUMENT, false, clearance, Optional.empty(), LATER);
    }

    private static Decision<LetterFact, Reply> granted(LetterFact... facts) {
        return new Decision<>(RIGHT, List.of(facts), new Reply.Granted(RIGHT));
    }

    @ParameterizedTest
    @FieldSource("unopened")
    void whoIsClearedOpensWhatIsUnopened(Letter letter) {
        assertThat(open(letter, CLEARED)).isEqualTo(granted(new LetterOpened(ID)));
    }

    @Test
    void whatIsOpenedIsReadAgain() {
        assertThat(open(OPENED, CLEARED)).isEqualTo(granted(new LetterRead(ID)));
        assertThat(fetch(OPENED, CLEARED)).isEqualTo(granted(new DocumentRead(ID, DOCUMENT)));
    }

    @ParameterizedTest
    @FieldSource("unopened")
    void fetchingNeverOpens(Letter letter) {
        assertThat(fetch(letter, CLEARED)).isEqualTo(Decision.nothing(new Reply.NotOpened(RIGHT)));
    }

    @ParameterizedTest
    @FieldSource("notThere")
    void whatIsNotInTheInboxIsNotThere(Letter letter) {
        assertThat(open(letter, CLEARED)).isEqualTo(Decision.nothing(new Reply.NotThere()));
        assertThat(fetch(letter, CLEARED)).isEqualTo(Decision.nothing(new Reply.NotThere()));
    }

    @ParameterizedTest
    @FieldSource("answeredFor")
    void aRefusalIsWrittenDownWithItsGround(Letter letter) {
        Decision<LetterFact, Reply> refused =
                new Decision<>(
                        Right.NONE,
                        List.of(new OpeningRefused(ID, DENIED)),
                        refused(letter, LATER));
        assertThat(open(letter, DENIED)).isEqualTo(refused);
        assertThat(fetch(letter, DENIED)).isEqualTo(refused);
    }

    /** What was never to be seen by anybody there is not there for who may not read it, either. */
    private static Reply refused(Letter letter, Instant recorded) {
        return letter.equals(ACCEPTED) ? new Reply.NotThere() : new Reply.Refused(DENIED, recorded);
    }

    @Test
    void whoMayNotReadDoesNotLearnOfWhatWasTakenBackBeforeItWasAvailable() {
        Letter.Closed withdrawn = (Letter.Closed) WITHDRAWN;
        Letter before =
                new Letter.Closed(
                        withdrawn.envelope(),
                        withdrawn.acceptedAt(),
                        Optional.empty(),
                        withdrawn.closedAt(),
                        withdrawn.how());
        assertThat(open(before, DENIED).reply()).isEqualTo(new Reply.NotThere());
        assertThat(open(before, DENIED).facts()).containsExactly(new OpeningRefused(ID, DENIED));
    }

    @Test
    void aRefusalDoesNotTellThatThereIsADraft() {
        assertThat(open(DRAFT, DENIED)).isEqualTo(Decision.nothing(new Reply.NotThere()));
        assertThat(fetch(DRAFT, DENIED)).isEqualTo(Decision.nothing(new Reply.NotThere()));
    }

    @Test
    void destroyedContentIsSaidToBeSoAndNothingIsWrittenDown() {
        Decision<LetterFact, Reply> destroyed = Decision.nothing(new Reply.Destroyed());
        assertThat(Reading.open(OPENED, true, CLEARED, Optional.empty(), LATER))
                .isEqualTo(destroyed);
        assertThat(Reading.fetch(OPENED, DOCUMENT, true, CLEARED, Optional.empty(), LATER))
                .isEqualTo(destroyed);
        assertThat(Reading.open(OPENED, true, DENIED, Optional.empty(), LATER).reply())
                .as("whoever may not learns nothing of that either")
                .isEqualTo(new Reply.Refused(DENIED, LATER));
    }

    @Test
    void oneReadingIsWrittenDownOnceUntilItsTimeIsOver() {
        Instant over = LATER.plus(ONE_READING);
        assertThat(again(over.minusNanos(1)).facts()).isEmpty();
        assertThat(again(over.minusNanos(1)).reply()).isEqualTo(new Reply.Granted(RIGHT));
        assertThat(again(over)).isEqualTo(granted(new LetterRead(ID)));
        assertThat(Reading.fetch(OPENED, DOCUMENT, false, CLEARED, Optional.of(LATER), over))
                .isEqualTo(granted(new DocumentRead(ID, DOCUMENT)));
    }

    @ParameterizedTest
    @FieldSource("answeredFor")
    void refusalsOnOneGroundAreWrittenDownOnceUntilTheirTimeIsOver(Letter letter) {
        Instant over = LATER.plus(ONE_REFUSAL);
        Optional<Instant> last = Optional.of(LATER);
        var within = Reading.open(letter, false, DENIED, last, over.minusNanos(1));
        assertThat(within)
                .as("it says when the one was, not this")
                .isEqualTo(Decision.nothing(refused(letter, LATER)));
        assertThat(Reading.fetch(letter, DOCUMENT, false, DENIED, last, over.minusNanos(1)))
                .isEqualTo(within);
        assertThat(Reading.open(letter, false, DENIED, last, over))
                .isEqualTo(
                        new Decision<LetterFact, Reply>(
                                Right.NONE,
                                List.of(new OpeningRefused(ID, DENIED)),
                                refused(letter, over)));
        assertThat(Reading.fetch(letter, DOCUMENT, false, DENIED, last, over).facts())
                .containsExactly(new OpeningRefused(ID, DENIED));
    }

    private static Decision<LetterFact, Reply> again(Instant now) {
        return Reading.open(OPENED, false, CLEARED, Optional.of(LATER), now);
    }

    @Test
    void whoReadsTheLetterIsRefusedWhatIsSealedWhileItIsThere() {
        Clearance.Denied sealed = new Clearance.Denied(Clearance.Ground.SEALED, RECIPIENT);
        for (Letter letter : List.of(AVAILABLE, OPENED)) {
            assertThat(fetch(letter, sealed))
                    .isEqualTo(
                            new Decision<LetterFact, Reply>(
                                    Right.NONE,
                                    List.of(new OpeningRefused(ID, sealed)),
                                    new Reply.Refused(sealed, LATER)));
        }
        for (Letter letter : notThere) {
            assertThat(fetch(letter, sealed)).isEqualTo(Decision.nothing(new Reply.NotThere()));
        }
        assertThat(Reading.fetch(OPENED, DOCUMENT, true, sealed, Optional.empty(), LATER))
                .isEqualTo(Decision.nothing(new Reply.NotThere()));
    }
}
