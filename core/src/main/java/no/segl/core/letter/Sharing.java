package no.segl.core.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * hand-over before. With what ends or is shared anew ends what deputies had of it, also those
     * who are to have nothing of the new: {@link #andDeputies} gives it to the others.
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
                Set<PersonId> anew =
                        Stream.concat(Stream.of(share), theirs.stream())
                                .map(Share::person)
                                .collect(Collectors.toSet());
                facts.addAll(inTheirPlaceEnded(anew, standing, now));
                facts.add(new LetterShared(share));
                if (!share.person().equals(sharer)) {
                    facts.add(told(share, notice));
                }
                yield new Decision<>(right, facts, new Reply.Done());
            }
        };
    }

    /**
     * A share, and the id of the notice by which whom it is with is told of it.
     *
     * @param notice used if they are told
     */
    public record Told(Share share, UUID notice) {}

    /**
     * The same, and with those who are in the place of whom it was shared with while they are away.
     * Theirs is on the same terms: {@link #share} has ended what they had of it before.
     *
     * @param shared what came of sharing it
     * @param deputies what each of them is to have; more than one of the same deputy's for terms
     *     apart from each other
     */
    public static Decision<LetterFact, Reply> andDeputies(
            Decision<LetterFact, Reply> shared, List<Told> deputies, Instant now) {
        if (shared.facts().isEmpty() || deputies.isEmpty()) {
            return shared;
        }
        List<LetterFact> facts = new ArrayList<>(shared.facts());
        for (Told deputy : deputies) {
            Share share = deputy.share();
            facts.add(new LetterShared(share));
            // Whom it is not for yet finds it in the inbox when it is.
            if (share.holdsAt(now)) {
                facts.add(told(share, deputy.notice()));
            }
        }
        return new Decision<>(shared.right(), facts, shared.reply());
    }

    /**
     * Lets a deputy read a letter that is shared with whoever is away, as long as they are.
     *
     * @param by whether who decides it may give access where the letter came
     * @param standing what has been shared of the letter
     * @param share the deputy's
     */
    public static Decision<LetterFact, Reply> deputise(
            Letter letter, Clearance by, List<Share> standing, Share share, Instant now) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared(var right) -> {
                if (!(letter instanceof Letter.Available || letter instanceof Letter.Opened)) {
                    yield Decision.nothing(new Reply.NotThere());
                }
                List<Share> theirs =
                        standing.stream()
                                .filter(s -> s.person().equals(share.person()))
                                .filter(s -> !s.hasEndedAt(now))
                                .toList();
                if (theirs.stream().anyMatch(s -> s.deputyFor().isEmpty() && s.covers(share))) {
                    yield Decision.nothing(new Reply.Already());
                }
                List<LetterFact> facts = new ArrayList<>();
                // What was decided last is what holds.
                theirs.stream()
                        .filter(s -> s.deputyFor().equals(share.deputyFor()))
                        .forEach(s -> facts.add(new ShareEnded(s.letter(), s.id())));
                facts.add(new LetterShared(share));
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
        // What a deputy has in somebody's place is apart from their own.
        return share.sealed()
                ? standing.sealed()
                : same && !standing.sealed() && standing.deputyFor().isEmpty();
    }

    private static boolean alike(Share one, Share other) {
        return one.person().equals(other.person())
                && one.documents() == other.documents()
                && one.sealed() == other.sealed()
                && one.until().equals(other.until());
    }

    /**
     * Ends a share, in any state of the letter, with what deputies have in the place of whom it is
     * with.
     *
     * @param standing what has been shared of the letter
     */
    public static Decision<LetterFact, Reply> endWithDeputies(
            Share share, List<Share> standing, Clearance by, Instant now) {
        Decision<LetterFact, Reply> ended = end(share, by, now);
        if (ended.facts().isEmpty()) {
            return ended;
        }
        List<LetterFact> facts = new ArrayList<>(ended.facts());
        facts.addAll(inTheirPlaceEnded(Set.of(share.person()), standing, now));
        return new Decision<>(ended.right(), facts, ended.reply());
    }

    /** Ends what anybody has, or will have, of the letter in the place of one of {@code absent}. */
    private static List<LetterFact> inTheirPlaceEnded(
            Set<PersonId> absent, List<Share> standing, Instant now) {
        return standing.stream()
                .filter(s -> s.deputyFor().filter(absent::contains).isPresent())
                .filter(s -> !s.hasEndedAt(now))
                .<LetterFact>map(s -> new ShareEnded(s.letter(), s.id()))
                .toList();
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
                    // Also a deputy's, which has not begun.
                    !share.hasEndedAt(now)
                            ? new Decision<>(
                                    right,
                                    List.of(new ShareEnded(share.letter(), share.id())),
                                    new Reply.Done())
                            : Decision.nothing(new Reply.Already());
        };
    }
}
