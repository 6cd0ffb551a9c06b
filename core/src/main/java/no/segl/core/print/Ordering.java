package no.segl.core.print;

import java.util.List;
import java.util.Optional;
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
     * @param last the letter's last job, if there was one
     * @param right what the order rests on: a rule, or the grant of whoever asked
     */
    public static Decision<PrintFact, Reply> order(
            Optional<PrintJob> last, PrintOrder order, Right right) {
        if (last.isEmpty()) {
            return ordered(order, right);
        }
        PrintJobId before = last.get().order().job();
        if (before.equals(order.job()) || !last.get().isEnded()) {
            return Decision.nothing(new Reply.AlreadyOrdered(before));
        }
        boolean neverOnPaper =
                (last.get() instanceof Failed f && !f.printed() && !f.contradicted())
                        || (last.get() instanceof Stopped s && !s.contradicted());
        return neverOnPaper
                ? ordered(order, right)
                : Decision.nothing(new Reply.MayHaveBeenPrinted(before));
    }

    private static Decision<PrintFact, Reply> ordered(PrintOrder order, Right right) {
        return new Decision<>(
                right, List.of(new PrintOrdered(order)), new Reply.Ordered(order.job()));
    }
}
