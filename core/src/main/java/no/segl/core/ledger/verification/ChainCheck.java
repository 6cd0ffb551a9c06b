package no.segl.core.ledger.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Follows one chain. While it is intact there is one segment; each entry that follows none of those
 * known begins another, and {@link Assembly} says at the end what that means.
 */
final class ChainCheck {

    /** More breaks than this in one chain are no longer told apart. */
    private static final int MAX_SEGMENTS = 200;

    /** How many checkpoints may wait for their entry. */
    private static final int MAX_AHEAD = 16;

    private record Ahead(Digest hash, Instant at, long line) {}

    private final OrgNumber chain;
    private final Words words;
    private final Consumer<Finding> findings;
    private final Breaks breaks;

    /** The first is the root. The list and the map exist from the first break on. */
    private @Nullable List<Segment> segments;

    private @Nullable Map<Digest, Segment> byLastHash;
    private Segment current = Segment.root();
    private @Nullable NavigableMap<Long, Ahead> ahead;
    private @Nullable Ahead uncompared;
    private long uncomparedNumber;
    private long entries;

    ChainCheck(OrgNumber chain, Breaks breaks, Consumer<Finding> findings) {
        this.chain = chain;
        this.words = new Words(chain);
        this.breaks = breaks;
        this.findings = findings;
    }

    void take(Entry entry, long line) {
        entries++;
        Digest computed = entry.computedHash();
        boolean sound = computed.equals(entry.hash());
        Segment segment = segmentBefore(entry, sound);
        if (segment != null) {
            forgetHashes(segment);
            segment.extend(entry, computed, line);
        } else {
            segment = begin(entry, computed, line);
        }
        if (!sound) {
            long place = segment == null ? entry.number() : segment.lastNumber;
            findings.accept(words.edited(place, line, entry.number()));
        }
        if (segment != null) {
            rememberHashes(segment);
            current = segment;
            compareWithAhead(segment);
        }
    }

    private @Nullable Segment segmentBefore(Entry entry, boolean sound) {
        if (byLastHash != null) {
            Segment byHash = byLastHash.get(entry.previous());
            if (byHash != null && byHash.continuesWith(entry, sound)) {
                return byHash;
            }
        }
        return current.continuesWith(entry, sound) ? current : null;
    }

    /** Begins another segment with an entry that follows none; null if there are too many. */
    private @Nullable Segment begin(Entry entry, Digest computed, long line) {
        List<Segment> all = segments;
        if (all == null) {
            all = new ArrayList<>(List.of(current));
            segments = all;
            byLastHash = new HashMap<>();
            rememberHashes(current);
        }
        Segment.Twin twin = Segment.Twin.NONE;
        for (Segment other : all) {
            if (other.lastNumber == entry.number() && other.count > 0) {
                boolean same = other.computed.equals(computed);
                twin = same ? Segment.Twin.COPY : Segment.Twin.RIVAL;
                if (same) {
                    break;
                }
            }
        }
        Segment segment = Segment.beginningWith(entry, computed, line, twin);
        if (all.size() >= MAX_SEGMENTS || !breaks.another()) {
            if (!segment.allEdited) {
                findings.accept(words.foreign(segment));
            }
            return null;
        }
        all.add(segment);
        return segment;
    }

    private void forgetHashes(Segment segment) {
        if (byLastHash != null) {
            byLastHash.remove(segment.claimed, segment);
            byLastHash.remove(segment.computed, segment);
            byLastHash.remove(segment.vouched, segment);
        }
    }

    private void rememberHashes(Segment segment) {
        remember(segment.claimed, segment);
        remember(segment.computed, segment);
        remember(segment.vouched, segment);
    }

    /** Where two segments end alike, one is a copy: the longer goes on. */
    private void remember(@Nullable Digest hash, Segment segment) {
        if (byLastHash != null && hash != null) {
            byLastHash.merge(hash, segment, (old, it) -> it.count > old.count ? it : old);
        }
    }

    void take(Checkpoint checkpoint, long line) {
        var it = new Ahead(checkpoint.hash(), checkpoint.at(), line);
        Segment segment = segmentEndingWith(checkpoint.number(), checkpoint.hash());
        if (segment != null) {
            compare(segment, it);
        } else if (hasPassed(checkpoint.number())) {
            findings.accept(words.misplaced(checkpoint.number(), line));
        } else {
            waitForEntry(checkpoint.number(), it);
        }
    }

    private boolean hasPassed(long number) {
        for (Segment segment : segments == null ? List.of(current) : segments) {
            if (segment.firstNumber <= number && number <= segment.lastNumber) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Segment segmentEndingWith(long number, Digest hash) {
        if (segments == null) {
            return current.lastNumber == number ? current : null;
        }
        Segment ending = null;
        for (Segment segment : segments) {
            if (segment.lastNumber == number && segment.count > 0) {
                if (segment.agreesWith(hash)) {
                    return segment;
                }
                ending = segment == current || ending == null ? segment : ending;
            }
        }
        return ending;
    }

    private void compare(Segment segment, Ahead checkpoint) {
        if (segment.agreesWith(checkpoint.hash)) {
            segment.cover(checkpoint.at);
            return;
        }
        boolean alreadySaid = segment.diverged || segment.lastEdited;
        if (!alreadySaid) {
            findings.accept(
                    words.disagrees(segment.lastNumber, segment.coveredTo, checkpoint.line));
        }
        segment.diverged = true;
        segment.vouched = checkpoint.hash;
        remember(checkpoint.hash, segment);
    }

    private void waitForEntry(long number, Ahead checkpoint) {
        NavigableMap<Long, Ahead> waiting = ahead == null ? new TreeMap<>() : ahead;
        ahead = waiting;
        waiting.putIfAbsent(number, checkpoint);
        if (waiting.size() > MAX_AHEAD) {
            // The highest says the most: it covers what the lower ones cover.
            var lowest = waiting.pollFirstEntry();
            uncompared = lowest.getValue();
            uncomparedNumber = lowest.getKey();
        }
    }

    private void compareWithAhead(Segment segment) {
        Ahead waiting = ahead == null ? null : ahead.remove(segment.lastNumber);
        if (waiting != null) {
            compare(segment, waiting);
        }
    }

    /** The last entry that was read, as it stands; empty if there was none. */
    Optional<ChainHead> head() {
        return entries == 0
                ? Optional.empty()
                : Optional.of(new ChainHead(chain, current.lastNumber, current.claimed));
    }

    Coverage finish() {
        Segment last = current;
        if (segments != null) {
            last = new Assembly(words, findings).assemble(segments);
        }
        long end = last.lastNumber;
        var highest = ahead == null ? null : ahead.lastEntry();
        if (highest != null && highest.getKey() > end) {
            findings.accept(
                    entries == 0
                            ? words.chainMissing(highest.getKey(), highest.getValue().line)
                            : words.truncated(end, highest.getKey(), highest.getValue().line));
        } else if (uncompared != null) {
            findings.accept(words.misplaced(uncomparedNumber, uncompared.line));
        }
        Segment covered = last;
        for (Segment segment : segments == null ? List.of(last) : segments) {
            covered = segment.coveredTo > covered.coveredTo ? segment : covered;
        }
        return new Coverage(chain, entries, end, covered.coveredTo, covered.coveredAt);
    }
}
