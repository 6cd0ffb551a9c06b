package no.segl.app.office;

import java.time.Instant;
import java.util.Optional;
import no.segl.app.store.LetterContents;
import no.segl.core.access.Clearance;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Envelope;

/** What came of asking to read a letter. */
public sealed interface Opening {

    /** The letter's outside; empty if there is none for this person. */
    default Optional<Envelope> envelopeIfThere() {
        return switch (this) {
            case Open(var envelope, _) -> Optional.of(envelope);
            case Closed(var envelope, _) -> Optional.of(envelope);
            case Refused _, Destroyed _, LevelTooLow _, NotThere _ -> Optional.empty();
        };
    }

    /** It may be read, and the ledger says so. */
    record Open(Envelope envelope, LetterContents.Inside inside) implements Opening {}

    /** It may be opened, and has not been: this only looked at the outside. */
    record Closed(Envelope envelope, Right right) implements Opening {}

    /**
     * It may not be read.
     *
     * @param recorded when the ledger got the attempt, or one shortly before it that it counts as
     */
    record Refused(Envelope envelope, Clearance.Denied why, Instant recorded) implements Opening {}

    record Destroyed(Envelope envelope) implements Opening {}

    /** It may be read, but not by a login at so low a level. */
    record LevelTooLow(Envelope envelope) implements Opening {}

    record NotThere() implements Opening {}
}
