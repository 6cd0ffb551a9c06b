package no.segl.core.print;

import java.time.Instant;
import java.util.List;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.print.PrintFact.PaperPosted;
import no.segl.core.print.PrintFact.PrintContentRead;
import no.segl.core.print.PrintFact.PrintFailed;
import no.segl.core.print.PrintFact.PrintStopped;
import no.segl.core.print.PrintFact.PrintTaken;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.Receipt.FailureReason;

/**
 * Decides on the manual queue: a named person takes a job, prints and posts it, and says so. A job
 * for the printer may be taken too, as long as it is known not to be there.
 */
public final class ByHand {

    private ByHand() {}

    /** What came of it. */
    public enum Reply {
        DONE,
        /** Who asked has it already; nothing was written. */
        YOURS_ALREADY,
        /** Somebody else has it, or the printer may have it. */
        TAKEN,
        /** It has been stopped, or has ended. */
        ENDED,
        /** It must be taken out of the queue first. */
        NOT_TAKEN
    }

    /** Takes a job out of the queue. Only one person can. */
    public static Decision<PrintFact, Reply> take(PrintJob job, PersonId person, Right right) {
        return switch (job) {
            case Ordered o ->
                    new Decision<>(
                            right,
                            List.of(new PrintTaken(o.order().letter(), o.order().job())),
                            Reply.DONE);
            case HandedOver h when h.takenBy().filter(person::equals).isPresent() ->
                    Decision.nothing(Reply.YOURS_ALREADY);
            case PrintJob other -> Decision.nothing(other.isEnded() ? Reply.ENDED : Reply.TAKEN);
        };
    }

    /** Lets the person who took it have the print file. Each time is in the ledger. */
    public static Decision<PrintFact, Reply> read(PrintJob job, PersonId person, Right right) {
        if (job instanceof HandedOver h
                && h.stop().isEmpty()
                && h.takenBy().filter(person::equals).isPresent()) {
            return new Decision<>(
                    right,
                    List.of(new PrintContentRead(h.order().letter(), h.order().job())),
                    Reply.DONE);
        }
        return refused(job);
    }

    /**
     * Says that it was posted. Also another person than who took it may say so.
     *
     * @param at when it was posted
     */
    public static Decision<PrintFact, Reply> posted(PrintJob job, Instant at, Right right) {
        if (job instanceof HandedOver h && h.takenBy().isPresent()) {
            return new Decision<>(
                    right,
                    List.of(new PaperPosted(h.order().letter(), h.order().job(), at)),
                    Reply.DONE);
        }
        return refused(job);
    }

    /** Says that it was not posted and that no paper of it is left. */
    public static Decision<PrintFact, Reply> notPosted(
            PrintJob job, FailureReason reason, Right right) {
        if (job instanceof HandedOver h && h.takenBy().isPresent()) {
            PrintOrder order = h.order();
            PrintFact fact =
                    h.stop()
                            .<PrintFact>map(stop ->
                                    new PrintStopped(order.letter(), order.job(), stop.ground()))
                            .orElseGet(() -> new PrintFailed(order.letter(), order.job(), reason));
            return new Decision<>(right, List.of(fact), Reply.DONE);
        }
        return refused(job);
    }

    private static Decision<PrintFact, Reply> refused(PrintJob job) {
        return Decision.nothing(
                job.isEnded()
                        ? Reply.ENDED
                        : job instanceof Ordered ? Reply.NOT_TAKEN : Reply.TAKEN);
    }
}
