package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Side;

/**
 * Whether one letter's rows say what they should at this moment, by what the ledger has said of it.
 */
final class Audit {

    /** How late anything may be when nothing has gone wrong for as long. */
    static final Duration SLACK = Duration.ofHours(3);

    /** A notice is tried for three days; a last attempt may have been claimed then. */
    private static final Duration NOTICE = Duration.ofHours(3 * 24 + 12);

    /** How often it is asked what nobody can open any more, and a node may be away meanwhile. */
    private static final Duration LOSSES = Duration.ofHours(6);

    /** How often a letter is looked at here that nothing should happen to. */
    private static final Duration OFTEN = Duration.ofHours(10);

    private final Books books;
    private final FakePrinter printer;
    private final NaiveAccess access;

    Audit(Books books, FakePrinter printer, NaiveAccess access) {
        this.books = books;
        this.printer = printer;
        this.access = access;
    }

    /**
     * Checks one letter.
     *
     * @return when something should next have happened to it; empty if nothing need
     */
    Optional<Instant> rows(Drawer drawer, Trace trace, Instant now, Instant lastFault) {
        closedOrNextLook(drawer, trace);
        cases(drawer, trace);
        notices(drawer, trace, now, lastFault);
        if (printer.prints(drawer.id) > 1) {
            throw broken("printed at most once", drawer);
        }
        Optional<Instant> next = new CaseCheck(trace, access).rows(drawer, books, now, lastFault);
        next = first(next, new PaperCheck(trace, access).rows(drawer, now, lastFault));
        if (drawer.letter.isClosed()) {
            return next;
        }
        Instant due = trace.isHeld() ? new HeldCheck(trace, access, now).due() : due(trace);
        Instant since = LookCheck.later(trace.toldLost, lastFault);
        boolean isLate = now.isAfter(LookCheck.later(due, since).plus(SLACK));
        if (trace.lookBroken.isPresent()) {
            Instant from = LookCheck.later(due, LookCheck.later(trace.lookBroken.get(), lastFault));
            if (now.isAfter(from.plus(SLACK))
                    && !trace.isCaseOrClosed("LOOK_FAILED", Side.SENDER)) {
                throw broken("what cannot be looked at is a case", drawer);
            }
        } else if (!Watch.isClaimLeft(trace.lookMended, now)) {
            if (isLate) {
                throw broken("each step in its time", drawer);
            }
            renotice(drawer, trace, now, LookCheck.later(lastFault, trace.lookMended));
            beyond(drawer, trace, now, LookCheck.later(lastFault, trace.lookMended));
        }
        lost(trace, now, lastFault);
        return first(next, Optional.of(due.isBefore(now.plus(OFTEN)) ? due : now.plus(OFTEN)));
    }

    /** That nobody can open it any more is found within hours, whatever its plan comes to next. */
    private void lost(Trace trace, Instant now, Instant lastFault) {
        boolean isLost =
                trace.readers > 0
                        && trace.lookBroken.isEmpty()
                        && !Watch.isClaimLeft(trace.lookMended, now)
                        && access.readers(trace.recipient, trace.category, now).isEmpty();
        trace.lostSince = isLost ? trace.lostSince.or(() -> Optional.of(now)) : Optional.empty();
        Instant since = LookCheck.later(trace.lostSince.orElse(now), lastFault);
        if (now.isAfter(since.plus(LOSSES).plus(SLACK))) {
            throw new Broken("that nobody can open it any more is found", "letter " + trace.letter);
        }
    }

    private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
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
        // A step that was counted from a notice is due at once if that turns out to have told
        // nobody.
        if (trace.lastLook.isPresent()
                && trace.toldLost.isBefore(trace.lastLook.get())
                && drawer.nextLook
                        .filter(look -> !look.at().isAfter(trace.lastLook.get()))
                        .isPresent()) {
            throw broken("a look moves the next one on", drawer);
        }
    }

    private static void cases(Drawer drawer, Trace trace) {
        if (drawer.letter.isClosed()) {
            return;
        }
        if (trace.readers == 0 && !trace.isCaseOrClosed("NOBODY_CAN_OPEN", Side.RECIPIENT)) {
            throw broken("that nobody can open it is a case", drawer);
        }
    }

    private static void notices(Drawer drawer, Trace trace, Instant now, Instant lastFault) {
        if (drawer.letter.isClosed() || trace.isHeld()) {
            return;
        }
        for (Drawer.Told notice : drawer.ordered) {
            if (now.isAfter(ended(LookCheck.later(notice.orderedAt, lastFault)))) {
                throw broken("a notice comes to an end", drawer);
            }
        }
        if (trace.isCaseOrClosed("NOTICES_FAILED", Side.SENDER)) {
            return;
        }
        for (boolean forReaders : new boolean[] {true, false}) {
            List<Drawer.Told> group =
                    drawer.notices.values().stream()
                            .filter(n -> n.kind.isForReaders() == forReaders)
                            .filter(n -> n.kind.tellsRecipient())
                            .toList();
            // What they were told before is not what they are told now.
            Optional<Instant> latest =
                    group.stream().map(n -> n.orderedAt).max(Comparator.naturalOrder());
            if (latest.isPresent()
                    && group.stream().noneMatch(n -> isOutSince(n, latest.get()))
                    && group.stream()
                            .filter(n -> n.orderedAt.equals(latest.get()))
                            .allMatch(n -> n.state == Notifying.State.FAILED)) {
                throw broken("that nobody could be told is a case", drawer);
            }
        }
    }

    private static boolean isOutSince(Drawer.Told notice, Instant at) {
        return notice.sentAt.filter(sent -> !sent.isBefore(at)).isPresent()
                && notice.state != Notifying.State.FAILED;
    }

    /** When a notice has come to an end, also if it is a text message that waits for its hours. */
    private static Instant ended(Instant from) {
        return NaivePlan.textFrom(NaivePlan.textFrom(from).plus(NOTICE)).plus(SLACK);
    }

    /** When it should be looked at next, by days counted naively. */
    private static Instant due(Trace trace) {
        List<Tables.Step> plan = Tables.steps(trace.rules, trace.category);
        if (PaperCheck.isAtOnce(trace)) {
            return trace.available;
        }
        Optional<Instant> last = trace.lastLook;
        Instant due;
        if (trace.steps < plan.size()) {
            due = LookCheck.rested(LookCheck.due(plan.get(trace.steps), trace), trace);
        } else {
            due = LookCheck.beyond(trace);
        }
        if (trace.readers == 0 && last.isPresent()) {
            Instant again = NaivePlan.days(last.get(), 1);
            due = again.isBefore(due) ? again : due;
        }
        return due;
    }

    /** It is followed up also when its plan has ended, whatever else it is looked at for. */
    private static void beyond(Drawer drawer, Trace trace, Instant now, Instant lastFault) {
        if (trace.steps < Tables.steps(trace.rules, trace.category).size()) {
            return;
        }
        Instant from = trace.lastChased.orElse(trace.available);
        from = LookCheck.later(LookCheck.later(from, lastFault), trace.lastBeyond.orElse(from));
        // One of them may be taken by a look for something else at the same moment.
        Instant late = NaivePlan.days(from, 2 * Tables.nextLookDays(trace.rules));
        if (now.isAfter(late.plus(SLACK))) {
            throw broken("followed up also when its plan has ended", drawer);
        }
    }

    /**
     * The law's second notice: a week after the first, whenever that was, or a few days' backlog:
     * where it is owed late, a step may go before it.
     */
    private static void renotice(Drawer drawer, Trace trace, Instant now, Instant lastFault) {
        List<Tables.Step> plan = Tables.steps(trace.rules, trace.category);
        long pause = Tables.betweenDays(trace.rules);
        for (int i = 0; i < plan.size(); i++) {
            Tables.Step step = plan.get(i);
            if (step.action() != Action.RENOTIFY || trace.firstTold().isEmpty()) {
                continue;
            }
            Instant due = LookCheck.due(step, trace);
            boolean done = trace.lastOrdered.filter(at -> !at.isBefore(due)).isPresent();
            Instant bound =
                    LookCheck.later(
                                    due,
                                    lastFault.isAfter(Instant.EPOCH)
                                            ? lastFault.plus(Duration.ofDays(pause * (i + 1)))
                                            : due)
                            .plus(Duration.ofDays(2 * pause))
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
