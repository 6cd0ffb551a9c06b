package no.segl.core.deadline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.segl.core.access.Category;
import no.segl.core.deadline.Rules.Bound;
import no.segl.core.deadline.Rules.Limit;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;

/**
 * What a new version of the rule table would do: which rows it changes, and which of the letters
 * that were sent would have followed other steps, or been kept for another time. Nothing is done to
 * those: they keep the version they were accepted under.
 *
 * @param rows the rules that change, by name
 * @param limits the limits that change, by name
 * @param courses the courses that change, those of most letters first
 * @param kept the periods that change for some letters and not for all, those of most first
 * @param plans whether the plans are others, for letters that there may not have been yet
 * @param letters how many letters were looked through
 */
public record Preview(
        Map<Rule, Change> rows,
        Map<Limit, Other> limits,
        List<Course> courses,
        List<Kept> kept,
        boolean plans,
        long letters) {

    /** A row of the table, before and after. */
    public record Change(Row now, Row then) {}

    /** A limit of the table, before and after. */
    public record Other(Bound now, Bound then) {}

    /** So many letters of one kind. */
    public record Sent(OrgNumber sender, Category category, OrgNumber recipient, long letters) {}

    /**
     * What is done for letters that nobody opens, before and after.
     *
     * @param such one kind of them
     * @param letters how many
     */
    public record Course(List<Plan.Step> now, List<Plan.Step> then, Sent such, long letters) {}

    /**
     * For how long the content of letters is kept, before and after.
     *
     * @param such one kind of them
     * @param letters how many
     */
    public record Kept(Rule rule, Row now, Row then, Sent such, long letters) {}

    /** How many letters would have followed other steps. */
    public long changed() {
        return courses.stream().mapToLong(Course::letters).sum();
    }

    /** Whether nothing would change for anybody. */
    public boolean isEmpty() {
        return rows.isEmpty() && limits.isEmpty() && courses.isEmpty() && !plans;
    }

    /** Compares. */
    public static Preview of(Rules now, Rules then, List<Sent> sent) {
        Map<Rule, Change> rows = new TreeMap<>();
        for (Rule rule : Rule.values()) {
            if (!now.row(rule).equals(then.row(rule))) {
                rows.put(rule, new Change(now.row(rule), then.row(rule)));
            }
        }
        Map<Limit, Other> limits = new TreeMap<>();
        then.limits()
                .forEach((limit, bound) -> {
                    Bound before = Objects.requireNonNull(now.limits().get(limit));
                    if (!before.equals(bound)) {
                        limits.put(limit, new Other(before, bound));
                    }
                });
        Map<List<List<Plan.Step>>, Course> courses = new LinkedHashMap<>();
        for (Sent kind : sent) {
            List<Plan.Step> before = fitting(now, kind).steps();
            List<Plan.Step> after = fitting(then, kind).steps();
            if (!before.equals(after)) {
                courses.merge(
                        List.of(before, after),
                        new Course(before, after, kind, kind.letters()),
                        (one, two) ->
                                new Course(
                                        one.now(),
                                        one.then(),
                                        one.such().letters() >= two.such().letters()
                                                ? one.such()
                                                : two.such(),
                                        one.letters() + two.letters()));
            }
        }
        List<Course> most = new ArrayList<>(courses.values());
        most.sort(Comparator.comparingLong(Course::letters).reversed());
        return new Preview(
                rows,
                limits,
                most,
                kept(now, then, sent),
                !now.plans().equals(then.plans()),
                sent.stream().mapToLong(Sent::letters).sum());
    }

    private static Fitting fitting(Rules rules, Sent kind) {
        return Fitting.to(rules, kind.sender(), kind.category(), kind.recipient());
    }

    private static List<Kept> kept(Rules now, Rules then, List<Sent> sent) {
        Map<List<Object>, Kept> kept = new LinkedHashMap<>();
        for (Rule rule : Rules.KEPT) {
            for (Sent kind : sent) {
                Row before = fitting(now, kind).keep(rule);
                Row after = fitting(then, kind).keep(rule);
                boolean isOfTable = before.equals(now.row(rule)) && after.equals(then.row(rule));
                if (!isOfTable && !before.equals(after)) {
                    kept.merge(
                            List.of(rule, before, after),
                            new Kept(rule, before, after, kind, kind.letters()),
                            (one, two) ->
                                    new Kept(
                                            rule,
                                            before,
                                            after,
                                            one.such().letters() >= two.such().letters()
                                                    ? one.such()
                                                    : two.such(),
                                            one.letters() + two.letters()));
                }
            }
        }
        List<Kept> most = new ArrayList<>(kept.values());
        most.sort(Comparator.comparingLong(Kept::letters).reversed());
        return most;
    }
}
