package no.segl.core.print;

import java.util.List;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintJob.Failed;
import no.segl.core.print.PrintJob.Stopped;

/** Decides on putting a letter on paper, once. */
public final class Ordering {

    private Ordering() {}

    /** What came of it. */
    public sealed interface Reply {
        record Ordered(PrintJobId job) implements Reply {}

        /** There is a job already; nothing was written. */
        record AlreadyOrdered(PrintJobId job) implements Reply {}

        /** It has been on paper, or may have been: a person must find out. */
        record MayHaveBeenPrinted(PrintJobId job) implements Reply {}
    }

    /**
     * Decides.
     *
     * @param jobs every job that the letter has had, the last one last
     * @param right what the order rests on: a rule, or the grant of whoever asked
     */
    public static Decision<PrintFact, Reply> order(
            List<PrintJob> jobs, PrintOrder order, Right right) {
        if (jobs.isEmpty()) {
            return ordered(order, right);
        }
        PrintJob last = jobs.getLast();
        PrintJobId before = last.order().job();
        if (before.equals(order.job()) || !last.isEnded()) {
            return Decision.nothing(new Reply.AlreadyOrdered(before));
        }
        // Of an earlier one, too, the printer may say late that it was printed after all.
        return jobs.stream()
                .filter(Ordering::mayBeOnPaper)
                .findFirst()
                .<Decision<PrintFact, Reply>>map(
                        job -> Decision.nothing(new Reply.MayHaveBeenPrinted(job.order().job())))
                .orElseGet(() -> ordered(order, right));
    }

    /** Whether a job that has ended has been on paper, or may have been. */
    static boolean mayBeOnPaper(PrintJob job) {
        boolean never =
                (job instanceof Failed f && !f.printed() && !f.contradicted())
                        || (job instanceof Stopped s && !s.contradicted());
        return !never;
    }

    private static Decision<PrintFact, Reply> ordered(PrintOrder order, Right right) {
        return new Decision<>(
                right, List.of(new PrintOrdered(order)), new Reply.Ordered(order.job()));
    }
}
