package no.segl.app.office;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerEnds.End;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.Entry;

/**
 * Finds out whether a chain, as the database has it now, goes on from what was signed of it. Reads
 * what has come since, and not what was signed before.
 */
final class Descent {

    /** What was found. */
    sealed interface Verdict {}

    /**
     * It does, as far as it was read.
     *
     * @param at the last entry that was read
     * @param walked how many there were
     */
    record Agrees(ChainHead at, long walked) implements Verdict {}

    /**
     * It does not.
     *
     * @param what is amiss, as the end of a sentence about the chain
     * @param endsEarlier whether it ends earlier, and all that is left of it follows from its last
     *     checkpoint, as in a backup: whoever wrote the past anew has left something else
     */
    record Disagrees(String what, boolean endsEarlier) implements Verdict {
        Disagrees(String what) {
            this(what, false);
        }
    }

    private final Ledger ledger;
    private final CheckpointKeys keys;

    /**
     * @param keys with which the ledger is and was signed
     */
    Descent(Ledger ledger, CheckpointKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /**
     * Reads a chain from what was signed.
     *
     * @param noted what is known to have been signed; if nothing is, the last checkpoint that the
     *     database has is believed, for it is signed
     * @param most entries to read
     */
    Verdict of(End end, Optional<ChainHead> noted, long most) {
        ChainHead head = end.head();
        ChainHead base =
                noted.or(() -> end.signed().map(Descent::head))
                        .orElseGet(() -> ChainHead.start(head.chain()));
        Optional<String> amiss = amiss(end, noted, base);
        if (amiss.isPresent()) {
            return new Disagrees(amiss.get(), base.number() > head.number() && isBeginning(end));
        }
        if (noted.equals(Optional.of(head))) {
            return new Agrees(head, 0);
        }
        return walked(end, base, most);
    }

    private Verdict walked(End end, ChainHead base, long most) {
        try {
            return walk(end, base, most);
        } catch (IllegalArgumentException e) {
            return new Disagrees("has an entry that is none");
        }
    }

    /**
     * Whether a chain is the beginning of one that was signed, as far as its own checkpoint tells:
     * that is signed, lies within it, and what has come since follows from there.
     */
    private boolean isBeginning(End end) {
        ChainHead base =
                end.signed()
                        .map(Descent::head)
                        .orElseGet(() -> ChainHead.start(end.head().chain()));
        return end.signed().filter(one -> !isGood(one)).isEmpty()
                && base.number() <= end.head().number()
                && walked(end, base, Long.MAX_VALUE) instanceof Agrees;
    }

    /** Whether nothing at all is left of it. */
    boolean isEmpty(OrgNumber chain) {
        if (!ledger.checkpoints(chain).isEmpty()) {
            return false;
        }
        try (Stream<Entry> entries = ledger.entries(chain, 0)) {
            return entries.findAny().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isGood(Checkpoint checkpoint) {
        return keys.check(checkpoint) == CheckpointKeys.Outcome.GOOD;
    }

    /** What is amiss before any entry is read. */
    private Optional<String> amiss(End end, Optional<ChainHead> noted, ChainHead base) {
        long last = end.head().number();
        long signed = end.signed().map(Checkpoint::number).orElse(0L);
        if (Math.max(base.number(), signed) > last) {
            return Optional.of(
                    "was signed as far as entry %d, and ends at entry %d now"
                            .formatted(Math.max(base.number(), signed), last));
        }
        if (signed < base.number()) {
            return Optional.of(
                    "has lost its checkpoint: it was signed as far as entry %d"
                            .formatted(base.number()));
        }
        boolean known = end.signed().map(Descent::head).equals(noted);
        if (!known && end.signed().filter(one -> !isGood(one)).isPresent()) {
            return Optional.of(
                    "has a checkpoint, at entry %d, that Segl did not sign".formatted(signed));
        }
        return differs(end, base);
    }

    private static Optional<String> differs(End end, ChainHead at) {
        return end.signed()
                .map(Descent::head)
                .filter(signed -> signed.number() == at.number() && !signed.equals(at))
                .map(_ -> "has another hash at entry %d than was signed".formatted(at.number()));
    }

    private Verdict walk(End end, ChainHead base, long most) {
        ChainHead at = base;
        long walked = 0;
        try (Stream<Entry> entries = ledger.entries(base.chain(), Math.max(0, base.number() - 1))) {
            Iterator<Entry> each = entries.iterator();
            if (base.number() > 0 && !isNext(each, base)) {
                return new Disagrees(
                        "has another entry %d than was signed, or none".formatted(base.number()));
            }
            while (at.number() < end.head().number() && walked < most) {
                Optional<Entry> entry =
                        each.hasNext() ? Optional.of(each.next()) : Optional.empty();
                if (entry.filter(at::isFollowedBy).isEmpty()) {
                    return new Disagrees(
                            "was changed: no entry %d follows entry %d"
                                    .formatted(at.number() + 1, at.number()));
                }
                at = entry.get().head();
                walked++;
                Optional<String> differs = differs(end, at);
                if (differs.isPresent()) {
                    return new Disagrees(differs.get());
                }
            }
        }
        return at.number() == end.head().number() && !at.equals(end.head())
                ? new Disagrees("ends with another hash than its last entry has")
                : new Agrees(at, walked);
    }

    private static boolean isNext(Iterator<Entry> each, ChainHead head) {
        if (!each.hasNext()) {
            return false;
        }
        Entry entry = each.next();
        return entry.isSound() && entry.head().equals(head);
    }

    private static ChainHead head(Checkpoint checkpoint) {
        return new ChainHead(checkpoint.chain(), checkpoint.number(), checkpoint.hash());
    }
}
