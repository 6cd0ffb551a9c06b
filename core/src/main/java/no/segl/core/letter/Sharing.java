package no.segl.core.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.segl.core.access.Clearance;
import no.segl.core.access.Share;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.LetterFact.LetterShared;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.ShareEnded;

/**
 * Decides on sharing one letter with one person. Those may share it who may read it by a grant:
 * what was shared with somebody is not theirs to pass on.
 */
public final class Sharing {

    private Sharing() {}

    /** What came of it. */
    public sealed interface Reply {
        record Done() implements Reply {}

        /** It was so already; nothing was written. */
        record Already() implements Reply {}

        /** Not in the inbox: not available yet, or taken back. */
        record NotThere() implements Reply {}

        /** What is sealed is handed over to somebody else, never to whoever does it. */
        record ToThemself() implements Reply {}

        /** Whoever asked may not. */
        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Shares a letter, of which the person is told. A share with the same person on other terms is
     * ended: one holds at a time, beside what was handed over to them, which no share without it
     * takes away, nor it one. What is sealed is with one person at a time: handing it over ends the
     * hand-over before.
     *
     * @param sharer who shares it
     * @param by whether who shares it may read it, by a grant
     * @param standing what has been shared of the letter
     * @param notice the id of the notice to whom it is shared with
     */
    public static Decision<LetterFact, Reply> share(
            Letter letter,
            PersonId sharer,
            Clearance by,
            List<Share> standing,
            Share share,
            UUID notice,
            Instant now) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared(var right) -> {
                if (!(letter instanceof Letter.Available || letter instanceof Letter.Opened)) {
                    yield Decision.nothing(new Reply.NotThere());
                }
                if (share.sealed() && share.person().equals(sharer)) {
                    yield Decision.nothing(new Reply.ToThemself());
                }
                List<Share> theirs =
                        standing.stream()
                                .filter(s -> s.holdsAt(now) && givesWayTo(share, s))
                                .toList();
                if (theirs.stream().anyMatch(s -> alike(s, share))) {
                    yield Decision.nothing(new Reply.Already());
                }
                List<LetterFact> facts = new ArrayList<>();
                theirs.forEach(s -> facts.add(new ShareEnded(s.letter(), s.id())));
                facts.add(new LetterShared(share));
                if (!share.person().equals(sharer)) {
                    facts.add(told(share, notice));
                }
                yield new Decision<>(right, facts, new Reply.Done());
            }
        };
    }

    private static LetterFact told(Share share, UUID notice) {
        return new NoticeOrdered(
                share.letter(), notice, Notice.Kind.SHARED, new Notice.To.Person(share.person()));
    }

    private static boolean givesWayTo(Share share, Share standing) {
        boolean same = standing.person().equals(share.person());
        return share.sealed() ? standing.sealed() : same && !standing.sealed();
    }

    private static boolean alike(Share one, Share other) {
        return one.person().equals(other.person())
                && one.documents() == other.documents()
                && one.sealed() == other.sealed()
                && one.until().equals(other.until());
    }

    /**
     * Ends a share, in any state of the letter.
     *
     * @param by whether who ends it may
     */
    public static Decision<LetterFact, Reply> end(Share share, Clearance by, Instant now) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared(var right) ->
                    share.holdsAt(now)
                            ? new Decision<>(
                                    right,
                                    List.of(new ShareEnded(share.letter(), share.id())),
                                    new Reply.Done())
                            : Decision.nothing(new Reply.Already());
        };
    }
}
