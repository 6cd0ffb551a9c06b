package no.segl.core.print;

import java.util.List;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.print.PrintFact.PrintStopAsked;
import no.segl.core.print.PrintFact.PrintStopMissed;
import no.segl.core.print.PrintFact.PrintStopped;
import no.segl.core.print.PrintJob.Failed;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.Posted;
import no.segl.core.print.PrintJob.Printed;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintJob.Stopped;

/** Decides on stopping a job whose letter needs no paper any more. */
public final class Stopping {

    private Stopping() {}

    /** What came of it. */
    public enum Reply {
        STOPPED,
        /** It may be at the printer: it will be called back if it is. */
        ASKED,
        /** It had been asked for or done before, or the job had ended; nothing was written. */
        NOTHING_TO_DO,
        /** It is on paper, and that is written down. */
        TOO_LATE
    }

    /** What came of calling a job back from the printer. */
    public enum Recall {
        /** It was there untouched, and is not any more. */
        RECALLED,
        /** The printer has begun. */
        TOO_LATE,
        /** Not known; call again. */
        UNKNOWN
    }

    /**
     * Decides, as soon as the letter is opened, withdrawn or settled, or turns out to be on paper.
     *
     * @param right what that rested on
     */
    public static Decision<PrintFact, Reply> stop(PrintJob job, StopGround ground, Right right) {
        PrintOrder order = job.order();
        return switch (job) {
            case Ordered _ ->
                    new Decision<>(
                            right,
                            List.of(new PrintStopped(order.letter(), order.job(), ground)),
                            Reply.STOPPED);
            case HandingOver h when h.stop().isEmpty() -> asked(order, ground, right);
            case HandedOver h when h.stop().isEmpty() -> asked(order, ground, right);
            case HandingOver _, HandedOver _, Failed _, Stopped _, Posted _ ->
                    Decision.nothing(Reply.NOTHING_TO_DO);
            // Nothing more will be asked of the printer: that it goes out must be said now.
            case Printed _ ->
                    new Decision<>(
                            right,
                            List.of(new PrintStopMissed(order.letter(), order.job())),
                            Reply.TOO_LATE);
        };
    }

    /** Decides on what came of calling the job back. */
    public static Decision<PrintFact, Reply> recalled(PrintJob job, Recall recall) {
        if (!(job instanceof HandedOver h) || !h.isToBeRecalled() || h.stop().isEmpty()) {
            return Decision.nothing(Reply.NOTHING_TO_DO);
        }
        PrintOrder order = h.order();
        Right right = new Right("print-order", order.job().toString());
        StopGround ground = h.stop().get().ground();
        return switch (recall) {
            case RECALLED ->
                    new Decision<>(
                            right,
                            List.of(new PrintStopped(order.letter(), order.job(), ground)),
                            Reply.STOPPED);
            case TOO_LATE ->
                    new Decision<>(
                            right,
                            List.of(new PrintStopMissed(order.letter(), order.job())),
                            Reply.TOO_LATE);
            case UNKNOWN -> Decision.nothing(Reply.ASKED);
        };
    }

    private static Decision<PrintFact, Reply> asked(
            PrintOrder order, StopGround ground, Right right) {
        return new Decision<>(
                right,
                List.of(new PrintStopAsked(order.letter(), order.job(), ground)),
                Reply.ASKED);
    }
}
