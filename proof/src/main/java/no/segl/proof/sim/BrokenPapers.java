package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Situation;
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
import no.segl.core.print.Ordering;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder;

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

    static final class Silent extends Rulings {
        @Override
        Decision<LetterFact, Boolean> ofSilence(
                Letter letter, PrintJob job, Consequences.Around around) {
            return Decision.nothing(false);
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
