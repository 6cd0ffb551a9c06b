package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.store.Upkeep;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Rules;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;

/** Those who can mend what is wrong do not hear of it. */
final class BrokenTelling {

    private BrokenTelling() {}

    static final class NobodyToMend extends BrokenLooks.Leaving {
        @Override
        List<LetterFact> change(List<LetterFact> facts, Letter letter) {
            return without(
                    facts,
                    f ->
                            f instanceof NoticeOrdered ordered
                                    && ordered.kind() == Notice.Kind.NOBODY_CAN_OPEN);
        }
    }

    static final class StepAlone extends BrokenLooks.Leaving {
        @Override
        List<LetterFact> change(List<LetterFact> facts, Letter letter) {
            boolean escalates =
                    facts.stream()
                            .anyMatch(f ->
                                    f instanceof LetterLookedAt look
                                            && look.rule().startsWith("ESCALATE"));
            return escalates ? without(facts, StepAlone::isLong) : facts;
        }

        private static boolean isLong(LetterFact fact) {
            return switch (fact) {
                case NoticeOrdered ordered ->
                        ordered.kind() == Notice.Kind.LONG_UNOPENED
                                || ordered.kind() == Notice.Kind.SENDER_LONG_UNOPENED;
                case CaseRaised raised -> raised.reason() == Matter.Reason.LONG_UNOPENED;
                default -> false;
            };
        }
    }

    /** That nobody could be told is a case of which nobody is told. */
    static final class FailureUnheard extends Rulings {
        @Override
        Decision<LetterFact, Notifying.Reply> failed(
                Letter letter,
                UUID notice,
                Notifying.Standing standing,
                Notice.Failure why,
                Rules rules,
                Instant now) {
            return unheard(super.failed(letter, notice, standing, why, rules, now));
        }

        @Override
        Decision<LetterFact, Notifying.Reply> gaveUp(
                Letter letter,
                Notifying.Gone gone,
                Notifying.Standing standing,
                Rules rules,
                Instant now) {
            return unheard(super.gaveUp(letter, gone, standing, rules, now));
        }

        private static Decision<LetterFact, Notifying.Reply> unheard(
                Decision<LetterFact, Notifying.Reply> decision) {
            boolean raises = decision.facts().stream().anyMatch(CaseRaised.class::isInstance);
            return new Decision<>(
                    decision.right(),
                    decision.facts().stream()
                            .filter(f ->
                                    !(raises
                                            && f instanceof NoticeOrdered ordered
                                            && ordered.kind() == Notice.Kind.CASE_WAITING))
                            .toList(),
                    decision.reply());
        }
    }

    static final class BouncedIsTold extends Rulings {
        @Override
        Letter after(Letter letter, LetterFact fact, Instant at, Actor actor) {
            return fact instanceof NoticeFailed && letter instanceof Letter.Available
                    ? letter
                    : super.after(letter, fact, at, actor);
        }
    }

    static final class ClockBelieved extends Rulings {
        @Override
        boolean isClockCompared() {
            return false;
        }
    }

    static final class LossUnseen extends Rulings {
        @Override
        boolean isLossSeen() {
            return false;
        }
    }

    static final class LookFailedNoCase extends Rulings {
        @Override
        Decision<LetterFact, Looking.Reply> lookFailed(
                Letter letter, Looking.Held around, int failures, Rules rules, Instant now) {
            return Decision.nothing(Looking.Reply.NOT_DUE);
        }
    }

    static final class UnansweredHidden extends Rulings {
        @Override
        Optional<Upkeep.Unanswered> unanswered(Upkeep.Unanswered found) {
            return Optional.empty();
        }
    }
}
