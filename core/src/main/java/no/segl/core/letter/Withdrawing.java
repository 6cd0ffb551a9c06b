package no.segl.core.letter;

import java.util.List;
import no.segl.core.access.Clearance;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.How;
import no.segl.core.letter.Letter.Opened;
import no.segl.core.letter.LetterFact.LetterWithdrawn;

/** Decides on taking a letter back, which its sender may do until somebody opens it. */
public final class Withdrawing {

    private Withdrawing() {}

    /** Why it was taken back. A code, since free text could carry what the ledger must not hold. */
    public enum Reason {
        WRONG_RECIPIENT,
        WRONG_CONTENT,
        SENT_TWICE,
        NOT_NEEDED
    }

    /** What came of it. */
    public sealed interface Reply {
        record Withdrawn() implements Reply {}

        /** It had been taken back before; nothing was written. */
        record AlreadyWithdrawn() implements Reply {}

        /** Too late: it was closed in another way, settled or posted on paper. */
        record AlreadyClosed() implements Reply {}

        /** Too late: somebody has opened it. */
        record AlreadyOpened() implements Reply {}

        /** Who asked may not do this for the sender. */
        record Refused(Clearance.Denied why) implements Reply {}

        /** Segl has not made it available yet; ask again in a moment. */
        record NotYet() implements Reply {}
    }

    /**
     * Decides.
     *
     * @param clearance whether who asked may withdraw letters that the sender sent
     */
    public static Decision<LetterFact, Reply> decide(
            Letter letter, Reason reason, Clearance clearance) {
        return switch (clearance) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared(var right) ->
                    switch (letter) {
                        case Available a ->
                                new Decision<>(
                                        right,
                                        List.of(new LetterWithdrawn(a.envelope().id(), reason)),
                                        new Reply.Withdrawn());
                        case Opened _ -> Decision.nothing(new Reply.AlreadyOpened());
                        case Closed(_, _, _, _, How.Withdrawn _) ->
                                Decision.nothing(new Reply.AlreadyWithdrawn());
                        case Closed _ -> Decision.nothing(new Reply.AlreadyClosed());
                        case Letter.Accepted a ->
                                new Decision<>(
                                        right,
                                        List.of(new LetterWithdrawn(a.envelope().id(), reason)),
                                        new Reply.Withdrawn());
                        case Letter.Draft _ -> Decision.nothing(new Reply.NotYet());
                    };
        };
    }
}
