package no.segl.core.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Case;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/**
 * Decides on what may be a breach of personal data security: a case with a clock. It is known from
 * when it becomes a case, and its end is reminded of before it comes (law:
 * personvernforordningen-33). Whether it is one is for a person to decide.
 */
public final class Breach {

    /** The category whose letters may be a breach sooner than others. */
    public static final String CHILD_WELFARE = "CHILD_WELFARE";

    private Breach() {}

    /** When a breach that is known since {@code matter} was raised must have been reported. */
    public static Instant ends(Case matter, Rules rules) {
        return matter.raised().plus(hours(rules, Limit.BREACH_HOURS));
    }

    /** Until when a case can be put off at the latest: not past the end of its clock. */
    public static Instant putOff(Case matter, Rules rules, Instant now) {
        Instant latest = rules.row(Rule.CASE_PUT_OFF).after(now);
        if (!matter.reason().isBreach()) {
            return latest;
        }
        Instant next = next(matter, rules, now);
        return next.isBefore(latest) ? next : latest;
    }

    /**
     * Makes a letter that has lain unopened for too long a case: at its sender, and at its
     * recipient where that is another organisation. Each answers for its own part.
     *
     * @param had what it has been a case for, at any time: decided once, it is not raised again
     * @param within whether both ends are of one organisation
     */
    public static Decision<LetterFact, CaseDue.Reply> unopened(
            Letter letter,
            Set<Situation.Raised> had,
            boolean within,
            Supplier<UUID> ids,
            Rules rules,
            Instant now) {
        if (!(letter instanceof Letter.Available available)
                || limit(letter, rules).after(available.availableAt()).isAfter(now)) {
            return Decision.nothing(CaseDue.Reply.NOTHING_TO_DO);
        }
        List<Side> ends = within ? List.of(Side.SENDER) : List.of(Side.SENDER, Side.RECIPIENT);
        return raise(letter, Matter.Reason.BREACH_UNOPENED, ends, had, ids, rules, now);
    }

    /**
     * Makes a letter a case at its sender that was opened by who says that it is not for them.
     *
     * @param had as for {@link #unopened}
     */
    public static Decision<LetterFact, CaseDue.Reply> misdirected(
            Letter letter,
            Set<Situation.Raised> had,
            Supplier<UUID> ids,
            Rules rules,
            Instant now) {
        boolean opened = letter instanceof Letter.Opened;
        boolean wrong = had.contains(raised(Matter.Reason.WRONG_ADDRESSEE, Side.SENDER));
        return opened && wrong
                ? raise(
                        letter,
                        Matter.Reason.BREACH_MISDIRECTED,
                        List.of(Side.SENDER),
                        had,
                        ids,
                        rules,
                        now)
                : Decision.nothing(CaseDue.Reply.NOTHING_TO_DO);
    }

    private static Decision<LetterFact, CaseDue.Reply> raise(
            Letter letter,
            Matter.Reason reason,
            List<Side> ends,
            Set<Situation.Raised> had,
            Supplier<UUID> ids,
            Rules rules,
            Instant now) {
        List<LetterFact> facts = new ArrayList<>();
        ends.stream()
                .map(end -> raised(reason, end))
                .filter(raised -> !had.contains(raised))
                .forEach(
                        raised -> CaseDue.raise(letter.envelope(), raised, ids, rules, now, facts));
        return facts.isEmpty()
                ? Decision.nothing(CaseDue.Reply.NOTHING_TO_DO)
                : new Decision<>(new Right("rule", paragraph(rules)), facts, CaseDue.Reply.DONE);
    }

    /** The row by which a letter that lies unopened may be a breach. */
    private static Row limit(Letter letter, Rules rules) {
        return rules.row(
                letter.envelope().category().code().equals(CHILD_WELFARE)
                        ? Rule.BREACH_CHILD_WELFARE
                        : Rule.BREACH_UNOPENED);
    }

    /** When whoever has the case is reminded first. */
    static Instant reminded(Instant known, Rules rules) {
        return known.plus(hours(rules, Limit.BREACH_REMIND));
    }

    /** When they are reminded next: when the clock ends, and every day from then. */
    static Instant next(Case matter, Rules rules, Instant now) {
        Instant ends = ends(matter, rules);
        return ends.isAfter(now) ? ends : now.plus(Duration.ofDays(1));
    }

    /** The paragraph that it is all about. */
    static String paragraph(Rules rules) {
        return Objects.requireNonNull(rules.limits().get(Limit.BREACH_HOURS)).paragraph();
    }

    private static Situation.Raised raised(Matter.Reason reason, Side at) {
        return new Situation.Raised(reason, at);
    }

    private static Duration hours(Rules rules, Limit limit) {
        return Duration.ofHours(rules.number(limit));
    }
}
