package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/**
 * Whether one letter's rows say what they should at this moment, by what the ledger has said of it.
 */
final class Audit {

    /** How late anything may be when nothing has gone wrong for as long. */
    static final Duration SLACK = Duration.ofHours(3);

    /** A notice is tried for three days; a last attempt may have been claimed then. */
    private static final Duration NOTICE = Duration.ofHours(3 * 24 + 12);

    private final FakePrinter printer;

    Audit(FakePrinter printer) {
        this.printer = printer;
    }

    /**
     * Checks one letter.
     *
     * @return when it should next have been looked at; empty if it is closed
     */
    Optional<Instant> rows(Drawer drawer, Trace trace, Instant now, Instant lastFault) {
        closedOrNextLook(drawer, trace);
        cases(drawer, trace);
        notices(drawer, now, lastFault);
        if (printer.prints(drawer.id) > 1) {
            throw broken("printed at most once", drawer);
        }
        if (drawer.letter.isClosed()) {
            return Optional.empty();
        }
        if (drawer.job.filter(j -> j instanceof no.segl.core.print.PrintJob.Posted).isPresent()) {
            throw broken("what is posted is closed", drawer);
        }
        Instant due = due(trace);
        if (now.isAfter(LookCheck.later(due, lastFault).plus(SLACK))) {
            throw broken("each step in its time", drawer);
        }
        renotice(drawer, trace, now, lastFault);
        return Optional.of(due);
    }

    private static void closedOrNextLook(Drawer drawer, Trace trace) {
        if (drawer.letter.isClosed() == drawer.nextLook.isPresent()) {
            throw broken("closed or with a next look", drawer);
        }
        if (drawer.letter.isClosed() != trace.closedAt.isPresent()) {
            throw broken("the ledger says how it was closed", drawer);
        }
        if (drawer.letter instanceof Letter.Opened o
                && trace.openedBy.filter(o.openedBy().toString()::equals).isEmpty()) {
            throw broken("each opening in the ledger", drawer);
        }
        if (trace.lastLook.isPresent()
                && drawer.nextLook
                        .filter(look -> !look.at().isAfter(trace.lastLook.get()))
                        .isPresent()) {
            throw broken("a look moves the next one on", drawer);
        }
    }

    private static void cases(Drawer drawer, Trace trace) {
        for (Drawer.Case open : drawer.cases) {
            boolean owned =
                    open.unit.equals(open.side == Side.SENDER ? trace.sender : trace.recipient);
            if (!owned) {
                throw broken("a case has an owner", drawer);
            }
            Instant due = NaivePlan.days(open.raisedAt, Tables.CASE_DAYS);
            if (!open.dueAt.equals(due)) {
                throw broken("a case is due in three days", drawer);
            }
            if (open.closedAt.isEmpty() && drawer.letter.isClosed()) {
                throw broken("a closed letter is no case", drawer);
            }
        }
        if (drawer.letter.isClosed()) {
            return;
        }
        if (trace.readers == 0 && !drawer.isCase(Matter.Reason.NOBODY_CAN_OPEN, Side.RECIPIENT)) {
            throw broken("that nobody can open it is a case", drawer);
        }
        if (trace.toPrint && !drawer.isCase(Matter.Reason.PRINT_NEEDED, Side.SENDER)) {
            throw broken("that it is to go on paper is a case", drawer);
        }
    }

    private static void notices(Drawer drawer, Instant now, Instant lastFault) {
        if (drawer.letter.isClosed()) {
            return;
        }
        for (boolean forReaders : new boolean[] {true, false}) {
            List<Drawer.Told> group =
                    drawer.notices.values().stream()
                            .filter(n -> n.kind.isForReaders() == forReaders)
                            .filter(n -> n.kind.tellsRecipient())
                            .toList();
            for (Drawer.Told notice : group) {
                if (notice.state == Notifying.State.ORDERED
                        && now.isAfter(LookCheck.later(notice.orderedAt, lastFault).plus(NOTICE))) {
                    throw broken("a notice comes to an end", drawer);
                }
            }
            boolean allFailed =
                    !group.isEmpty()
                            && group.stream().allMatch(n -> n.state == Notifying.State.FAILED);
            if (allFailed && !drawer.isCase(Matter.Reason.NOTICES_FAILED, Side.SENDER)) {
                throw broken("that nobody could be told is a case", drawer);
            }
        }
    }

    /** When it should be looked at next, by days counted naively. */
    private static Instant due(Trace trace) {
        List<Tables.Step> plan = Tables.steps(trace.rules, trace.category);
        Optional<Instant> last = trace.lastLook;
        Instant due;
        if (trace.steps < plan.size()) {
            Instant step = LookCheck.due(plan.get(trace.steps), trace);
            due =
                    trace.steps > 0 && last.isPresent()
                            ? LookCheck.later(step, NaivePlan.days(last.get(), 1))
                            : step;
        } else {
            due = NaivePlan.days(last.orElse(trace.available), 7);
        }
        if (trace.readers == 0 && last.isPresent()) {
            Instant again = NaivePlan.days(last.get(), 1);
            due = again.isBefore(due) ? again : due;
        }
        return due;
    }

    /**
     * The law's second notice: a week after the first, whenever that was, or a few days' backlog.
     */
    private static void renotice(Drawer drawer, Trace trace, Instant now, Instant lastFault) {
        List<Tables.Step> plan = Tables.steps(trace.rules, trace.category);
        for (int i = 0; i < plan.size(); i++) {
            Tables.Step step = plan.get(i);
            if (step.action() != Action.RENOTIFY || trace.firstTold.isEmpty()) {
                continue;
            }
            Instant due = LookCheck.due(step, trace);
            boolean done = trace.lastOrdered.filter(at -> !at.isBefore(due)).isPresent();
            Instant bound =
                    LookCheck.later(
                                    due,
                                    lastFault.isAfter(Instant.EPOCH)
                                            ? lastFault.plus(Duration.ofDays(i + 1))
                                            : due)
                            .plus(Duration.ofDays(1))
                            .plus(SLACK);
            if (!done && trace.readers != 0 && now.isAfter(bound)) {
                throw broken("the second notice a week after the first", drawer);
            }
        }
    }

    private static Broken broken(String promise, Drawer drawer) {
        return new Broken(
                promise,
                "letter %s, %s".formatted(drawer.id, drawer.letter.getClass().getSimpleName()));
    }
}
