package no.segl.proof.sim;

import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.deadline.Plan;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Bound;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.deadline.Wait;

/**
 * The rule tables of the simulation, as plain data: versions 1 and 2 are those of the product,
 * version 3 is one that somebody changes to, with other periods between looks and steps. {@link
 * NaivePlan} reads the same data, and counts days by itself.
 */
final class Tables {

    static final Category CHILD_WELFARE = new Category("CHILD_WELFARE");
    static final Category HEALTH = new Category("HEALTH_SOCIAL_WELFARE");

    /** The days from when something becomes a case until somebody must have looked at it. */
    static final int CASE_DAYS = 3;

    /** From when it became one until it is one at the other end, too. */
    static final int ESCALATE_DAYS = 6;

    /** The days of silence after which somebody must ask after a letter's paper. */
    static final int SILENT_DAYS = 5;

    static final int KEEP_OPENED_DAYS = 365;
    static final int KEEP_CLOSED_DAYS = 30;

    private static final String LAW = "eforvaltningsforskriften-8";

    private static final List<Step> FIRST = List.of(new Step(7, false, Action.LOOK));
    private static final List<Step> SECOND =
            List.of(
                    new Step(0, false, Action.NOTIFY),
                    new Step(7, false, Action.RENOTIFY),
                    new Step(10, false, Action.ESCALATE_RECIPIENT),
                    new Step(14, false, Action.ESCALATE_SENDER),
                    new Step(15, true, Action.PRINT));
    private static final List<Step> SECOND_CHILD =
            List.of(
                    new Step(0, false, Action.NOTIFY),
                    new Step(1, false, Action.CHASE),
                    new Step(3, false, Action.ESCALATE_RECIPIENT),
                    new Step(5, false, Action.ESCALATE_SENDER),
                    new Step(7, false, Action.RENOTIFY),
                    new Step(10, true, Action.PRINT));
    private static final List<Step> THIRD =
            List.of(
                    new Step(0, false, Action.NOTIFY),
                    new Step(5, false, Action.RENOTIFY),
                    new Step(8, false, Action.ESCALATE_RECIPIENT),
                    new Step(11, false, Action.ESCALATE_SENDER),
                    new Step(12, true, Action.PRINT));

    private static final Map<Integer, Rules> RULES = Map.of(1, table(1), 2, table(2), 3, table(3));

    private Tables() {}

    /** One step of a plan: so many days, or working days, after the letter became available. */
    record Step(int days, boolean working, Action action) {}

    /** The steps for a letter, by the version that it follows. */
    static List<Step> steps(int version, Category category) {
        return switch (version) {
            case 1 -> FIRST;
            case 2 -> category.equals(CHILD_WELFARE) ? SECOND_CHILD : SECOND;
            default -> THIRD;
        };
    }

    /** One version, as core has it. */
    static Rules rules(int version) {
        return Optional.ofNullable(RULES.get(version)).orElseThrow();
    }

    /** The least days from one step of a plan to the next, by the version. */
    static int betweenDays(int version) {
        return version == 3 ? 3 : 1;
    }

    /** The days from one look to the next when a plan is gone through, by the version. */
    static int nextLookDays(int version) {
        return version == 3 ? 2 : 7;
    }

    private static Rules table(int version) {
        Map<Rule, Rules.Row> rows = new EnumMap<>(Rule.class);
        rows.put(Rule.FIRST_LOOK, row(7, Owner.SENDER));
        rows.put(Rule.NEXT_LOOK, row(nextLookDays(version), Owner.SENDER));
        rows.put(Rule.NOT_AVAILABLE, row(1, Owner.OPERATOR));
        rows.put(Rule.KEEP_OPENED, row(KEEP_OPENED_DAYS, Owner.OPERATOR));
        rows.put(Rule.KEEP_WITHDRAWN, row(KEEP_CLOSED_DAYS, Owner.OPERATOR));
        rows.put(Rule.NO_READER, row(1, Owner.RECIPIENT));
        rows.put(Rule.CASE_DUE, row(CASE_DAYS, Owner.OPERATOR));
        rows.put(Rule.CASE_ESCALATE, row(ESCALATE_DAYS, Owner.OPERATOR));
        rows.put(Rule.PRINT_SILENT, row(SILENT_DAYS, Owner.SENDER));
        rows.put(Rule.REVIEW_ACCESS, row(365, Owner.RECIPIENT));
        rows.put(Rule.ASK_ACCESS, row(14, Owner.RECIPIENT));
        rows.put(Rule.KEY_ROLE, row(1, Owner.RECIPIENT));
        rows.put(Rule.BETWEEN_STEPS, row(betweenDays(version), Owner.RECIPIENT));
        rows.put(Rule.NOTICE_TRIED, row(3, Owner.SENDER));
        rows.put(Rule.PRINT_LOOK, row(1, Owner.SENDER));
        rows.put(Rule.KEEP_PRINT_TRACES, row(2, Owner.OPERATOR));
        rows.put(Rule.CASE_PUT_OFF, row(14, Owner.OPERATOR));
        rows.put(Rule.REMIND_REVIEW, row(7, Owner.RECIPIENT));
        rows.put(Rule.KEEP_UPLOAD, row(2, Owner.OPERATOR));
        rows.put(Rule.KEEP_STRAYS, row(14, Owner.OPERATOR));
        rows.put(Rule.CHECK_HOLDS, row(90, Owner.RECIPIENT));
        rows.put(Rule.KEEP_EXPORT, row(3, Owner.OPERATOR));
        rows.put(Rule.ACCESS_LEFT, row(90, Owner.RECIPIENT));
        rows.put(Rule.ACCESS_ENDS, row(14, Owner.RECIPIENT));
        rows.put(Rule.CONTROL_AGAIN, row(1, Owner.OPERATOR));
        rows.put(Rule.CONTROL_ESCALATE, row(2, Owner.OPERATOR));
        rows.put(Rule.BREACH_UNOPENED, row(21, Owner.SENDER));
        rows.put(Rule.BREACH_CHILD_WELFARE, row(7, Owner.SENDER));
        return new Rules(
                version,
                rows,
                Map.of(
                        Limit.BOUNCES, new Bound(3, LAW),
                        Limit.FAILURES, new Bound(3, LAW),
                        Limit.TEXTS_FROM, new Bound(9, LAW),
                        Limit.TEXTS_UNTIL, new Bound(17, LAW),
                        Limit.BREACH_HOURS, new Bound(72, LAW),
                        Limit.BREACH_REMIND, new Bound(48, LAW)),
                switch (version) {
                    case 1 -> List.of();
                    case 2 ->
                            List.of(
                                    plan(Optional.empty(), SECOND),
                                    plan(Optional.of(CHILD_WELFARE), SECOND_CHILD));
                    default -> List.of(plan(Optional.empty(), THIRD));
                });
    }

    private static Rules.Row row(int days, Owner owner) {
        return new Rules.Row(Period.ofDays(days), owner, LAW);
    }

    private static Plan plan(Optional<Category> category, List<Step> steps) {
        return new Plan(
                Optional.empty(),
                category,
                Optional.empty(),
                steps.stream()
                        .map(s ->
                                new Plan.Step(
                                        new Wait(Period.ofDays(s.days()), s.working()),
                                        s.action(),
                                        Owner.RECIPIENT,
                                        LAW))
                        .toList());
    }
}
