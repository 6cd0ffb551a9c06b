package no.segl.core.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Case;
import no.segl.core.letter.Casework;
import no.segl.core.letter.Casework.Hand;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/**
 * Decides on what a telephone call about an unopened letter leaves behind: what was said, whose it
 * is, and when it is looked at again. It is kept on the letter's cases at the sender; where there
 * is none, the call makes it one. The letter has its next look as before: to be told that it will
 * be opened is not to have it opened.
 */
public final class Calling {

    private Calling() {}

    /** What came of it. */
    public enum Reply {
        /** It is written down, and the case is the caller's until the day that was agreed. */
        NOTED,
        /**
         * It is written down; whose the case is and its time are others', and stay as they were.
         */
        ONLY_WRITTEN,
        /** It waits for nobody to open it. */
        CLOSED,
        /** No text, or too much of it. */
        BAD_TEXT,
        /** A time that has passed, or lies too far ahead. */
        BAD_TIME,
        /** Whoever asked does not answer for the sender's cases. */
        REFUSED
    }

    /**
     * A call.
     *
     * @param by who called
     * @param text whom they spoke with, and what was agreed
     * @param awaits what is awaited now
     * @param until until when, at the latest
     */
    public record Call(PersonId by, String text, Matter.Wait awaits, Instant until) {

        /** Without the text, which is nobody's to read in a log. */
        @Override
        public String toString() {
            return "Call[" + awaits + ", " + until + "]";
        }
    }

    /**
     * What surrounds the letter.
     *
     * @param cases its cases at the sender that are not closed
     * @param seen the version of each case that the caller has seen
     * @param answers whether the caller answers for cases there
     * @param ids new ids, each never given before
     */
    public record Around(
            List<Case> cases, Map<UUID, Integer> seen, Clearance answers, Supplier<UUID> ids) {

        public Around {
            cases = List.copyOf(cases);
            seen = Map.copyOf(seen);
        }
    }

    /** Decides. */
    public static Decision<LetterFact, Reply> decide(
            Letter letter, Call call, Around around, Rules rules, Instant now) {
        if (!(around.answers() instanceof Clearance.Cleared(var right))) {
            return Decision.nothing(Reply.REFUSED);
        }
        if (!(letter instanceof Letter.Available)) {
            return Decision.nothing(Reply.CLOSED);
        }
        List<LetterFact> facts = new ArrayList<>();
        List<Hand> hands =
                around.cases().stream()
                        .map(c ->
                                new Hand(
                                        letter,
                                        c,
                                        around.seen().getOrDefault(c.id(), -1),
                                        around.answers()))
                        .toList();
        if (hands.isEmpty()) {
            hands = List.of(raised(letter, around, rules, now, facts));
        }
        boolean theirs = true;
        for (Hand hand : hands) {
            Optional<Reply> fault = write(hand, call, around, facts);
            if (fault.isEmpty()) {
                Instant latest = rules.row(Rule.CASE_PUT_OFF).after(now);
                var off = Casework.snooze(hand, call.awaits(), call.until(), latest, now);
                if (off.reply() == Casework.Reply.BAD_TIME) {
                    fault = Optional.of(Reply.BAD_TIME);
                } else {
                    theirs &= take(hand, call, off, facts);
                }
            }
            if (fault.isPresent()) {
                return Decision.nothing(fault.get());
            }
        }
        return new Decision<>(right, facts, theirs ? Reply.NOTED : Reply.ONLY_WRITTEN);
    }

    /** What is to be followed up after a call has lain for too long, as whoever called saw. */
    private static Hand raised(
            Letter letter, Around around, Rules rules, Instant now, List<LetterFact> facts) {
        var raised =
                Looking.caseOf(
                        letter.envelope().id(),
                        around.ids().get(),
                        Matter.Reason.LONG_UNOPENED,
                        Side.SENDER,
                        rules,
                        now);
        facts.add(raised);
        Case made =
                new Case(
                        raised.matter(),
                        raised.reason(),
                        raised.at(),
                        now,
                        raised.due(),
                        Optional.empty(),
                        0,
                        false);
        return new Hand(letter, made, made.version(), around.answers());
    }

    private static Optional<Reply> write(
            Hand hand, Call call, Around around, List<LetterFact> facts) {
        var written = Casework.comment(hand, around.ids().get(), call.text());
        facts.addAll(written.facts());
        return written.reply() == Casework.Reply.BAD_TEXT
                ? Optional.of(Reply.BAD_TEXT)
                : Optional.empty();
    }

    /** Takes it until then, unless it is another's, or others have changed it. */
    private static boolean take(
            Hand hand,
            Call call,
            Decision<LetterFact, Casework.Reply> off,
            List<LetterFact> facts) {
        boolean free = hand.matter().owner().filter(o -> !o.equals(call.by())).isEmpty();
        if (!free || off.reply() != Casework.Reply.DONE) {
            return false;
        }
        facts.addAll(Casework.assign(hand, call.by(), hand.by()).facts());
        facts.addAll(off.facts());
        return true;
    }
}
