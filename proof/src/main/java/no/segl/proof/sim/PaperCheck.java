package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder.Route;

/** Whether a letter goes on paper when it should, and what goes wrong with it there is a case. */
final class PaperCheck {

    /** The longest from one look at a job to the next, when something has gone wrong. */
    private static final Duration AGAIN = Duration.ofHours(5);

    private static final Set<String> GOES_WRONG =
            Set.of("PrintNotPossible", "PrintFailed", "PrintContradicted", "PrintStopMissed");

    private final Trace trace;
    private final NaiveAccess access;

    PaperCheck(Trace trace, NaiveAccess access) {
        this.trace = trace;
        this.access = access;
    }

    /** A look that should have come to paper: by the plan, or since its sender wants it at once. */
    void look(Entry look, List<Entry> after) {
        if (!isAtOnce(trace) && !Trace.value(look, "rule").equals("PRINT")) {
            return;
        }
        trace.toPrint = true;
        Optional<Route> route = access.route(trace.sender);
        Optional<Entry> order = written(after, "PrintOrdered").findFirst();
        boolean isOrdered = trace.printOrdered || order.isPresent();
        boolean isCase =
                trace.isCaseOrClosed("PRINT_NEEDED", Side.SENDER)
                        || written(after, "CaseRaised")
                                .anyMatch(e -> Trace.value(e, "reason").equals("PRINT_NEEDED"));
        if (route.isPresent() != isOrdered && !trace.printOrdered) {
            throw broken("what is to go on paper is ordered there", look);
        }
        if (order.isPresent()
                && !Trace.value(order.get(), "route").equals(route.orElseThrow().name())) {
            throw broken("paper goes as its sender wants", look);
        }
        if (!route.equals(Optional.of(Route.PRINTER)) && !isCase) {
            throw broken("paper that takes a person is a case", look);
        }
        boolean isRaised =
                written(after, "CaseRaised")
                        .anyMatch(e -> Trace.value(e, "reason").equals("PRINT_NEEDED"));
        if (isRaised
                && written(after, "NoticeOrdered")
                        .noneMatch(e -> Trace.value(e, "to").equals("unit:" + trace.sender))) {
            throw broken("whoever must see to paper is told", look);
        }
    }

    /** Whether its sender wants it on paper, and it has not been looked at for that. */
    static boolean isAtOnce(Trace trace) {
        return trace.looks == 0 && trace.notReady.filter("PAPER"::equals).isPresent();
    }

    /** An entry about paper. */
    void take(Entry entry, List<Entry> after) {
        trace.printOrdered |= entry.type().equals("PrintOrdered");
        if (trace.closedAt.isPresent()
                && (entry.type().equals("PrintHandoverAttempted")
                        || entry.type().equals("PrintContentRead"))) {
            throw broken("no paper that is not needed", entry);
        }
        if (entry.type().equals("PrintContentRead")
                && entry.actorKind().equals("segl")
                && !trace.readForPaper.add(Trace.value(entry, "job"))) {
            throw broken("paper that is tried again is one entry", entry);
        }
        if (entry.type().equals("PrintOrdered")) {
            trace.lastJob = Optional.of(Trace.value(entry, "job"));
        }
        trace.isEarlierOnPaper |=
                entry.type().equals("PrintContradicted")
                        && !trace.lastJob.equals(Optional.of(Trace.value(entry, "job")));
        boolean isCase = isFailedCase(after);
        if (GOES_WRONG.contains(entry.type()) && trace.openedBy.isEmpty() && !isCase) {
            throw broken("paper that goes wrong is a case", entry);
        }
        boolean isOnPaper = Set.of("PaperPrinted", "PaperPosted").contains(entry.type());
        if (isOnPaper && trace.isTakenBack && !isCase) {
            throw broken("paper of what was taken back is a case", entry);
        }
        trace.isPrinted =
                entry.type().equals("PaperPrinted")
                        || (trace.isPrinted
                                && !Set.of("PaperPosted", "PrintFailed").contains(entry.type()));
        if (entry.type().equals("PaperPosted")
                && trace.closedAt.isEmpty()
                && written(after, "LetterPosted").findFirst().isEmpty()) {
            throw broken("what is posted is closed", entry);
        }
    }

    /** It is taken back: what is on paper then goes out, and its sender must know. */
    void takenBack(Entry entry, List<Entry> after) {
        trace.isTakenBack = true;
        if (trace.isPrinted && !isFailedCase(after)) {
            throw broken("paper of what was taken back is a case", entry);
        }
    }

    private boolean isFailedCase(List<Entry> after) {
        return trace.isCaseOrClosed("PRINT_FAILED", Side.SENDER)
                || written(after, "CaseRaised")
                        .anyMatch(e -> Trace.value(e, "reason").equals("PRINT_FAILED"));
    }

    private Stream<Entry> written(List<Entry> after, String type) {
        return after.stream()
                .filter(e -> e.subject().equals("letter:" + trace.letter))
                .filter(e -> e.type().equals(type));
    }

    /**
     * Whether the rows are as they should.
     *
     * @return when nothing will have been heard of its paper for too long
     */
    Optional<Instant> rows(Drawer drawer, Instant now, Instant lastFault) {
        if (drawer.letter.isClosed()) {
            return trace.isTakenBack ? stopping(drawer, now, lastFault) : Optional.empty();
        }
        boolean isUnderWay = drawer.job().filter(job -> !job.isEnded()).isPresent();
        boolean isCase =
                trace.isCaseOrClosed("PRINT_NEEDED", Side.SENDER)
                        || trace.isCaseOrClosed("PRINT_FAILED", Side.SENDER);
        if (trace.toPrint && !isUnderWay && !isCase) {
            throw new Broken("paper is under way, or a case", "letter " + trace.letter);
        }
        if (trace.isEarlierOnPaper && drawer.job().filter(PaperCheck::goesOn).isPresent()) {
            throw new Broken("no job beside one that is on paper", "letter " + trace.letter);
        }
        Optional<Instant> silent =
                drawer.job()
                        .flatMap(PaperCheck::since)
                        .map(since -> NaivePlan.days(since, Tables.SILENT_DAYS));
        if (silent.isEmpty() || trace.isCaseOrClosed("PRINT_NEEDED", Side.SENDER)) {
            return Optional.empty();
        }
        Instant late = silent.get().plus(AGAIN);
        if (now.isAfter(LookCheck.later(late, lastFault.plus(AGAIN)).plus(Audit.SLACK))) {
            throw new Broken("paper that nothing is heard of is a case", "letter " + trace.letter);
        }
        return Optional.of(late);
    }

    /** When it will not have been heard for too long whether its paper could be stopped. */
    private Optional<Instant> stopping(Drawer drawer, Instant now, Instant lastFault) {
        Optional<Instant> silent =
                drawer.job()
                        .filter(PaperCheck::isStopOpen)
                        .flatMap(PaperCheck::since)
                        .map(since -> NaivePlan.days(since, Tables.SILENT_DAYS))
                        .map(at -> LookCheck.later(at, trace.closedAt.orElseThrow()))
                        // It may have been silent before, and was looked at a day apart.
                        .map(at -> NaivePlan.days(at, 1).plus(AGAIN));
        if (silent.isEmpty() || trace.isCaseOrClosed("PRINT_FAILED", Side.SENDER)) {
            return Optional.empty();
        }
        if (now.isAfter(LookCheck.later(silent.get(), lastFault.plus(AGAIN)).plus(Audit.SLACK))) {
            throw new Broken(
                    "whether paper could be stopped is heard, or a case", "letter " + trace.letter);
        }
        return silent;
    }

    private static boolean isStopOpen(PrintJob job) {
        Optional<PrintJob.Stop> stop =
                switch (job) {
                    case PrintJob.HandingOver h -> h.stop();
                    case PrintJob.HandedOver h -> h.stop();
                    case PrintJob _ -> Optional.empty();
                };
        return stop.filter(s -> !s.missed()).isPresent();
    }

    private static boolean goesOn(PrintJob job) {
        return switch (job) {
            case PrintJob.Ordered _ -> true;
            case PrintJob.HandingOver h -> h.stop().isEmpty();
            case PrintJob.HandedOver h -> h.stop().isEmpty();
            case PrintJob _ -> false;
        };
    }

    private static Optional<Instant> since(PrintJob job) {
        return switch (job) {
            case PrintJob.Ordered o -> Optional.of(o.orderedAt());
            case PrintJob.HandingOver h -> Optional.of(h.orderedAt());
            case PrintJob.HandedOver h -> Optional.of(h.at());
            case PrintJob.Printed p -> Optional.of(p.at());
            case PrintJob.Posted _, PrintJob.Failed _, PrintJob.Stopped _ -> Optional.empty();
        };
    }

    private Broken broken(String promise, Entry entry) {
        return new Broken(
                promise, "letter %s, %s at %s".formatted(trace.letter, entry.type(), entry.at()));
    }
}
