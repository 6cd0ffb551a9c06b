package no.segl.core.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.segl.core.access.Clearance;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.LetterFact.AssignmentEnded;
import no.segl.core.letter.LetterFact.HandlingReopened;
import no.segl.core.letter.LetterFact.LetterAssigned;
import no.segl.core.letter.LetterFact.LetterHandled;

/**
 * Decides on who has a letter at its recipient, and on marking it as handled. The right to it is
 * the right to read; whoever administers access takes it from somebody who has lost that. A letter
 * that nobody has opened can be given to somebody, and can never be marked as handled: an unopened
 * letter does not leave anybody's sight, nor does one with something sealed that is unread.
 */
public final class Handling {

    private Handling() {}

    /** What came of it. */
    public sealed interface Reply {
        record Done() implements Reply {}

        /** It was so already; nothing was written. */
        record Already() implements Reply {}

        /** Nobody has opened it: it cannot be handled yet. */
        record NotOpened() implements Reply {}

        /** What is sealed in it is unread: it cannot be handled yet. */
        record SealedUnread() implements Reply {}

        /** Not in the inbox: not available yet, or taken back. */
        record NotThere() implements Reply {}

        /** Whoever it was to be given to cannot read it. */
        record CannotRead(Clearance.Denied why) implements Reply {}

        /** Whoever asked may not. */
        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Gives a letter to one person, who must be able to read it. If it was handled, there is
     * something to do again.
     *
     * @param by whether who gives it may
     * @param reads whether {@code to} may read all of it
     */
    public static Decision<LetterFact, Reply> assign(
            Letter letter, Care care, PersonId to, Clearance by, Clearance reads) {
        LetterId id = letter.envelope().id();
        return inInbox(
                letter,
                by,
                cleared -> {
                    if (reads instanceof Clearance.Denied denied) {
                        return Decision.nothing(new Reply.CannotRead(denied));
                    }
                    List<LetterFact> facts = new ArrayList<>();
                    if (care.handled().isPresent()) {
                        facts.add(new HandlingReopened(id));
                    }
                    if (care.assigned().filter(a -> a.person().equals(to)).isEmpty()) {
                        facts.add(new LetterAssigned(id, to));
                    }
                    return facts.isEmpty()
                            ? Decision.nothing(new Reply.Already())
                            : new Decision<>(cleared.right(), facts, new Reply.Done());
                });
    }

    /**
     * Lets nobody have it any longer.
     *
     * @param by whether who does it may
     */
    public static Decision<LetterFact, Reply> release(Letter letter, Care care, Clearance by) {
        return inInbox(
                letter,
                by,
                cleared ->
                        care.assigned().isPresent()
                                ? one(cleared, new AssignmentEnded(letter.envelope().id()))
                                : Decision.nothing(new Reply.Already()));
    }

    /**
     * Marks an opened letter as handled.
     *
     * @param by whether who does it may read all of it
     * @param sealedUnread whether something in it is sealed for a case worker who has not read it
     */
    public static Decision<LetterFact, Reply> handle(
            Letter letter, Care care, Clearance by, boolean sealedUnread) {
        return inInbox(
                letter,
                by,
                cleared -> {
                    if (!(letter instanceof Letter.Opened)) {
                        return Decision.nothing(new Reply.NotOpened());
                    }
                    if (care.handled().isPresent()) {
                        return Decision.nothing(new Reply.Already());
                    }
                    return sealedUnread
                            ? Decision.nothing(new Reply.SealedUnread())
                            : one(cleared, new LetterHandled(letter.envelope().id()));
                });
    }

    /**
     * Takes a handled letter up again.
     *
     * @param by whether who does it may read all of it
     */
    public static Decision<LetterFact, Reply> reopen(Letter letter, Care care, Clearance by) {
        return inInbox(
                letter,
                by,
                cleared ->
                        care.handled().isPresent()
                                ? one(cleared, new HandlingReopened(letter.envelope().id()))
                                : Decision.nothing(new Reply.Already()));
    }

    private static Decision<LetterFact, Reply> inInbox(
            Letter letter,
            Clearance by,
            Function<Clearance.Cleared, Decision<LetterFact, Reply>> decide) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared cleared ->
                    letter instanceof Letter.Available || letter instanceof Letter.Opened
                            ? decide.apply(cleared)
                            : Decision.nothing(new Reply.NotThere());
        };
    }

    private static Decision<LetterFact, Reply> one(Clearance.Cleared cleared, LetterFact fact) {
        return new Decision<>(cleared.right(), List.of(fact), new Reply.Done());
    }
}
