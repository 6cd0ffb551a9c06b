package no.segl.core.letter;

import static no.segl.core.letter.Letters.ACCEPTED;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.CLEARED;
import static no.segl.core.letter.Letters.DENIED;
import static no.segl.core.letter.Letters.DRAFT;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.LOOKED_AT;
import static no.segl.core.letter.Letters.MACHINE;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.PERSON;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RIGHT;
import static no.segl.core.letter.Letters.SENT;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Handling.Reply;
import no.segl.core.letter.LetterFact.AssignmentEnded;
import no.segl.core.letter.LetterFact.HandlingReopened;
import no.segl.core.letter.LetterFact.LetterAssigned;
import no.segl.core.letter.LetterFact.LetterHandled;
import org.junit.jupiter.api.Test;

/** Who has a letter, and when it counts as handled. */
class HandlingTest {

    private static final PersonId OTHER = new PersonId(new UUID(3, 4));
    private static final Care THEIRS =
            new Care(Optional.of(new Care.Assigned(OTHER, SENT)), Optional.empty());
    private static final Care HANDLED =
            new Care(Optional.empty(), Optional.of(new Care.Handled(READER, SENT)));

    private static Decision<LetterFact, Reply> done(LetterFact... facts) {
        return new Decision<>(RIGHT, List.of(facts), new Reply.Done());
    }

    private static Decision<LetterFact, Reply> nothing(Reply reply) {
        return Decision.nothing(reply);
    }

    @Test
    void whoMayReadGivesALetterToWhoMayReadIt() {
        for (Letter letter : List.of(AVAILABLE, LOOKED_AT, OPENED)) {
            assertThat(Handling.assign(letter, Care.NONE, OTHER, CLEARED, CLEARED))
                    .isEqualTo(done(new LetterAssigned(ID, OTHER)));
            assertThat(Handling.assign(letter, THEIRS, READER, CLEARED, CLEARED))
                    .as("from one to another")
                    .isEqualTo(done(new LetterAssigned(ID, READER)));
            assertThat(Handling.assign(letter, THEIRS, OTHER, CLEARED, CLEARED))
                    .isEqualTo(nothing(new Reply.Already()));
            assertThat(Handling.assign(letter, Care.NONE, OTHER, CLEARED, DENIED))
                    .as("to somebody who cannot read it, it would be left lying")
                    .isEqualTo(nothing(new Reply.CannotRead(DENIED)));
            assertThat(Handling.release(letter, THEIRS, CLEARED))
                    .isEqualTo(done(new AssignmentEnded(ID)));
            assertThat(Handling.release(letter, Care.NONE, CLEARED))
                    .isEqualTo(nothing(new Reply.Already()));
        }
        assertThat(new LetterAssigned(ID, OTHER).values())
                .containsOnlyKeys("person")
                .containsValue(OTHER.toString());
    }

    @Test
    void onlyAnOpenedLetterIsHandled() {
        for (Letter letter : List.of(AVAILABLE, LOOKED_AT)) {
            assertThat(Handling.handle(letter, Care.NONE, CLEARED, false))
                    .isEqualTo(nothing(new Reply.NotOpened()));
            assertThatThrownBy(() -> Folding.after(letter, new LetterHandled(ID), LATER, PERSON))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(Handling.handle(OPENED, THEIRS, CLEARED, false))
                .isEqualTo(done(new LetterHandled(ID)));
        assertThat(Handling.handle(OPENED, HANDLED, CLEARED, false))
                .isEqualTo(nothing(new Reply.Already()));
    }

    @Test
    void whatHasSomethingSealedUnreadIsNotHandledYet() {
        assertThat(Handling.handle(OPENED, THEIRS, CLEARED, true))
                .isEqualTo(nothing(new Reply.SealedUnread()));
        assertThat(Handling.handle(OPENED, HANDLED, CLEARED, true))
                .isEqualTo(nothing(new Reply.Already()));
        assertThat(Handling.handle(AVAILABLE, THEIRS, CLEARED, true))
                .isEqualTo(nothing(new Reply.NotOpened()));
        assertThat(Handling.handle(OPENED, THEIRS, DENIED, true))
                .isEqualTo(nothing(new Reply.Refused(DENIED)));
    }

    @Test
    void whatIsHandledIsTakenUpAgain() {
        assertThat(Handling.reopen(OPENED, HANDLED, CLEARED))
                .isEqualTo(done(new HandlingReopened(ID)));
        assertThat(Handling.reopen(OPENED, Care.NONE, CLEARED))
                .isEqualTo(nothing(new Reply.Already()));
        assertThat(Handling.assign(OPENED, HANDLED, OTHER, CLEARED, CLEARED))
                .as("who is given a letter has something to do with it")
                .isEqualTo(done(new HandlingReopened(ID), new LetterAssigned(ID, OTHER)));
    }

    @Test
    void whoMayNotReadDoesNothingAndNothingIsDoneToWhatIsNotThere() {
        for (Letter letter : List.of(DRAFT, ACCEPTED, AVAILABLE, OPENED, WITHDRAWN)) {
            assertThat(Handling.assign(letter, HANDLED, OTHER, DENIED, CLEARED))
                    .isEqualTo(nothing(new Reply.Refused(DENIED)));
            assertThat(Handling.release(letter, THEIRS, DENIED))
                    .isEqualTo(nothing(new Reply.Refused(DENIED)));
            assertThat(Handling.handle(letter, Care.NONE, DENIED, false))
                    .isEqualTo(nothing(new Reply.Refused(DENIED)));
            assertThat(Handling.reopen(letter, HANDLED, DENIED))
                    .isEqualTo(nothing(new Reply.Refused(DENIED)));
        }
        for (Letter letter : List.of(DRAFT, ACCEPTED, WITHDRAWN)) {
            assertThat(Handling.assign(letter, Care.NONE, OTHER, CLEARED, CLEARED))
                    .isEqualTo(nothing(new Reply.NotThere()));
            assertThat(Handling.handle(letter, Care.NONE, CLEARED, false))
                    .isEqualTo(nothing(new Reply.NotThere()));
        }
    }

    @Test
    void careIsAFoldAndTheLettersStateIsUntouched() {
        Care care = Care.NONE;
        for (LetterFact fact :
                List.of(
                        new LetterAssigned(ID, OTHER),
                        new LetterHandled(ID),
                        new AssignmentEnded(ID))) {
            assertThat(Folding.after(OPENED, fact, LATER, PERSON)).isEqualTo(OPENED);
            care = care.after(fact, LATER, PERSON);
        }
        assertThat(care)
                .isEqualTo(
                        new Care(Optional.empty(), Optional.of(new Care.Handled(READER, LATER))));
        assertThat(care.after(new HandlingReopened(ID), LATER, PERSON)).isEqualTo(Care.NONE);
        assertThat(Care.NONE.after(new LetterAssigned(ID, OTHER), LATER, PERSON))
                .isEqualTo(
                        new Care(Optional.of(new Care.Assigned(OTHER, LATER)), Optional.empty()));
        assertThat(THEIRS.after(new LetterFact.LetterRead(ID), LATER, PERSON)).isEqualTo(THEIRS);
    }

    @Test
    void noMachineHandles() {
        assertThatThrownBy(() -> Folding.after(OPENED, new LetterHandled(ID), LATER, MACHINE))
                .isInstanceOf(IllegalStateException.class);
    }
}
