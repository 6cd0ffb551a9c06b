package no.segl.core.ledger.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the segments of a broken chain in order, from its beginning, and says what each break means.
 */
final class Assembly {

    private final Words words;
    private final Consumer<Finding> findings;

    Assembly(Words words, Consumer<Finding> findings) {
        this.words = words;
        this.findings = findings;
    }

    /** Explains all breaks; gives the segment that the chain ends with. The root comes first. */
    Segment assemble(List<Segment> segments) {
        Segment last = segments.getFirst();
        List<Segment> rest = new ArrayList<>(segments.subList(1, segments.size()));
        rest.sort(
                Comparator.comparingLong((Segment s) -> s.firstNumber)
                        .thenComparing(s -> s.count, Comparator.reverseOrder()));
        for (Segment next = after(last, rest); next != null; next = after(last, rest)) {
            rest.remove(next);
            explain(last, next, rest);
            last = next;
        }
        for (Segment left : rest) {
            explainLeftOver(left, last.lastNumber);
        }
        return last;
    }

    private static @Nullable Segment after(Segment last, List<Segment> rest) {
        Segment best = null;
        for (Segment segment : rest) {
            if (follows(last, segment) && (best == null || segment.count > best.count)) {
                best = segment;
            }
        }
        if (best != null) {
            return best;
        }
        for (Segment segment : rest) {
            if (segment.lastNumber > last.lastNumber && mayFollow(last, segment)) {
                return segment;
            }
        }
        return null;
    }

    private static boolean follows(Segment last, Segment next) {
        return next.firstNumber == last.lastNumber + 1 && last.hasHash(next.firstPrevious);
    }

    /** Not what was put in among the entries before, nor edited beyond knowing its place. */
    private static boolean mayFollow(Segment last, Segment next) {
        boolean leapsAhead =
                next.firstNumber > last.lastNumber + 1 && next.firstLine < last.lastLine;
        return !leapsAhead && !next.allEdited;
    }

    private void explain(Segment last, Segment next, List<Segment> rest) {
        long gap = next.firstNumber - last.lastNumber - 1;
        if (follows(last, next)) {
            if (next.firstLine < last.lastLine) {
                explainOrder(last, next);
            }
        } else if (gap > 0) {
            findings.accept(
                    last.count > 0 && last.hasHash(next.firstPrevious)
                            ? words.renumbered(last, next)
                            : words.dropped(last.lastNumber + 1, next.firstNumber - 1, next));
        } else if (gap < 0) {
            // An edited entry can have sat down in the place of the right one; it is named already.
            if (gap < -1 || !last.lastEdited) {
                findings.accept(words.rivals(last, next));
            }
        } else if (last.count == 0) {
            findings.accept(words.falseStart(next));
        } else if (!last.lastEdited && !last.named) {
            explainReplaced(last, next, rest);
        }
    }

    /** The numbers meet and the hashes do not: the one that nothing follows was replaced. */
    private void explainReplaced(Segment last, Segment next, List<Segment> rest) {
        if (next.count > 1) {
            findings.accept(words.replaced(last, next));
        } else if (rest.stream().anyMatch(s -> s.firstNumber == next.lastNumber + 1)) {
            next.named = true;
            findings.accept(words.unrelated(next));
        } else {
            findings.accept(words.oneReplaced(last, next));
        }
    }

    /** Both ends meet, but what comes after stands before: names what was moved, if one was. */
    private void explainOrder(Segment last, Segment next) {
        boolean nextMoved = next.secondLine > last.lastLine;
        boolean lastMoved = last.lineBeforeLast < next.firstLine;
        long from = nextMoved && !lastMoved ? next.firstNumber : last.lastNumber;
        long to = lastMoved && !nextMoved ? last.lastNumber : next.firstNumber;
        long line = nextMoved && !lastMoved ? next.firstLine : last.lastLine;
        findings.accept(words.reordered(from, to, line, last, next));
    }

    private void explainLeftOver(Segment left, long end) {
        if (left.allEdited) {
            return;
        }
        if (left.firstNumber > end || left.twin == Segment.Twin.RIVAL) {
            findings.accept(words.foreign(left));
        } else {
            findings.accept(
                    left.twin == Segment.Twin.COPY ? words.copy(left) : words.doubled(left));
        }
    }
}
