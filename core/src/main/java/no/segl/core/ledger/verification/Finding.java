package no.segl.core.ledger.verification;

import no.segl.core.id.OrgNumber;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was written.
 *
 * @param kind what is wrong
 * @param chain in whose chain, or null if that cannot be told
 * @param from the first entry concerned, or 0 if it is not about an entry
 * @param to the last entry concerned; the same as {@code from} for one entry
 * @param line the line to look at, or 0 if what is missing stands on none
 * @param text one or two plain English sentences that name entries and lines; never words from the
 *     ledger's content
 */
public record Finding(
        Kind kind, @Nullable OrgNumber chain, long from, long to, long line, String text) {

    /** What can be wrong. */
    public enum Kind {
        /** The entry's hash is not that of its content. */
        EDITED,
        /** Entries are missing between two that stand. */
        DROPPED,
        /** Entries stand in another order than they were written in. */
        REORDERED,
        /** An entry's number was taken already: a copy, or a forgery under a taken number. */
        DOUBLED,
        /** An entry that the others do not hang together with: put in, or in another's place. */
        FORGED,
        /** A signed checkpoint says that the chain was longer. */
        TRUNCATED,
        /** A signed checkpoint names a chain of which there is no entry. */
        CHAIN_MISSING,
        /** A signed checkpoint gives another hash: entries were changed and hashed anew. */
        CHECKPOINT_DISAGREES,
        /** The key that the checkpoint names did not sign what it says. */
        CHECKPOINT_SIGNATURE_WRONG,
        /** The checkpoint is signed with a key that is not among the trusted ones. */
        CHECKPOINT_KEY_UNKNOWN,
        /** A checkpoint does not stand by its entry, so it cannot be compared with it. */
        CHECKPOINT_MISPLACED,
        /** A line is neither entry nor checkpoint. */
        UNREADABLE,
        /**
         * The closing line is missing, counts otherwise or signs other ends: something is not here.
         */
        INCOMPLETE
    }
}
