package no.segl.core.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.deadline.Plan.Step;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Accepted;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.Letter.Opened;

/** Says when each letter is due, from its state and the rules alone. */
public final class Deadlines {

    private Deadlines() {}

    /**
     * The next look; empty exactly when the letter is closed, or is a draft that nobody has
     * answered for yet.
     */
    public static Optional<NextLook> nextLook(Letter letter, Rules rules) {
        return switch (letter) {
            case Accepted a ->
                    by(
                            rules.row(Rule.NOT_AVAILABLE),
                            a.lastLook().orElse(a.acceptedAt()),
                            Reason.NOT_AVAILABLE);
            case Available a -> Optional.of(nextLook(a, rules));
            case Draft _, Opened _, Closed _ -> Optional.empty();
        };
    }

    /**
     * The look that is taken of those that are due at {@code now}; empty if none is. When more than
     * one is, after an outage, what does something goes before what only looks: it looks, too.
     */
    static Optional<NextLook> due(Letter letter, Rules rules, Instant now) {
        Stream<NextLook> looks =
                letter instanceof Available a ? looks(a, rules) : nextLook(letter, rules).stream();
        return looks.filter(look -> !look.at().isAfter(now))
                .min(
                        Comparator.comparing((NextLook look) -> !look.reason().isStep())
                                .thenComparing(look -> look.reason() != Reason.NEXT_LOOK)
                                .thenComparing(NextLook::at));
    }

    /** The same of one that is to be looked at anew, whatever its time is. */
    static Optional<NextLook> dueAnew(Letter letter, Rules rules, Instant now) {
        Row row = rules.row(Rule.NO_READER);
        return due(letter, rules, now)
                .or(() ->
                        Optional.of(new NextLook(now, Reason.ANEW, row.owner(), row.paragraph())));
    }

    /**
     * The latest at which any letter that follows {@code rules} can be looked at next. One that is
     * to be looked at later was put off by a clock that was far ahead.
     */
    public static Instant farthest(Rules rules, Instant now) {
        Instant from = now.plus(Letter.AHEAD);
        Instant paused = rules.row(Rule.BETWEEN_STEPS).after(from);
        return Stream.concat(
                        rules.plans().stream()
                                .flatMap(plan -> plan.steps().stream())
                                .map(Step::after),
                        Stream.of(
                                        Rule.FIRST_LOOK,
                                        Rule.NEXT_LOOK,
                                        Rule.NOT_AVAILABLE,
                                        Rule.NO_READER)
                                .map(rules::row)
                                .map(Row::asWait))
                .map(wait -> wait.after(from))
                .reduce(paused, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static NextLook nextLook(Available letter, Rules rules) {
        // Of those that are due at once the first is taken: of steps there are only so many.
        return looks(letter, rules).min(Comparator.comparing(NextLook::at)).orElseThrow();
    }

    private static Stream<NextLook> looks(Available letter, Rules rules) {
        return Stream.of(
                        Optional.of(step(letter, rules)),
                        noReader(letter, rules),
                        owedNotice(letter, rules))
                .flatMap(Optional::stream);
    }

    /**
     * Where nobody could open it: whether somebody can now. The first time at once where its sender
     * wants it on paper, whenever its plan begins.
     */
    private static Optional<NextLook> noReader(Available letter, Rules rules) {
        if (isPaperDue(letter)) {
            Row row = rules.row(Rule.NO_READER);
            return Optional.of(
                    new NextLook(
                            letter.availableAt(), Reason.NO_READER, row.owner(), row.paragraph()));
        }
        return letter.chase().readerless()
                ? by(
                        rules.row(Rule.NO_READER),
                        letter.lastLook().orElse(letter.availableAt()),
                        Reason.NO_READER)
                : Optional.empty();
    }

    /** Whether it is to be ordered on paper at the look that comes. */
    public static boolean isPaperDue(Available letter) {
        return letter.chase().forPaper() && letter.looks() == 0;
    }

    /**
     * The second notice that the law asks for, where its step was taken before anybody who can open
     * the letter had been told a first time. Where nobody can open it now, there is nobody to tell.
     */
    private static Optional<NextLook> owedNotice(Available letter, Rules rules) {
        Chase chase = letter.chase();
        if (chase.notifiedAt().isEmpty() || chase.renotified() || chase.readerless()) {
            return Optional.empty();
        }
        Instant told = chase.notifiedAt().get();
        return rules.steps(letter.envelope()).stream()
                .limit(chase.steps())
                .filter(step -> step.action() == Action.RENOTIFY)
                .findFirst()
                .map(step ->
                        new NextLook(
                                later(step.after().after(told), rested(letter, rules)),
                                Reason.RENOTIFY,
                                step.owner(),
                                step.paragraph()));
    }

    /**
     * From when it may be chased again. Looks that do no more than look, day by day, put nothing
     * off: else a pause as long as theirs would keep the plan from ever going on.
     */
    private static Optional<Instant> rested(Available letter, Rules rules) {
        return letter.chase().chasedAt().map(rules.row(Rule.BETWEEN_STEPS)::after);
    }

    private static Instant later(Instant at, Optional<Instant> earliest) {
        return earliest.filter(at::isBefore).orElse(at);
    }

    /** Whether {@code look} is the next step of the letter's plan. */
    static boolean isStep(NextLook look, Available letter, Rules rules) {
        return look.reason().isStep() && look.equals(step(letter, rules));
    }

    private static NextLook step(Available letter, Rules rules) {
        List<Step> steps = rules.steps(letter.envelope());
        if (letter.chase().steps() >= steps.size()) {
            Row row = rules.row(Rule.NEXT_LOOK);
            return new NextLook(
                    beyondPlan(letter, row), Reason.NEXT_LOOK, row.owner(), row.paragraph());
        }
        Step step = steps.get(letter.chase().steps());
        Instant due = step.after().after(from(step, letter));
        Optional<Instant> earliest = rested(letter, rules).filter(_ -> letter.chase().steps() > 0);
        return new NextLook(
                later(due, earliest), step.action().reason(), step.owner(), step.paragraph());
    }

    /**
     * The first time after its last look of those that follow one another from when it was last
     * chased. Looks that do no more than look, day by day, put none of them off; nor do these put
     * off a notice that is owed.
     */
    private static Instant beyondPlan(Available letter, Row row) {
        Instant last = letter.lastLook().orElse(letter.availableAt());
        Instant next = row.after(letter.chase().chasedAt().orElse(letter.availableAt()));
        while (!next.isAfter(last)) {
            next = row.after(next);
        }
        return next;
    }

    /** The law's week begins when it is both available and told of. */
    private static Instant from(Step step, Available letter) {
        return letter.chase()
                .notifiedAt()
                .filter(at -> step.action() == Action.RENOTIFY && at.isAfter(letter.availableAt()))
                .orElse(letter.availableAt());
    }

    /**
     * When the content of a closed letter is destroyed, and by which rule; empty while it is open.
     */
    public static Optional<NextLook> destruction(Letter letter, Rules rules) {
        return switch (letter) {
            case Opened o ->
                    by(
                            rules.keep(o.envelope(), Rule.KEEP_OPENED),
                            o.openedAt(),
                            Reason.KEEP_OPENED);
            case Closed c ->
                    by(
                            rules.keep(c.envelope(), Rule.KEEP_WITHDRAWN),
                            c.closedAt(),
                            Reason.KEEP_WITHDRAWN);
            case Draft _, Accepted _, Available _ -> Optional.empty();
        };
    }

    private static Optional<NextLook> by(Row row, Instant from, Reason reason) {
        return Optional.of(new NextLook(row.after(from), reason, row.owner(), row.paragraph()));
    }
}
