package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;

/** Whether one look came at its time, by the right rules, and told whom it should tell. */
final class LookCheck {

    private static final Set<String> TELLING = Set.of("NOTIFY", "CHASE", "RENOTIFY", "NO_READER");

    private final Trace trace;
    private final Entry look;
    private final String rule;
    private final Instant excused;

    /** Whether somebody could open it when it was last looked at. */
    private final boolean wasReadable;

    private LookCheck(Trace trace, Entry look, Instant excused) {
        this.trace = trace;
        this.look = look;
        this.rule = Trace.value(look, "rule");
        this.excused = excused;
        this.wasReadable = trace.readers > 0;
    }

    /**
     * Checks, and takes it into the trace.
     *
     * @param after what was written in the same step after it
     * @param readers who could open the letter then, worked out by the naive model
     * @param givers who could give somebody access to it then
     * @param excused until when nothing is late, since there was a fault
     */
    static void of(
            Trace trace,
            Entry look,
            List<Entry> after,
            Set<PersonId> readers,
            Set<PersonId> givers,
            Instant excused) {
        new ToldCheck(trace, look, after, readers, givers).check();
        LookCheck check = new LookCheck(trace, look, excused);
        check.rules();
        int stepsBefore = trace.steps;
        check.time();
        check.told(after, readers);
        if (trace.steps > stepsBefore
                || Trace.value(look, "renotified").equals("true")
                || readers.isEmpty() != (trace.readers == 0)) {
            trace.lastChased = Optional.of(look.at());
        }
        trace.lastLook = Optional.of(look.at());
        trace.looks++;
        trace.readers = readers.size();
    }

    private void rules() {
        if (Integer.parseInt(Trace.value(look, "rules")) != trace.rules) {
            throw broken("a letter keeps its rules");
        }
        if (trace.closedAt.isPresent()) {
            throw broken("closed letters are left alone");
        }
    }

    private void time() {
        List<Tables.Step> plan = Tables.steps(trace.rules, trace.category);
        int steps = Integer.parseInt(Trace.value(look, "steps"));
        if (steps == trace.steps + 1 && steps <= plan.size()) {
            Tables.Step step = plan.get(trace.steps);
            if (!rule.equals(step.action().reason().name())) {
                throw broken("the plan's steps in their order");
            }
            Instant due = rested(due(step, trace), trace);
            early(due);
            late(later(due, trace.toldLost));
            trace.steps = steps;
        } else if (steps != trace.steps) {
            throw broken("the plan's steps in their order");
        } else if (rule.equals("RENOTIFY")) {
            plan.stream()
                    .filter(step -> step.action() == Action.RENOTIFY)
                    .forEach(step -> early(due(step, trace)));
        } else if (rule.equals("NEXT_LOOK")) {
            early(beyond(trace));
            trace.lastBeyond = Optional.of(look.at());
        } else if (rule.equals("NO_READER")) {
            trace.lastLook.ifPresent(at -> early(NaivePlan.days(at, 1)));
        } else if (!rule.equals("ANEW") || !wasReadable) {
            throw broken("the plan's steps in their order");
        }
    }

    /** When it is followed up next beyond its plan: in even steps from when it was last chased. */
    static Instant beyond(Trace trace) {
        int days = Tables.nextLookDays(trace.rules);
        Instant last = trace.lastLook.orElse(trace.available);
        Instant next = NaivePlan.days(trace.lastChased.orElse(trace.available), days);
        while (!next.isAfter(last)) {
            next = NaivePlan.days(next, days);
        }
        return next;
    }

    /** When a step is due; the second notice a week after the first, if that came late. */
    static Instant due(Tables.Step step, Trace trace) {
        Instant from =
                step.action() == Action.RENOTIFY
                        ? trace.firstTold()
                                .filter(at -> at.isAfter(trace.available))
                                .orElse(trace.available)
                        : trace.available;
        return NaivePlan.due(step, from);
    }

    /** Not before it has rested since it was last chased, unless this is the first step. */
    static Instant rested(Instant due, Trace trace) {
        int pause = Tables.betweenDays(trace.rules);
        return trace.lastChased
                .filter(_ -> trace.steps > 0)
                .map(at -> later(due, NaivePlan.days(at, pause)))
                .orElse(due);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void early(Instant due) {
        if (look.at().isBefore(due)) {
            throw broken("no step before its time, " + due);
        }
    }

    private void late(Instant due) {
        if (look.at().isAfter(later(due.plus(Audit.SLACK), excused))) {
            throw broken("each step in its time");
        }
    }

    private void told(List<Entry> after, Set<PersonId> readers) {
        if (Integer.parseInt(Trace.value(look, "readers")) != readers.size()) {
            throw broken("who can open it is counted right");
        }
        boolean haveCome = trace.readers == 0 && !readers.isEmpty();
        if (TELLING.contains(rule) || haveCome) {
            Set<String> told =
                    after.stream()
                            .filter(e -> e.subject().equals(look.subject()))
                            .filter(e -> e.type().equals("NoticeOrdered"))
                            .filter(e ->
                                    Trace.value(e, "kind").equals("ARRIVED")
                                            || Trace.value(e, "kind").equals("STILL_UNOPENED"))
                            .map(e -> Trace.value(e, "to"))
                            .collect(Collectors.toSet());
            Set<String> owed =
                    readers.stream().map(person -> "person:" + person).collect(Collectors.toSet());
            if (!told.equals(owed)) {
                throw broken("all who can open it are told");
            }
            if (!owed.isEmpty()) {
                trace.lastOrdered = Optional.of(look.at());
            }
        }
    }

    private Broken broken(String promise) {
        return new Broken(
                promise.replaceFirst(", .*", ""),
                "letter %s, %s at %s%s"
                        .formatted(
                                trace.letter,
                                rule,
                                look.at(),
                                promise.contains(", ")
                                        ? promise.substring(promise.indexOf(", "))
                                        : ""));
    }
}
