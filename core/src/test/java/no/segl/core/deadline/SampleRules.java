package no.segl.core.deadline;

import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.deadline.Rules.Bound;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.letter.Letters;

/**
 * Rule tables to test with; each rule has a period of its own, so that none is taken for another.
 */
public final class SampleRules {

    /** What none of them changes. */
    public static final Map<Limit, Bound> LIMITS =
            Map.of(
                    Limit.BOUNCES, new Bound(3, "bounces"),
                    Limit.FAILURES, new Bound(3, "failures"),
                    Limit.TEXTS_FROM, new Bound(9, "texts"),
                    Limit.TEXTS_UNTIL, new Bound(17, "texts"),
                    Limit.BREACH_HOURS, new Bound(72, "breach"),
                    Limit.BREACH_REMIND, new Bound(48, "breach"));

    /** Days: first look 7, next look 8, not available 1, opened 365, withdrawn 30. */
    public static final Rules ONE = table(1, 7, 8);

    /** As {@link #ONE}, but first look after 3 days, next look after 2. */
    public static final Rules TWO = table(2, 3, 2);

    /**
     * With plans: told at once, again after 7 days, escalated after 10 and 14, on paper after 15
     * working days; child welfare is chased after 1 day, escalated after 3 and 5.
     */
    public static final Rules THREE =
            new Rules(
                    3,
                    TWO.rows(),
                    LIMITS,
                    List.of(
                            plan(
                                    Optional.empty(),
                                    step(Wait.NONE, Action.NOTIFY),
                                    step(Wait.days(7), Action.RENOTIFY),
                                    step(Wait.days(10), Action.ESCALATE_RECIPIENT),
                                    step(Wait.days(14), Action.ESCALATE_SENDER),
                                    step(Wait.workingDays(15), Action.PRINT)),
                            plan(
                                    Optional.of(Letters.CHILD_WELFARE),
                                    step(Wait.NONE, Action.NOTIFY),
                                    step(Wait.days(1), Action.CHASE),
                                    step(Wait.days(3), Action.ESCALATE_RECIPIENT),
                                    step(Wait.days(5), Action.ESCALATE_SENDER),
                                    step(Wait.days(7), Action.RENOTIFY),
                                    step(Wait.workingDays(10), Action.PRINT))));

    private SampleRules() {}

    static Plan plan(Optional<Category> category, Plan.Step... steps) {
        return new Plan(Optional.empty(), category, Optional.empty(), List.of(steps));
    }

    static Plan.Step step(Wait after, Action action) {
        return new Plan.Step(after, action, Owner.SENDER, action.name());
    }

    private static Rules table(int version, int firstLook, int nextLook) {
        Map<Rule, Row> rows = new EnumMap<>(Rule.class);
        rows.put(Rule.FIRST_LOOK, row(firstLook, Owner.SENDER, "first"));
        rows.put(Rule.NEXT_LOOK, row(nextLook, Owner.RECIPIENT, "next"));
        rows.put(Rule.NOT_AVAILABLE, row(1, Owner.OPERATOR, "accepted"));
        rows.put(Rule.KEEP_OPENED, row(365, Owner.OPERATOR, "opened"));
        rows.put(Rule.KEEP_WITHDRAWN, row(30, Owner.SENDER, "withdrawn"));
        rows.put(Rule.NO_READER, row(1, Owner.RECIPIENT, "no reader"));
        rows.put(Rule.CASE_DUE, row(3, Owner.OPERATOR, "case"));
        rows.put(Rule.PRINT_SILENT, row(5, Owner.SENDER, "silent"));
        rows.put(Rule.CASE_ESCALATE, row(5, Owner.OPERATOR, "case"));
        rows.put(Rule.REVIEW_ACCESS, row(365, Owner.RECIPIENT, "review"));
        rows.put(Rule.ASK_ACCESS, row(14, Owner.RECIPIENT, "ask"));
        rows.put(Rule.KEY_ROLE, row(1, Owner.RECIPIENT, "key role"));
        rows.put(Rule.BETWEEN_STEPS, row(1, Owner.RECIPIENT, "between"));
        rows.put(Rule.NOTICE_TRIED, row(3, Owner.SENDER, "tried"));
        rows.put(Rule.PRINT_LOOK, row(2, Owner.SENDER, "silent again"));
        rows.put(Rule.KEEP_PRINT_TRACES, row(4, Owner.OPERATOR, "traces"));
        rows.put(Rule.CASE_PUT_OFF, row(14, Owner.OPERATOR, "put off"));
        rows.put(Rule.REMIND_REVIEW, row(7, Owner.RECIPIENT, "remind"));
        rows.put(Rule.KEEP_UPLOAD, row(2, Owner.OPERATOR, "upload"));
        rows.put(Rule.KEEP_STRAYS, row(14, Owner.OPERATOR, "strays"));
        rows.put(Rule.CHECK_HOLDS, row(90, Owner.RECIPIENT, "check"));
        rows.put(Rule.KEEP_EXPORT, row(3, Owner.OPERATOR, "export"));
        rows.put(Rule.ACCESS_LEFT, row(90, Owner.RECIPIENT, "left"));
        rows.put(Rule.ACCESS_ENDS, row(14, Owner.RECIPIENT, "ends"));
        rows.put(Rule.CONTROL_AGAIN, row(1, Owner.OPERATOR, "control"));
        rows.put(Rule.CONTROL_ESCALATE, row(2, Owner.OPERATOR, "control"));
        rows.put(Rule.BREACH_UNOPENED, row(21, Owner.SENDER, "breach"));
        rows.put(Rule.BREACH_CHILD_WELFARE, row(7, Owner.SENDER, "breach"));
        return new Rules(version, rows, LIMITS);
    }

    static Row row(int days, Owner owner, String paragraph) {
        return new Row(Period.ofDays(days), owner, paragraph);
    }
}
