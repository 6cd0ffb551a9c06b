package no.segl.core.print;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.deadline.CaseDue;
import no.segl.core.deadline.Deadlines;
import no.segl.core.deadline.Reason;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintOrder.Route;

/** Decides on paper for a letter whose plan has come to that. */
public final class Fallback {

    private Fallback() {}

    /** What surrounds the letter; each is asked only when its plan has come to paper. */
    public interface Surroundings {
        /** How its sender's letters go on paper; empty if they do not. */
        Optional<Route> route();

        /** Every print job that it has had, the last one last. */
        List<PrintJob> jobs();

        /** What the letter is a case for already, and has not been closed. */
        Set<Raised> cases();

        Rules rules();

        Instant now();

        /** An id that was never given before. */
        UUID id();
    }

    /**
     * Adds the order to what was decided at a look. A printer needs no person, so that the case
     * which would ask for one is left out; by hand, it stands.
     */
    public static <R> Decision<Fact, R> after(
            Decision<LetterFact, R> look, Letter letter, Surroundings surroundings) {
        List<Fact> facts = new ArrayList<>(look.facts());
        Optional<LetterLookedAt> looked =
                facts.stream()
                        .filter(LetterLookedAt.class::isInstance)
                        .map(LetterLookedAt.class::cast)
                        .findFirst();
        boolean isStep = looked.filter(l -> l.rule().equals(Reason.PRINT.name())).isPresent();
        boolean isAtOnce =
                looked.isPresent()
                        && letter instanceof Letter.Available available
                        && Deadlines.isPaperDue(available);
        if (isStep || isAtOnce) {
            Optional<Route> route = surroundings.route();
            // Without a printer a person must print it, or find another way where it must not be.
            if (isAtOnce
                    && !route.equals(Optional.of(Route.PRINTER))
                    && facts.stream().noneMatch(Fallback::isPrintNeeded)) {
                raise(letter, surroundings, facts);
            }
            route.ifPresent(r -> order(facts, look, letter, r, surroundings));
        }
        return new Decision<>(look.right(), facts, look.reply());
    }

    /** No step of a plan tells anybody of it, so that who must see to it is told here. */
    private static void raise(Letter letter, Surroundings surroundings, List<Fact> facts) {
        Raised raised = new Raised(Matter.Reason.PRINT_NEEDED, Side.SENDER);
        if (!surroundings.cases().contains(raised)) {
            List<LetterFact> said = new ArrayList<>();
            CaseDue.raise(
                    letter.envelope(),
                    raised,
                    surroundings::id,
                    surroundings.rules(),
                    surroundings.now(),
                    said);
            facts.addAll(said);
        }
    }

    private static boolean isPrintNeeded(Fact fact) {
        return fact instanceof CaseRaised raised && raised.reason() == Matter.Reason.PRINT_NEEDED;
    }

    private static void order(
            List<Fact> facts,
            Decision<LetterFact, ?> look,
            Letter letter,
            Route route,
            Surroundings surroundings) {
        Decision<PrintFact, Ordering.Reply> ordered =
                Ordering.order(
                        surroundings.jobs(),
                        new PrintOrder(
                                new PrintJobId(surroundings.id()), letter.envelope().id(), route),
                        look.right());
        if (!ordered.facts().isEmpty() && route == Route.PRINTER) {
            facts.removeIf(Fallback::isPrintNeeded);
        }
        facts.addAll(ordered.facts());
    }
}
