package no.segl.core.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import no.segl.core.access.Clearance;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.CaseFact.CaseAssigned;
import no.segl.core.letter.CaseFact.CaseClosed;
import no.segl.core.letter.CaseFact.CaseCommented;
import no.segl.core.letter.CaseFact.CaseReturned;
import no.segl.core.letter.CaseFact.CaseSnoozed;

/**
 * Decides on what people do about cases. Whoever changes one says which version of it they have
 * seen, so that nobody undoes what another has just done. Nothing here touches the letter: it has
 * its next look whatever is said of the case.
 */
public final class Casework {

    /** The longest comment, in characters. */
    public static final int LONGEST_COMMENT = 2000;

    private Casework() {}

    /** What came of it. */
    public enum Reply {
        DONE,
        /** It was so already; nothing was written. */
        ALREADY,
        /** Somebody has changed it since it was seen. */
        CHANGED,
        /** It was closed before. */
        CLOSED,
        /** Whoever it was to be given to has no right to it. */
        NOT_THEIRS,
        /** A time that has passed, or lies too far ahead. */
        BAD_TIME,
        /** No text, or too much of it. */
        BAD_TEXT,
        /** A case like this does not end so. */
        DOES_NOT_FIT,
        /** What it is about still is so. */
        STILL_SO,
        /** Segl has it on its way to paper: sent in another way, too, there would be two of it. */
        ON_ITS_WAY,
        /** Whoever asked may not. */
        REFUSED
    }

    /**
     * What somebody is about to change.
     *
     * @param seen the version they saw
     * @param by whether they answer for cases at its end of the letter
     */
    public record Hand(Letter letter, Case matter, int seen, Clearance by) {

        private Decision<LetterFact, Reply> change(
                Function<Clearance.Cleared, Decision<LetterFact, Reply>> decide) {
            if (!(by instanceof Clearance.Cleared cleared)) {
                return Decision.nothing(Reply.REFUSED);
            }
            if (matter.closed()) {
                return Decision.nothing(Reply.CLOSED);
            }
            return seen == matter.version()
                    ? decide.apply(cleared)
                    : Decision.nothing(Reply.CHANGED);
        }
    }

    /**
     * Gives it to {@code to}; who gives it to themselves takes it.
     *
     * @param theirs whether {@code to} answers for cases there
     */
    public static Decision<LetterFact, Reply> assign(Hand hand, PersonId to, Clearance theirs) {
        return hand.change(cleared -> {
            if (hand.matter().owner().filter(to::equals).isPresent()) {
                return Decision.nothing(Reply.ALREADY);
            }
            return theirs instanceof Clearance.Denied
                    ? Decision.nothing(Reply.NOT_THEIRS)
                    : one(cleared, new CaseAssigned(id(hand), hand.matter().id(), to));
        });
    }

    /** Gives it back to the unit. */
    public static Decision<LetterFact, Reply> release(Hand hand) {
        return hand.change(cleared ->
                hand.matter().owner().isEmpty()
                        ? Decision.nothing(Reply.ALREADY)
                        : one(cleared, new CaseReturned(id(hand), hand.matter().id(), false)));
    }

    /**
     * Writes something about it. That others have changed it meanwhile, or closed it, is no reason
     * to lose what was written.
     */
    public static Decision<LetterFact, Reply> comment(Hand hand, UUID comment, String text) {
        if (!(hand.by() instanceof Clearance.Cleared cleared)) {
            return Decision.nothing(Reply.REFUSED);
        }
        String written = text.strip();
        if (written.isEmpty() || written.codePointCount(0, written.length()) > LONGEST_COMMENT) {
            return Decision.nothing(Reply.BAD_TEXT);
        }
        return one(cleared, new CaseCommented(id(hand), hand.matter().id(), comment, written));
    }

    /**
     * Puts it off.
     *
     * @param latest until when at the latest
     */
    public static Decision<LetterFact, Reply> snooze(
            Hand hand, Matter.Wait reason, Instant until, Instant latest, Instant now) {
        return hand.change(cleared ->
                until.isAfter(now) && !until.isAfter(latest)
                        ? one(cleared, new CaseSnoozed(id(hand), hand.matter().id(), reason, until))
                        : Decision.nothing(Reply.BAD_TIME));
    }

    /**
     * How it stands with the letter when its case is closed.
     *
     * @param canOpen whether somebody can open it
     * @param paperUnderWay whether it has a print job that has not ended
     */
    public record Standing(boolean canOpen, boolean paperUnderWay) {}

    /** Closes it, and not the letter. */
    public static Decision<LetterFact, Reply> close(
            Hand hand, Matter.Outcome outcome, Standing standing) {
        return hand.change(cleared -> {
            if (!outcome.fits(hand.matter().reason())) {
                return Decision.nothing(Reply.DOES_NOT_FIT);
            }
            // Nothing here stops a print job; settling the letter does.
            if (outcome == Matter.Outcome.ON_PAPER && standing.paperUnderWay()) {
                return Decision.nothing(Reply.ON_ITS_WAY);
            }
            // Whatever was said on the telephone: while nobody can open it, it needs a person.
            return hand.matter().reason() == Matter.Reason.NOBODY_CAN_OPEN && !standing.canOpen()
                    ? Decision.nothing(Reply.STILL_SO)
                    : one(cleared, new CaseClosed(id(hand), hand.matter().id(), outcome));
        });
    }

    private static LetterId id(Hand hand) {
        return hand.letter().envelope().id();
    }

    private static Decision<LetterFact, Reply> one(Clearance.Cleared cleared, LetterFact fact) {
        return new Decision<>(cleared.right(), List.of(fact), Reply.DONE);
    }
}
