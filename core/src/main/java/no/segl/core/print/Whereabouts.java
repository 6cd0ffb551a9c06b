package no.segl.core.print;

import java.util.List;
import no.segl.core.print.PrintJob.Failed;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.Posted;
import no.segl.core.print.PrintJob.Printed;
import no.segl.core.print.PrintJob.Stopped;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.print.Receipt.FailureReason;

/** Where a letter is on its way to paper, for whoever must do something about it. */
public enum Whereabouts {
    /** It was never ordered. */
    NOT_ORDERED,
    /** It waits for somebody to print it by hand. */
    IN_QUEUE,
    /** It is meant for the printer, and known not to be there; it can be taken by hand. */
    NOT_AT_PRINTER,
    /** A person has taken it, to print it. */
    TAKEN,
    /** It is at the printer, or may be. */
    AT_PRINTER,
    /** It came to nothing, and no paper of it has been. */
    NEVER_ON_PAPER,
    /** It ended, and there has been paper of it, or may have been. */
    MAYBE_ON_PAPER,
    /** The postal service brought it back. */
    RETURNED;

    /**
     * Where it is.
     *
     * @param jobs every job that the letter has had, the last one last
     */
    public static Whereabouts of(List<PrintJob> jobs) {
        if (jobs.isEmpty()) {
            return NOT_ORDERED;
        }
        return switch (jobs.getLast()) {
            case Ordered o -> o.order().route() == Route.BY_HAND ? IN_QUEUE : NOT_AT_PRINTER;
            case HandedOver h when h.takenBy().isPresent() -> TAKEN;
            case HandingOver _, HandedOver _, Printed _ -> AT_PRINTER;
            case Failed f when f.reason() == FailureReason.RETURNED -> RETURNED;
            case Failed _, Stopped _, Posted _ ->
                    jobs.stream().anyMatch(Ordering::mayBeOnPaper)
                            ? MAYBE_ON_PAPER
                            : NEVER_ON_PAPER;
        };
    }
}
