package no.segl.proof.sim;

import java.util.List;
import java.util.Optional;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.LetterFact;
import no.segl.core.print.Handover;
import no.segl.core.print.Ordering;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder;
import no.segl.core.print.Stopping;

/** Paper gone wrong. */
final class BrokenPapers {

    private BrokenPapers() {}

    static final class OrderedAgain extends Rulings {
        @Override
        Decision<PrintFact, Ordering.Reply> order(
                Optional<PrintJob> last, PrintOrder order, Right right) {
            return super.order(Optional.empty(), order, right);
        }
    }

    static final class UnknownIsNo extends Rulings {
        @Override
        Decision<PrintFact, Handover.Noted> outcome(
                PrintJob job, int attempt, Handover.Outcome outcome) {
            return super.outcome(
                    job,
                    attempt,
                    outcome instanceof Handover.Outcome.Unknown
                            ? new Handover.Outcome.NotDone(Handover.Cause.UNREACHABLE)
                            : outcome);
        }
    }

    static final class NotStopped extends Rulings {
        @Override
        Decision<PrintFact, Stopping.Reply> stop(
                PrintJob job, PrintJob.StopGround ground, Right right) {
            return Decision.nothing(Stopping.Reply.NOTHING_TO_DO);
        }
    }

    static final class NotClosed extends Rulings {
        @Override
        List<LetterFact> posted(LetterFact.LetterPosted posted) {
            return List.of();
        }
    }
}
