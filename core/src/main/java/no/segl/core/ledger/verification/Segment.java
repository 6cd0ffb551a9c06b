package no.segl.core.ledger.verification;

import java.time.Instant;
import no.segl.core.id.Digest;
import no.segl.core.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A run of entries that follow each other by number and hash. An intact chain is one segment; each
 * break begins another. Only its two ends are kept.
 */
final class Segment {

    /** How its first entry stands to one that was read before with the same number. */
    enum Twin {
        NONE,
        COPY,
        RIVAL
    }

    final long firstNumber;
    final Digest firstPrevious;
    final Twin twin;
    long firstLine;
    long secondLine = Long.MAX_VALUE;
    long lineBeforeLast;
    long lastLine;
    long lastNumber;
    long count;

    /** Every entry in it has an EDITED finding of its own already. */
    boolean allEdited = true;

    boolean lastEdited;

    /** A finding named its only entry, so that the break after it needs none. */
    boolean named;

    /** A checkpoint disagreed, and no entry since hangs together with that checkpoint. */
    boolean diverged;

    long coveredTo;
    @Nullable Instant coveredAt;

    /** The last entry's hash as it says, as its content gives, and as a checkpoint says. */
    Digest claimed;

    Digest computed;
    @Nullable Digest vouched;

    /** What an entry in the last one's place must name, if only its number put that one there. */
    private @Nullable Digest seat;

    private Segment(long firstNumber, Digest firstPrevious, Twin twin) {
        this.firstNumber = firstNumber;
        this.firstPrevious = firstPrevious;
        this.twin = twin;
        this.lastNumber = firstNumber - 1;
        this.claimed = firstPrevious;
        this.computed = firstPrevious;
    }

    /** The segment that the chain begins with, before its first entry. */
    static Segment root() {
        return new Segment(1, Digest.ZERO, Twin.NONE);
    }

    /** A segment that begins with an entry that followed nothing. */
    static Segment beginningWith(Entry entry, Digest computed, long line, Twin twin) {
        Segment segment = new Segment(entry.number(), entry.previous(), twin);
        segment.extend(entry, computed, line);
        return segment;
    }

    /** Whether the entry is this segment's next. */
    boolean continuesWith(Entry entry, boolean sound) {
        boolean byNumber = entry.number() == lastNumber + 1;
        boolean byHash = hasHash(entry.previous());
        // In an edited entry one of the two may be what was edited; its place shows by the other.
        return sound ? (byNumber && byHash) || isInItsPlace(entry) : byNumber || byHash;
    }

    /** Whether the last entry, which was edited, only sits where this one belongs. */
    private boolean isInItsPlace(Entry entry) {
        return entry.number() == lastNumber && entry.previous().equals(seat);
    }

    /** Takes the entry as the next, whatever number it claims. */
    void extend(Entry entry, Digest newComputed, long line) {
        boolean sound = newComputed.equals(entry.hash());
        boolean byHash = hasHash(entry.previous());
        if (vouched != null && vouched.equals(entry.previous())) {
            diverged = false;
        }
        if (!sound || !isInItsPlace(entry)) {
            lastNumber++;
            count++;
        }
        seat = byHash || sound ? null : claimed;
        claimed = entry.hash();
        computed = newComputed;
        vouched = null;
        if (count == 1) {
            firstLine = line;
        } else if (count == 2) {
            secondLine = line;
        }
        lineBeforeLast = lastLine;
        lastLine = line;
        lastEdited = !sound;
        allEdited &= !sound;
    }

    /** Whether an entry that names this hash as its previous one may follow. */
    boolean hasHash(Digest hash) {
        return hash.equals(claimed) || hash.equals(computed) || hash.equals(vouched);
    }

    /** Whether a checkpoint with this hash agrees with the last entry. */
    boolean agreesWith(Digest hash) {
        return hash.equals(claimed) || hash.equals(computed);
    }

    /** A trusted checkpoint agrees with the last entry. */
    void cover(Instant at) {
        diverged = false;
        coveredTo = lastNumber;
        coveredAt = at;
    }
}
