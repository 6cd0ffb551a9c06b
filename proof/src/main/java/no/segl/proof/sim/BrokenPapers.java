package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Situation;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.LetterPosted;
import no.segl.core.print.Consequences;
import no.segl.core.print.Fallback;
import no.segl.core.print.Handover;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.print.Receipt;
import no.segl.core.print.Receipt.FailureReason;
import no.segl.core.print.Receiving;
import no.segl.core.print.Reordering;

/** Paper gone wrong. */
final class BrokenPapers {

    private BrokenPapers() {}

    static final class OrderedAgain extends Rulings {
        @Override
        Decision<PrintFact, Reordering.Reply> order(
                Letter letter,
                List<PrintJob> jobs,
                Optional<Route> route,
                PrintJobId job,
                Clearance sends) {
            return super.order(letter, List.of(), route, job, sends);
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
        List<PrintFact> ofClosing(Letter closed, PrintJob job, Right right) {
            return List.of();
        }
    }

    static final class NotClosed extends Rulings {
        @Override
        List<LetterFact> ofPaper(Letter letter, PrintFact fact, Consequences.Around around) {
            return super.ofPaper(letter, fact, around).stream()
                    .filter(f -> !(f instanceof LetterPosted))
                    .toList();
        }
    }

    static final class NoCase extends Rulings {
        @Override
        List<LetterFact> ofPaper(Letter letter, PrintFact fact, Consequences.Around around) {
            return super.ofPaper(letter, fact, around).stream()
                    .filter(f -> !(f instanceof CaseRaised))
                    .toList();
        }
    }

    static final class PrintedUnheard extends Rulings {
        @Override
        List<PrintFact> ofClosing(Letter closed, PrintJob job, Right right) {
            return super.ofClosing(closed, job, right).stream()
                    .filter(f -> !(f instanceof PrintFact.PrintStopMissed))
                    .toList();
        }
    }

    static final class OnPaperUnheard extends Rulings {
        @Override
        List<LetterFact> ofPaper(Letter letter, PrintFact fact, Consequences.Around around) {
            return letter.isClosed()
                            && (fact instanceof PrintFact.PaperPrinted
                                    || fact instanceof PrintFact.PaperPosted)
                    ? List.of()
                    : super.ofPaper(letter, fact, around);
        }
    }

    static final class StopUnanswered extends Rulings {
        @Override
        Decision<LetterFact, Boolean> ofSilence(
                Letter letter, PrintJob job, Consequences.Around around) {
            return letter.isClosed()
                    ? Decision.nothing(false)
                    : super.ofSilence(letter, job, around);
        }
    }

    static final class Silent extends Rulings {
        @Override
        Decision<LetterFact, Boolean> ofSilence(
                Letter letter, PrintJob job, Consequences.Around around) {
            return Decision.nothing(false);
        }
    }

    /** As if "other" meant that nothing was printed. */
    static final class OtherIsNo extends Rulings {
        @Override
        Decision<PrintFact, Reordering.Reply> order(
                Letter letter,
                List<PrintJob> jobs,
                Optional<Route> route,
                PrintJobId job,
                Clearance sends) {
            List<PrintJob> trusted =
                    jobs.stream()
                            .filter(j ->
                                    !(j instanceof PrintJob.Failed f
                                            && f.reason() == FailureReason.OTHER))
                            .toList();
            return super.order(letter, trusted, route, job, sends);
        }
    }

    static final class FailingUnheard extends Rulings {
        @Override
        boolean isSilenceOfWhatFailsHeard() {
            return false;
        }
    }

    static final class ReadEachTime extends Rulings {
        @Override
        Decision<PrintFact, Optional<PrintJob.Ordered>> readForPaper(
                PrintJob job, boolean written) {
            return super.readForPaper(job, false);
        }
    }

    static final class LastGoesOn extends Rulings {
        @Override
        Decision<PrintFact, Receiving.Reply> arrived(List<PrintJob> jobs, Receipt receipt) {
            Decision<PrintFact, Receiving.Reply> decision = super.arrived(jobs, receipt);
            return new Decision<>(
                    decision.right(),
                    decision.facts().stream().limit(1).toList(),
                    decision.reply());
        }
    }

    static final class Destroyed extends Rulings {
        @Override
        Decision<LetterFact, Looking.Reply> destroy(
                Letter letter,
                boolean destroyed,
                Set<Situation.Raised> cases,
                Rules rules,
                Instant now) {
            return super.destroy(letter, destroyed, Set.of(), rules, now);
        }
    }

    static final class NotOrdered extends Rulings {
        @Override
        Decision<Fact, Looking.Reply> fallback(
                Decision<LetterFact, Looking.Reply> look,
                Letter letter,
                Fallback.Surroundings surroundings) {
            Decision<Fact, Looking.Reply> decision = super.fallback(look, letter, surroundings);
            return new Decision<>(
                    decision.right(),
                    decision.facts().stream().filter(f -> !(f instanceof PrintOrdered)).toList(),
                    decision.reply());
        }
    }

    /** As if a letter that is wanted on paper at once waited for the first step of its plan. */
    static final class AtFirstStep extends Rulings {
        @Override
        Optional<NextLook> nextLook(Letter letter, Rules rules) {
            return super.nextLook(
                    letter instanceof Letter.Available a
                            ? new Letter.Available(
                                    a.envelope(),
                                    a.acceptedAt(),
                                    a.availableAt(),
                                    a.looks(),
                                    a.lastLook(),
                                    a.chase().forPaper(false))
                            : letter,
                    rules);
        }
    }

    /** As if its sender had not asked for paper at once. */
    static final class NotAtOnce extends Rulings {
        @Override
        Decision<Fact, Looking.Reply> fallback(
                Decision<LetterFact, Looking.Reply> look,
                Letter letter,
                Fallback.Surroundings surroundings) {
            boolean isStep =
                    look.facts().stream()
                            .anyMatch(f ->
                                    f instanceof LetterLookedAt looked
                                            && looked.rule().equals("PRINT"));
            return isStep
                    ? super.fallback(look, letter, surroundings)
                    : new Decision<>(look.right(), List.copyOf(look.facts()), look.reply());
        }
    }
}
