package no.segl.core.ledger.verification;

import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.verification.Finding.Kind;

/** The findings about one chain, in words. */
final class Words {

    private final OrgNumber chain;

    Words(OrgNumber chain) {
        this.chain = chain;
    }

    Finding edited(long place, long line, long claimedNumber) {
        String calls =
                claimedNumber == place ? "" : " It calls itself entry " + claimedNumber + ".";
        return of(
                Kind.EDITED,
                place,
                place,
                line,
                "Entry %d of chain %s (line %d) was changed: its hash is not that of its content.%s"
                        .formatted(place, chain, line, calls));
    }

    Finding dropped(long from, long to, Segment next) {
        return of(
                Kind.DROPPED,
                from,
                to,
                next.firstLine,
                "%s missing before entry %d (line %d)."
                        .formatted(are(from, to), next.firstNumber, next.firstLine));
    }

    Finding reordered(long from, long to, long line, Segment earlier, Segment later) {
        return of(
                Kind.REORDERED,
                from,
                to,
                line,
                "%s out of order: entry %d stands on line %d, after entry %d on line %d."
                        .formatted(
                                are(from, to),
                                earlier.lastNumber,
                                earlier.lastLine,
                                later.firstNumber,
                                later.firstLine));
    }

    Finding copy(Segment segment) {
        return of(
                Kind.DOUBLED,
                segment.firstNumber,
                segment.lastNumber,
                segment.firstLine,
                "%s a copy of what stands elsewhere (line %d)."
                        .formatted(are(segment), segment.firstLine));
    }

    Finding doubled(Segment segment) {
        return of(
                Kind.DOUBLED,
                segment.firstNumber,
                segment.lastNumber,
                segment.firstLine,
                ("%s there a second time (line %d): a copy, or a forgery under a"
                                + " taken number.")
                        .formatted(are(segment), segment.firstLine));
    }

    Finding foreign(Segment segment) {
        return of(
                Kind.FORGED,
                segment.firstNumber,
                segment.lastNumber,
                segment.firstLine,
                "%s not part of the chain (line %d): nothing hangs together with it."
                        .formatted(are(segment), segment.firstLine));
    }

    Finding replaced(Segment before, Segment next) {
        return of(
                Kind.FORGED,
                before.lastNumber,
                before.lastNumber,
                before.lastLine,
                ("Entry %d of chain %s (line %d) was replaced and hashed anew: entry %d (line %d)"
                                + " follows another.")
                        .formatted(
                                before.lastNumber,
                                chain,
                                before.lastLine,
                                next.firstNumber,
                                next.firstLine));
    }

    Finding unrelated(Segment segment) {
        return of(
                Kind.FORGED,
                segment.firstNumber,
                segment.firstNumber,
                segment.firstLine,
                ("Entry %d of chain %s (line %d) was replaced and hashed anew: it neither follows"
                                + " the one before nor is followed.")
                        .formatted(segment.firstNumber, chain, segment.firstLine));
    }

    Finding oneReplaced(Segment before, Segment next) {
        return of(
                Kind.FORGED,
                before.lastNumber,
                next.firstNumber,
                next.firstLine,
                ("Entry %d of chain %s (line %d) does not follow entry %d (line %d): one of them"
                                + " was replaced and hashed anew.")
                        .formatted(
                                next.firstNumber,
                                chain,
                                next.firstLine,
                                before.lastNumber,
                                before.lastLine));
    }

    Finding falseStart(Segment next) {
        return of(
                Kind.FORGED,
                1,
                1,
                next.firstLine,
                "Entry 1 of chain %s (line %d) follows another: a chain's first follows none."
                        .formatted(chain, next.firstLine));
    }

    Finding renumbered(Segment before, Segment next) {
        return of(
                Kind.FORGED,
                next.firstNumber,
                next.firstNumber,
                next.firstLine,
                "Entry %d of chain %s (line %d) was given a false number: it follows entry %d."
                        .formatted(next.firstNumber, chain, next.firstLine, before.lastNumber));
    }

    Finding rivals(Segment before, Segment next) {
        return of(
                Kind.FORGED,
                next.firstNumber,
                before.lastNumber,
                before.lastLine,
                ("%s there twice with different content, up to line %d and from line"
                                + " %d; what follows hangs together with the latter.")
                        .formatted(
                                are(next.firstNumber, before.lastNumber),
                                before.lastLine,
                                next.firstLine));
    }

    Finding truncated(long last, long named, long line) {
        return of(
                Kind.TRUNCATED,
                last + 1,
                named,
                line,
                "%s cut off: the checkpoint on line %d says that it reached entry %d."
                        .formatted(are(last + 1, named), line, named));
    }

    Finding chainMissing(long named, long line) {
        return of(
                Kind.CHAIN_MISSING,
                1,
                named,
                line,
                "Chain %s is missing: the checkpoint on line %d says that it reached entry %d."
                        .formatted(chain, line, named));
    }

    Finding disagrees(long number, long agreed, long line) {
        return of(
                Kind.CHECKPOINT_DISAGREES,
                agreed + 1,
                number,
                line,
                ("The checkpoint on line %d has another hash for entry %d of chain %s: something"
                                + " in entries %d to %d was changed and hashed anew.")
                        .formatted(line, number, chain, agreed + 1, number));
    }

    Finding signatureWrong(long number, long line) {
        return of(
                Kind.CHECKPOINT_SIGNATURE_WRONG,
                number,
                number,
                line,
                "The checkpoint for entry %d of chain %s (line %d) is not signed by the key it names."
                        .formatted(number, chain, line));
    }

    Finding keyUnknown(String keyId, long number, long line) {
        return of(
                Kind.CHECKPOINT_KEY_UNKNOWN,
                number,
                number,
                line,
                ("The checkpoint for entry %d of chain %s (line %d) is signed with key %s, which is"
                                + " not trusted. Said once for each key.")
                        .formatted(number, chain, line, keyId));
    }

    Finding misplaced(long number, long line) {
        return of(
                Kind.CHECKPOINT_MISPLACED,
                number,
                number,
                line,
                "The checkpoint for entry %d of chain %s (line %d) stands too far from it to compare."
                        .formatted(number, chain, line));
    }

    private String are(Segment segment) {
        return are(segment.firstNumber, segment.lastNumber);
    }

    private String are(long from, long to) {
        return from == to
                ? "Entry %d of chain %s is".formatted(from, chain)
                : "Entries %d to %d of chain %s are".formatted(from, to, chain);
    }

    private Finding of(Kind kind, long from, long to, long line, String text) {
        return new Finding(kind, chain, from, to, line, text);
    }
}
