package no.segl.core.letter;

import java.util.List;
import no.segl.core.access.Clearance;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letter.Accepted;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.Letter.Opened;
import no.segl.core.letter.LetterFact.LetterSettled;

/**
 * Decides on closing a letter that nobody has opened, for the sender, with a reason: what was to be
 * said has come through in another way. Only a named person can answer for that.
 */
public final class Settling {

    private Settling() {}

    /** How it came through. A code, since free text could carry what the ledger must not hold. */
    public enum Reason {
        /** Given by telephone or at a meeting. */
        TOLD_IN_PERSON,
        /** Sent again in another way. */
        SENT_OTHERWISE,
        /** The recipient had it from elsewhere. */
        KNOWN_ALREADY,
        /** It no longer matters. */
        NO_LONGER_NEEDED
    }

    /** What came of it. */
    public enum Reply {
        SETTLED,
        ALREADY_CLOSED,
        NOT_YET,
        NOT_A_PERSON,
        REFUSED
    }

    /** Decides. */
    public static Decision<LetterFact, Reply> decide(
            Letter letter, Reason reason, Clearance clearance, Actor actor) {
        if (!(clearance instanceof Clearance.Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        if (!(actor instanceof Actor.Person)) {
            return Decision.nothing(Reply.NOT_A_PERSON);
        }
        return switch (letter) {
            case Available a ->
                    new Decision<>(
                            right,
                            List.of(new LetterSettled(a.envelope().id(), reason)),
                            Reply.SETTLED);
            case Opened _, Closed _ -> Decision.nothing(Reply.ALREADY_CLOSED);
            case Draft _, Accepted _ -> Decision.nothing(Reply.NOT_YET);
        };
    }
}
