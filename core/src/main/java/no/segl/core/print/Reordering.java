package no.segl.core.print;

import java.util.List;
import java.util.Optional;
import no.segl.core.access.Clearance;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letter;
import no.segl.core.print.PrintOrder.Route;

/** Decides on paper that a person orders, where what a rule ordered came to nothing. */
public final class Reordering {

    private Reordering() {}

    /** What came of it. */
    public enum Reply {
        ORDERED,
        /** There is a job under way; nothing was written. */
        UNDER_WAY,
        /** It has been on paper, or may have been: a person must find out. */
        MAYBE_ON_PAPER,
        /** What this sender sends is not put on paper, or not this letter. */
        NO_ROUTE,
        /** The letter waits for nobody to open it. */
        CLOSED,
        /** Whoever asked may not send for the letter's sender. */
        REFUSED
    }

    /**
     * Decides.
     *
     * @param jobs every job that the letter has had, the last one last
     * @param route how the sender's letters go on paper; empty if this one does not
     * @param job an id that was never given before
     * @param sends whether the person may send for the letter's sender
     */
    public static Decision<PrintFact, Reply> decide(
            Letter letter,
            List<PrintJob> jobs,
            Optional<Route> route,
            PrintJobId job,
            Clearance sends) {
        if (!(sends instanceof Clearance.Cleared cleared)) {
            return Decision.nothing(Reply.REFUSED);
        }
        if (!(letter instanceof Letter.Available)) {
            return Decision.nothing(Reply.CLOSED);
        }
        if (route.isEmpty()) {
            return Decision.nothing(Reply.NO_ROUTE);
        }
        PrintOrder order = new PrintOrder(job, letter.envelope().id(), route.get());
        Decision<PrintFact, Ordering.Reply> ordered = Ordering.order(jobs, order, cleared.right());
        Reply reply =
                switch (ordered.reply()) {
                    case Ordering.Reply.Ordered _ -> Reply.ORDERED;
                    case Ordering.Reply.AlreadyOrdered _ -> Reply.UNDER_WAY;
                    case Ordering.Reply.MayHaveBeenPrinted _ -> Reply.MAYBE_ON_PAPER;
                };
        return new Decision<>(ordered.right(), ordered.facts(), reply);
    }
}
