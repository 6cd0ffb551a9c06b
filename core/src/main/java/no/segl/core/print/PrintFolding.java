package no.segl.core.print;

import java.time.Instant;
import java.util.Optional;
import no.segl.core.ledger.Actor;
import no.segl.core.print.PrintFact.PaperPosted;
import no.segl.core.print.PrintFact.PaperPrinted;
import no.segl.core.print.PrintFact.PrintContentRead;
import no.segl.core.print.PrintFact.PrintContradicted;
import no.segl.core.print.PrintFact.PrintFailed;
import no.segl.core.print.PrintFact.PrintHandedOver;
import no.segl.core.print.PrintFact.PrintHandoverAttempted;
import no.segl.core.print.PrintFact.PrintHandoverFailed;
import no.segl.core.print.PrintFact.PrintNotPossible;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintFact.PrintStopAsked;
import no.segl.core.print.PrintFact.PrintStopMissed;
import no.segl.core.print.PrintFact.PrintStopped;
import no.segl.core.print.PrintFact.PrintTaken;
import no.segl.core.print.PrintJob.Failed;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.Posted;
import no.segl.core.print.PrintJob.Printed;
import no.segl.core.print.PrintJob.Stop;
import no.segl.core.print.PrintJob.Stopped;
import no.segl.core.print.Receipt.FailureReason;

/** Folds facts into a print job's state, one at a time and in order. */
public final class PrintFolding {

    private PrintFolding() {}

    /** The state in which a job begins. */
    public static PrintJob begun(PrintOrdered ordered, Instant at) {
        return new Ordered(ordered.order(), at, 0);
    }

    /**
     * The state after {@code fact}, which is about this job.
     *
     * @throws IllegalStateException if the fact cannot follow that state: the history is wrong
     */
    public static PrintJob after(PrintJob job, PrintFact fact, Instant at, Actor actor) {
        return switch (fact) {
            case PrintContentRead _ when mayBeRead(job) -> job;
            case PrintNotPossible p when job instanceof Ordered ->
                    new Failed(job.order(), at, Printability.failure(p.obstacles()), false, false);
            case PrintHandoverAttempted attempted when job instanceof Ordered o ->
                    new HandingOver(
                            o.order(), o.orderedAt(), attempted.attempt(), at, Optional.empty());
            case PrintHandoverFailed failed when job instanceof HandingOver h ->
                    new Ordered(h.order(), h.orderedAt(), failed.attempt());
            case PrintHandedOver _ when job instanceof HandingOver h ->
                    new HandedOver(
                            h.order(), h.orderedAt(), h.attempt(), at, Optional.empty(), h.stop());
            case PrintTaken _
                    when job instanceof Ordered o && actor instanceof Actor.Person person ->
                    new HandedOver(
                            o.order(),
                            o.orderedAt(),
                            o.attempts(),
                            at,
                            Optional.of(person.person()),
                            Optional.empty());
            case PrintStopAsked asked when job instanceof HandingOver h ->
                    new HandingOver(
                            h.order(),
                            h.orderedAt(),
                            h.attempt(),
                            h.since(),
                            Optional.of(new Stop(asked.ground(), false)));
            case PrintStopAsked asked when job instanceof HandedOver h ->
                    stopping(h, new Stop(asked.ground(), false));
            case PrintStopMissed _ when job instanceof HandedOver h && h.stop().isPresent() ->
                    stopping(h, new Stop(h.stop().get().ground(), true));
            case PrintStopMissed _ when job instanceof Printed -> job;
            case PrintStopped stopped when job instanceof Ordered || job instanceof HandedOver ->
                    new Stopped(job.order(), at, stopped.ground(), false);
            case PaperPrinted _ when mayComeOnPaper(job) -> new Printed(job.order(), at);
            case PaperPosted _ when mayComeOnPaper(job) || job instanceof Printed ->
                    new Posted(job.order(), at, false);
            case PrintFailed failed when mayFail(job, failed.reason()) ->
                    new Failed(
                            job.order(),
                            at,
                            failed.reason(),
                            mayHaveBeenPrinted(job, failed.reason()),
                            false);
            case PrintContradicted _ -> contradicted(job, fact);
            case PrintFact _ -> throw impossible(job, fact);
        };
    }

    private static boolean mayBeRead(PrintJob job) {
        return job instanceof Ordered || (job instanceof HandedOver h && h.takenBy().isPresent());
    }

    private static HandedOver stopping(HandedOver h, Stop stop) {
        return new HandedOver(
                h.order(), h.orderedAt(), h.attempts(), h.at(), h.takenBy(), Optional.of(stop));
    }

    /** Also a job of which it was believed that no attempt had succeeded: paper proves more. */
    private static boolean mayComeOnPaper(PrintJob job) {
        return job instanceof HandingOver
                || job instanceof HandedOver
                || (job instanceof Ordered o && o.attempts() > 0);
    }

    private static boolean mayFail(PrintJob job, FailureReason reason) {
        return mayComeOnPaper(job)
                || job instanceof Printed
                || (job instanceof Posted && reason == FailureReason.RETURNED);
    }

    /** What failed by another reason than those on the list, a person must ask the printer of. */
    private static boolean mayHaveBeenPrinted(PrintJob job, FailureReason reason) {
        boolean isAtPrinter = !(job instanceof HandedOver h && h.takenBy().isPresent());
        return job instanceof Printed
                || reason == FailureReason.RETURNED
                || (reason == FailureReason.OTHER && isAtPrinter);
    }

    private static PrintJob contradicted(PrintJob job, PrintFact fact) {
        return switch (job) {
            case Posted p -> new Posted(p.order(), p.at(), true);
            case Failed f -> new Failed(f.order(), f.at(), f.reason(), f.printed(), true);
            case Stopped s -> new Stopped(s.order(), s.at(), s.ground(), true);
            case HandedOver h when h.takenBy().isPresent() -> h;
            case Ordered _, HandingOver _, HandedOver _, Printed _ -> throw impossible(job, fact);
        };
    }

    private static IllegalStateException impossible(PrintJob job, PrintFact fact) {
        return new IllegalStateException(
                fact.type()
                        + " cannot follow "
                        + job.getClass().getSimpleName()
                        + " of job "
                        + job.order().job());
    }
}
