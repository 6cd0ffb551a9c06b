package no.segl.core.letter;

import java.util.List;
import no.segl.core.access.Clearance;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letter.Accepted;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.Letter.Opened;
import no.segl.core.letter.LetterFact.LetterAvailable;

/** Decides on letting a letter go that was held back because nobody there could open it. */
public final class Releasing {

    private Releasing() {}

    /** What came of it. */
    public sealed interface Reply {
        /** It lies where the recipient can see it. */
        record Released() implements Reply {}

        /** It did before; nothing was written. */
        record NotHeld() implements Reply {}

        /** It was closed before it was let go. */
        record Over() implements Reply {}

        /** Who asked may not do this for the sender. */
        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Decides.
     *
     * @param clearance whether who asked may send for the sender
     */
    public static Decision<LetterFact, Reply> decide(Letter letter, Clearance clearance) {
        return switch (clearance) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared(var right) ->
                    switch (letter) {
                        case Accepted a ->
                                new Decision<>(
                                        right,
                                        List.of(new LetterAvailable(a.envelope().id())),
                                        new Reply.Released());
                        case Available _, Opened _ -> Decision.nothing(new Reply.NotHeld());
                        case Draft _, Closed _ -> Decision.nothing(new Reply.Over());
                    };
        };
    }
}
