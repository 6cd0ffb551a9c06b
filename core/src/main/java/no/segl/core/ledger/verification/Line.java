package no.segl.core.ledger.verification;

import java.util.Optional;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.Closing;
import no.segl.core.ledger.Entry;

/** One line of an exported ledger, as it was read. */
public sealed interface Line {

    /** Where it stands: 1 is the first line. */
    long line();

    /** An entry, sound or not. */
    record OfEntry(long line, Entry entry) implements Line {}

    /** A checkpoint, its signature not yet checked. */
    record OfCheckpoint(long line, Checkpoint checkpoint) implements Line {}

    /**
     * A line that is none of these.
     *
     * @param reason what is wrong, as the end of a sentence; never words from the line itself
     */
    record Unreadable(long line, String reason) implements Line {}

    /**
     * The closing line, which says what was written before it.
     *
     * @param closing the signature on it, not yet checked, if it has one
     */
    record End(long line, long entries, long checkpoints, Optional<Closing> closing)
            implements Line {

        /** One that is not signed. */
        public End(long line, long entries, long checkpoints) {
            this(line, entries, checkpoints, Optional.empty());
        }
    }
}
