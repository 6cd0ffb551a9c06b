package no.segl.core.print;

import java.util.ArrayList;
import java.util.List;
import no.segl.core.id.LetterId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.print.PrintFact.PaperPosted;
import no.segl.core.print.PrintFact.PaperPrinted;
import no.segl.core.print.PrintFact.PrintContradicted;
import no.segl.core.print.PrintFact.PrintFailed;
import no.segl.core.print.PrintJob.Failed;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.Posted;
import no.segl.core.print.PrintJob.Printed;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintJob.Stopped;
import no.segl.core.print.Receipt.Event;
import no.segl.core.print.Receipt.FailureReason;

/** Decides on what the printer says, which may come late, twice and in any order. */
public final class Receiving {

    private static final Right RECEIPT = new Right("printer", "receipt");

    private Receiving() {}

    /** What came of it. */
    public enum Reply {
        NOTED,
        /** It says nothing new; nothing was written. */
        KNOWN,
        /** It cannot be true together with what is known: a person must ask the printer. */
        CONTRADICTS,
        /** The job was never handed over to the printer: whoever wrote it is mistaken. */
        NEVER_HANDED_OVER
    }

    /**
     * Decides on a receipt.
     *
     * @throws IllegalArgumentException if the receipt is of another job
     */
    public static Decision<PrintFact, Reply> arrived(PrintJob job, Receipt receipt) {
        if (!receipt.job().equals(job.order().job())) {
            throw new IllegalArgumentException("the receipt is of another job");
        }
        return switch (job) {
            case Ordered o when o.attempts() == 0 -> Decision.nothing(Reply.NEVER_HANDED_OVER);
            case HandedOver h when h.takenBy().isPresent() ->
                    h.attempts() == 0
                            ? Decision.nothing(Reply.NEVER_HANDED_OVER)
                            : contradicts(job, receipt);
            case Ordered _, HandingOver _, HandedOver _ -> noted(job, receipt);
            case Printed _ ->
                    receipt.event() instanceof Event.Printed
                            ? Decision.nothing(Reply.KNOWN)
                            : noted(job, receipt);
            case Posted _ when isReturned(receipt) -> noted(job, receipt);
            case Posted p ->
                    receipt.event() instanceof Event.Failed
                            ? once(p.contradicted(), job, receipt)
                            : Decision.nothing(Reply.KNOWN);
            case Failed f ->
                    receipt.event() instanceof Event.Failed
                                    || (receipt.event() instanceof Event.Printed && f.printed())
                                    || f.reason() == FailureReason.RETURNED
                            ? Decision.nothing(Reply.KNOWN)
                            : once(f.contradicted(), job, receipt);
            case Stopped s ->
                    receipt.event() instanceof Event.Failed
                            ? Decision.nothing(Reply.KNOWN)
                            : once(s.contradicted(), job, receipt);
        };
    }

    /**
     * Decides on a receipt of any of a letter's jobs. One that says of an earlier job that it is on
     * paper after all stops the last one where that can still be done.
     *
     * @param jobs every job that the letter has had, the last one last
     * @throws IllegalArgumentException if the receipt is of none of them
     */
    public static Decision<PrintFact, Reply> arrived(List<PrintJob> jobs, Receipt receipt) {
        PrintJob job =
                jobs.stream()
                        .filter(j -> j.order().job().equals(receipt.job()))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("the receipt is of another letter"));
        Decision<PrintFact, Reply> decision = arrived(job, receipt);
        PrintJob last = jobs.getLast();
        if (decision.reply() != Reply.CONTRADICTS || last.equals(job)) {
            return decision;
        }
        List<PrintFact> facts = new ArrayList<>(decision.facts());
        facts.addAll(Stopping.stop(last, StopGround.PRINTED_BEFORE, RECEIPT).facts());
        return new Decision<>(RECEIPT, facts, Reply.CONTRADICTS);
    }

    private static boolean isReturned(Receipt receipt) {
        return receipt.event() instanceof Event.Failed(var reason)
                && reason == FailureReason.RETURNED;
    }

    private static Decision<PrintFact, Reply> noted(PrintJob job, Receipt receipt) {
        LetterId letter = job.order().letter();
        PrintJobId id = job.order().job();
        PrintFact fact =
                switch (receipt.event()) {
                    case Event.Printed _ -> new PaperPrinted(letter, id, receipt.at());
                    case Event.Posted _ -> new PaperPosted(letter, id, receipt.at());
                    case Event.Failed(var reason) -> new PrintFailed(letter, id, reason);
                };
        return new Decision<>(RECEIPT, List.of(fact), Reply.NOTED);
    }

    /** A contradiction that is known is not written down again, however often it is said. */
    private static Decision<PrintFact, Reply> once(boolean known, PrintJob job, Receipt receipt) {
        return known ? Decision.nothing(Reply.KNOWN) : contradicts(job, receipt);
    }

    private static Decision<PrintFact, Reply> contradicts(PrintJob job, Receipt receipt) {
        String event = receipt.event().getClass().getSimpleName();
        return new Decision<>(
                RECEIPT,
                List.of(new PrintContradicted(job.order().letter(), job.order().job(), event)),
                Reply.CONTRADICTS);
    }
}
