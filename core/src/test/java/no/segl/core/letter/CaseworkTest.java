package no.segl.core.letter;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Clearance;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.CaseFact.CaseAssigned;
import no.segl.core.letter.CaseFact.CaseClosed;
import no.segl.core.letter.CaseFact.CaseCommented;
import no.segl.core.letter.CaseFact.CaseReturned;
import no.segl.core.letter.CaseFact.CaseSnoozed;
import no.segl.core.letter.Casework.Hand;
import no.segl.core.letter.Casework.Reply;
import no.segl.core.letter.Matter.Outcome;
import no.segl.core.letter.Matter.Reason;
import no.segl.core.letter.Matter.Wait;
import org.junit.jupiter.api.Test;

/** What people may do about cases, and what they may not. */
class CaseworkTest {

    private static final UUID CASE = new UUID(3, 3);
    private static final UUID COMMENT = new UUID(4, 4);
    private static final PersonId OTHER = new PersonId(new UUID(7, 7));
    private static final Casework.Standing CAN_OPEN = new Casework.Standing(true, false);
    private static final Casework.Standing NOBODY_CAN = new Casework.Standing(false, false);
    private static final Clearance YES = new Clearance.Cleared(new Right("grant", "send:1"));
    private static final Clearance NO = new Clearance.Denied(Clearance.Ground.NO_GRANT, RECIPIENT);

    private static Case matter(Reason reason, Optional<PersonId> owner, boolean closed) {
        return new Case(CASE, reason, Side.SENDER, LATER, LATER, owner, 2, closed);
    }

    private static Hand hand(Reason reason, Optional<PersonId> owner) {
        return new Hand(AVAILABLE, matter(reason, owner, false), 2, YES);
    }

    private static final Hand UNITS = hand(Reason.LONG_UNOPENED, Optional.empty());
    private static final Hand READERS = hand(Reason.LONG_UNOPENED, Optional.of(READER));

    private static void writes(Decision<LetterFact, Reply> decision, LetterFact fact) {
        assertThat(decision.reply()).isEqualTo(Reply.DONE);
        assertThat(decision.facts()).containsExactly(fact);
        assertThat(decision.right()).isEqualTo(new Right("grant", "send:1"));
    }

    private static void refuses(Decision<LetterFact, Reply> decision, Reply reply) {
        assertThat(decision.reply()).isEqualTo(reply);
        assertThat(decision.facts()).isEmpty();
    }

    @Test
    void isTakenGivenAndGivenBack() {
        writes(Casework.assign(UNITS, READER, YES), new CaseAssigned(ID, CASE, READER));
        writes(Casework.assign(READERS, OTHER, YES), new CaseAssigned(ID, CASE, OTHER));
        writes(Casework.release(READERS), new CaseReturned(ID, CASE, false));
        refuses(Casework.assign(READERS, READER, YES), Reply.ALREADY);
        refuses(Casework.release(UNITS), Reply.ALREADY);
        refuses(Casework.assign(UNITS, OTHER, NO), Reply.NOT_THEIRS);
    }

    @Test
    void isPutOffForAsLongAsTheRulesAllow() {
        var longest = LATER.plusSeconds(3_600);
        writes(
                Casework.snooze(UNITS, Wait.PERSON_AWAY, longest, longest, LATER),
                new CaseSnoozed(ID, CASE, Wait.PERSON_AWAY, longest));
        refuses(
                Casework.snooze(UNITS, Wait.PERSON_AWAY, longest.plusSeconds(1), longest, LATER),
                Reply.BAD_TIME);
        refuses(Casework.snooze(UNITS, Wait.PERSON_AWAY, LATER, longest, LATER), Reply.BAD_TIME);
    }

    @Test
    void eachReasonHasItsOwnWaysToEnd() {
        for (Reason reason : Reason.values()) {
            assertThat(Outcome.of(reason)).as(reason.name()).isNotEmpty();
            for (Outcome outcome : Outcome.values()) {
                var decision = Casework.close(hand(reason, Optional.empty()), outcome, CAN_OPEN);
                if (Outcome.of(reason).contains(outcome)) {
                    writes(decision, new CaseClosed(ID, CASE, outcome));
                } else {
                    refuses(decision, Reply.DOES_NOT_FIT);
                }
            }
        }
    }

    @Test
    void noWayToEndACaseClosesItsLetter() {
        for (Outcome outcome : Outcome.values()) {
            Letter after =
                    Folding.after(
                            AVAILABLE, new CaseClosed(ID, CASE, outcome), LATER, Letters.PERSON);
            assertThat(after).isEqualTo(AVAILABLE);
        }
    }

    @Test
    void whatNobodyCanOpenStaysACase() {
        for (Outcome outcome : Outcome.of(Reason.NOBODY_CAN_OPEN)) {
            refuses(
                    Casework.close(
                            hand(Reason.NOBODY_CAN_OPEN, Optional.empty()), outcome, NOBODY_CAN),
                    Reply.STILL_SO);
        }
    }

    @Test
    void whatIsOnItsWayToPaperIsNotSentOnPaperInAnotherWayToo() {
        Casework.Standing underWay = new Casework.Standing(false, true);
        for (Reason reason : List.of(Reason.PRINT_NEEDED, Reason.PRINT_FAILED)) {
            Hand hand = hand(reason, Optional.empty());
            refuses(Casework.close(hand, Outcome.ON_PAPER, underWay), Reply.ON_ITS_WAY);
            writes(
                    Casework.close(hand, Outcome.RECIPIENT_TOLD, underWay),
                    new CaseClosed(ID, CASE, Outcome.RECIPIENT_TOLD));
        }
    }

    @Test
    void nobodyUndoesWhatTheyHaveNotSeen() {
        Hand late = new Hand(AVAILABLE, UNITS.matter(), 1, YES);
        for (var decision :
                List.of(
                        Casework.assign(late, READER, YES),
                        Casework.release(late),
                        Casework.snooze(
                                late,
                                Wait.PERSON_AWAY,
                                LATER.plusSeconds(1),
                                LATER.plusSeconds(2),
                                LATER),
                        Casework.close(late, Outcome.RECIPIENT_TOLD, CAN_OPEN))) {
            refuses(decision, Reply.CHANGED);
        }
        writes(
                Casework.comment(late, COMMENT, " ringte \n"),
                new CaseCommented(ID, CASE, COMMENT, "ringte"));
    }

    @Test
    void aClosedCaseIsOnlyCommentedOn() {
        Hand closed =
                new Hand(OPENED, matter(Reason.LONG_UNOPENED, Optional.of(READER), true), 2, YES);
        refuses(Casework.assign(closed, OTHER, YES), Reply.CLOSED);
        refuses(Casework.release(closed), Reply.CLOSED);
        refuses(Casework.close(closed, Outcome.RECIPIENT_TOLD, CAN_OPEN), Reply.CLOSED);
        assertThat(Casework.comment(closed, COMMENT, "x").reply()).isEqualTo(Reply.DONE);
    }

    @Test
    void aCommentIsNeitherEmptyNorEndless() {
        String longest = "å".repeat(Casework.LONGEST_COMMENT);
        assertThat(Casework.comment(UNITS, COMMENT, longest).reply()).isEqualTo(Reply.DONE);
        refuses(Casework.comment(UNITS, COMMENT, longest + "å"), Reply.BAD_TEXT);
        refuses(Casework.comment(UNITS, COMMENT, " \n"), Reply.BAD_TEXT);
    }

    @Test
    void whoeverDoesNotAnswerForItDoesNothing() {
        Hand stranger = new Hand(AVAILABLE, READERS.matter(), 2, NO);
        refuses(Casework.assign(stranger, OTHER, YES), Reply.REFUSED);
        refuses(Casework.release(stranger), Reply.REFUSED);
        refuses(Casework.comment(stranger, COMMENT, "x"), Reply.REFUSED);
        refuses(Casework.close(stranger, Outcome.RECIPIENT_TOLD, CAN_OPEN), Reply.REFUSED);
    }

    @Test
    void bothEndsHaveSomebodyWhoAnswersAndNoneByReading() {
        for (Side side : Side.values()) {
            assertThat(Matter.answeredBy(side))
                    .isNotEmpty()
                    .doesNotContain(no.segl.core.access.Power.READ);
        }
        assertThat(Matter.answeredBy(Side.SENDER))
                .as("where a machine sends, nobody else may be there")
                .contains(no.segl.core.access.Power.ADMINISTER);
        assertThat(Arrays.stream(Reason.values()).filter(Reason::concernsBothEnds))
                .containsExactly(
                        Reason.NOBODY_CAN_OPEN,
                        Reason.NOTICES_FAILED,
                        Reason.LONG_UNOPENED,
                        Reason.SEALED_UNREAD);
    }

    @Test
    void openingDoesNotBringALetterToTheRightAddressee() {
        LetterFact opened = new LetterFact.LetterOpened(ID);
        LetterFact back = new LetterFact.LetterWithdrawn(ID, Withdrawing.Reason.WRONG_RECIPIENT);
        assertThat(Reason.WRONG_ADDRESSEE.isResolvedBy(opened)).isFalse();
        assertThat(Reason.WRONG_ADDRESSEE.isResolvedBy(back)).isTrue();
        assertThat(Reason.LONG_UNOPENED.isResolvedBy(opened)).isTrue();
    }

    @Test
    void whatIsSealedIsACaseUntilItIsReadSettledOrGone() {
        assertThat(Reason.SEALED_UNREAD.isResolvedBy(new LetterFact.LetterOpened(ID))).isFalse();
        LetterFact gone = new LetterFact.ContentDestroyed(ID, "KEEP_OPENED", 1);
        assertThat(Arrays.stream(Reason.values()).filter(r -> r.isResolvedBy(gone)))
                .as("paper that did not come is a case whatever is left of the letter")
                .containsExactly(Reason.SEALED_UNREAD);
        assertThat(Outcome.of(Reason.SEALED_UNREAD))
                .as("a promise to read it would end the chase")
                .containsExactly(Outcome.SENT_ANEW, Outcome.GOT_OTHERWISE);
    }
}
