package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.deadline.CaseDue;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Rules;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Case;
import no.segl.core.letter.CaseFact.CaseReturned;
import no.segl.core.letter.CaseFact.CaseSnoozed;
import no.segl.core.letter.Casework;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import no.segl.core.party.Lineage;
import no.segl.core.readiness.Readiness;

/** Cases, and what is held back, gone wrong. */
final class BrokenCases {

    private BrokenCases() {}

    /** Rulings by which a case that is overdue leaves something out of what it writes. */
    abstract static class Leaving extends Rulings {
        @Override
        Decision<LetterFact, CaseDue.Reply> overdue(
                Letter letter, Case matter, CaseDue.Surroundings around, Rules rules, Instant now) {
            var decision = super.overdue(letter, matter, around, rules, now);
            return new Decision<>(
                    decision.right(),
                    decision.facts().stream().filter(f -> !isLeftOut(f)).toList(),
                    decision.reply());
        }

        abstract boolean isLeftOut(LetterFact fact);
    }

    static final class NobodyHears extends Leaving {
        @Override
        boolean isLeftOut(LetterFact fact) {
            return fact instanceof NoticeOrdered;
        }
    }

    static final class NotEscalated extends Leaving {
        @Override
        boolean isLeftOut(LetterFact fact) {
            return fact instanceof CaseRaised;
        }
    }

    /** Whoever has a case keeps it, whatever they may. */
    static final class KeptByLeaver extends Leaving {
        @Override
        boolean isLeftOut(LetterFact fact) {
            return fact instanceof CaseReturned;
        }

        @Override
        Decision<LetterFact, CaseDue.Reply> returned(
                Letter letter, Case matter, CaseDue.Surroundings around, Rules rules) {
            return Decision.nothing(CaseDue.Reply.NOTHING_TO_DO);
        }
    }

    static final class NeverRaisedAgain extends Rulings {
        @Override
        Decision<LetterFact, CaseDue.Reply> overdue(
                Letter letter, Case matter, CaseDue.Surroundings around, Rules rules, Instant now) {
            return Decision.nothing(CaseDue.Reply.NOTHING_TO_DO);
        }
    }

    static final class PutOffForEver extends Rulings {
        @Override
        Decision<LetterFact, Casework.Reply> snooze(
                Casework.Hand hand, Matter.Wait reason, Instant until, Rules rules, Instant now) {
            var decision = super.snooze(hand, reason, until, rules, now);
            List<LetterFact> facts = new ArrayList<>(decision.facts());
            facts.replaceAll(f ->
                    f instanceof CaseSnoozed(var letter, var matter, var why, var at)
                            ? new CaseSnoozed(letter, matter, why, at.plus(Duration.ofDays(4_000)))
                            : f);
            return new Decision<>(decision.right(), facts, decision.reply());
        }
    }

    static final class WorkedByAnybody extends Rulings {
        @Override
        Clearance toAnswer(Side side, List<Grant> grants, Lineage unit, Instant at) {
            return new Clearance.Cleared(new Right("scope", "all"));
        }
    }

    static final class AlwaysReady extends Rulings {
        @Override
        Readiness ready(Readiness found) {
            return new Readiness(
                    found.unit(),
                    found.category(),
                    Readiness.Verdict.READY,
                    Readiness.Ground.HELD,
                    found.asOf());
        }
    }

    /** Whoever looks at what is held back believes the same of every recipient. */
    abstract static class HeldWhere extends Rulings {
        abstract boolean isReady();

        @Override
        Decision<LetterFact, Looking.Reply> lookAtHeld(
                Letter.Accepted letter, Rules rules, Instant now, Supplier<Looking.Held> held) {
            return super.lookAtHeld(
                    letter,
                    rules,
                    now,
                    () -> new Looking.Held(isReady(), held.get().cases(), held.get().ids()));
        }
    }

    static final class LetGo extends HeldWhere {
        @Override
        boolean isReady() {
            return true;
        }
    }

    static final class HeldForEver extends HeldWhere {
        @Override
        boolean isReady() {
            return false;
        }
    }

    static final class HeldNoCase extends Rulings {
        @Override
        Decision<LetterFact, Looking.Reply> lookAtHeld(
                Letter.Accepted letter, Rules rules, Instant now, Supplier<Looking.Held> held) {
            var decision = super.lookAtHeld(letter, rules, now, held);
            return new Decision<>(
                    decision.right(),
                    decision.facts().stream().filter(f -> !(f instanceof CaseRaised)).toList(),
                    decision.reply());
        }
    }

    static final class HeldNotLookedAt extends Rulings {
        @Override
        Optional<NextLook> nextLook(Letter letter, Rules rules) {
            return letter instanceof Letter.Accepted
                    ? Optional.empty()
                    : super.nextLook(letter, rules);
        }
    }

    static final class TextAtNight extends Rulings {
        @Override
        Instant textFrom(Instant at) {
            return at;
        }
    }
}
