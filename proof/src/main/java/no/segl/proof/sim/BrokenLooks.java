package no.segl.proof.sim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.segl.core.deadline.Looking;
import no.segl.core.deadline.NextLook;
import no.segl.core.deadline.Plan;
import no.segl.core.deadline.Reason;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Situation;
import no.segl.core.deadline.Wait;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;

/** Looks that go wrong. */
final class BrokenLooks {

    private BrokenLooks() {}

    /** Rulings by which a look leaves something out of what it writes. */
    abstract static class Leaving extends Rulings {
        @Override
        Decision<LetterFact, Looking.Reply> look(
                Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
            var decision = super.look(letter, rules, now, situation);
            return new Decision<>(
                    decision.right(), change(decision.facts(), letter), decision.reply());
        }

        abstract List<LetterFact> change(List<LetterFact> facts, Letter letter);

        static List<LetterFact> without(List<LetterFact> facts, Predicate<LetterFact> gone) {
            return facts.stream().filter(gone.negate()).toList();
        }
    }

    static final class RenoticeNot extends Leaving {
        @Override
        List<LetterFact> change(List<LetterFact> facts, Letter letter) {
            return without(
                    facts,
                    f ->
                            f instanceof NoticeOrdered ordered
                                    && ordered.kind() == Notice.Kind.STILL_UNOPENED);
        }
    }

    static final class OneNotTold extends Leaving {
        @Override
        List<LetterFact> change(List<LetterFact> facts, Letter letter) {
            List<LetterFact> told =
                    facts.stream()
                            .filter(f -> f instanceof NoticeOrdered o && o.kind().isForReaders())
                            .toList();
            return told.size() < 2 ? facts : without(facts, told.getLast()::equals);
        }
    }

    static final class NewcomersNotTold extends Leaving {
        @Override
        List<LetterFact> change(List<LetterFact> facts, Letter letter) {
            boolean escalates =
                    facts.stream()
                            .anyMatch(f ->
                                    f instanceof LetterLookedAt look
                                            && look.rule().startsWith("ESCALATE"));
            return escalates
                    ? without(facts, f -> f instanceof NoticeOrdered o && o.kind().isForReaders())
                    : facts;
        }
    }

    static final class NoCase extends Leaving {
        @Override
        List<LetterFact> change(List<LetterFact> facts, Letter letter) {
            return without(
                    facts,
                    f ->
                            f instanceof CaseRaised raised
                                    && raised.reason() == Matter.Reason.NOBODY_CAN_OPEN);
        }
    }

    static final class CaseDueAtOnce extends Rulings {
        @Override
        Decision<LetterFact, Looking.Reply> look(
                Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
            var decision = super.look(letter, rules, now, situation);
            List<LetterFact> facts = new ArrayList<>(decision.facts());
            facts.replaceAll(f ->
                    f instanceof CaseRaised(var id, var matter, var reason, var at, _)
                            ? new CaseRaised(id, matter, reason, at, now)
                            : f);
            return new Decision<>(decision.right(), facts, decision.reply());
        }
    }

    static final class StepLeftOut extends Leaving {
        @Override
        List<LetterFact> change(List<LetterFact> facts, Letter letter) {
            List<LetterFact> changed = new ArrayList<>(facts);
            changed.replaceAll(f ->
                    f instanceof LetterLookedAt look && look.steps() == 2
                            ? new LetterLookedAt(
                                    look.letter(),
                                    look.rule(),
                                    look.rules(),
                                    3,
                                    look.readers(),
                                    look.renotified())
                            : f);
            return changed;
        }
    }

    /** As if a letter had been told of when it became available. */
    static final class FromAvailable extends Rulings {
        @Override
        Optional<NextLook> nextLook(Letter letter, Rules rules) {
            return super.nextLook(early(letter), rules);
        }

        @Override
        Decision<LetterFact, Looking.Reply> look(
                Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
            return super.look(early(letter), rules, now, situation);
        }

        private static Letter early(Letter letter) {
            return letter instanceof Available a && a.chase().notifiedAt().isPresent()
                    ? with(
                            a,
                            new Chase(
                                    a.chase().steps(),
                                    a.chase().told().stream()
                                            .map(t -> new Chase.Told(t.notice(), a.availableAt()))
                                            .toList(),
                                    a.chase().renotified(),
                                    a.chase().readerless(),
                                    a.chase().chasedAt(),
                                    a.chase().forPaper()))
                    : letter;
        }
    }

    /** As if each look put off the next step, also one that does no more than look. */
    static final class PauseFromLooks extends Rulings {
        @Override
        Optional<NextLook> nextLook(Letter letter, Rules rules) {
            return super.nextLook(late(letter), rules);
        }

        @Override
        Decision<LetterFact, Looking.Reply> look(
                Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
            return super.look(late(letter), rules, now, situation);
        }

        private static Letter late(Letter letter) {
            return letter instanceof Available a
                    ? with(a, a.lastLook().map(a.chase()::chased).orElse(a.chase()))
                    : letter;
        }
    }

    private static Available with(Available a, Chase chase) {
        return new Available(
                a.envelope(), a.acceptedAt(), a.availableAt(), a.looks(), a.lastLook(), chase);
    }

    /** Two nodes, or one twice: what was due a moment ago is done again. */
    static final class NotDue extends Rulings {
        @Override
        Decision<LetterFact, Looking.Reply> look(
                Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
            Instant due =
                    super.nextLook(letter, rules)
                            .map(NextLook::at)
                            .filter(now::isBefore)
                            .orElse(now);
            return super.look(letter, rules, due, situation);
        }

        @Override
        Optional<NextLook> nextLook(Letter letter, Rules rules) {
            return super.nextLook(letter, rules)
                    .map(look ->
                            new NextLook(
                                    look.at().minusSeconds(1_800),
                                    look.reason(),
                                    look.owner(),
                                    look.paragraph()));
        }
    }

    static final class NotMovedOn extends Rulings {
        @Override
        Optional<NextLook> nextLook(Letter letter, Rules rules) {
            return super.nextLook(letter, rules)
                    .map(look ->
                            letter instanceof Available a
                                            && a.lastLook().isPresent()
                                            && look.reason() == Reason.NEXT_LOOK
                                    ? new NextLook(
                                            a.lastLook().get(),
                                            look.reason(),
                                            look.owner(),
                                            look.paragraph())
                                    : look);
        }
    }

    static final class LostReaderless extends Rulings {
        @Override
        Optional<NextLook> nextLook(Letter letter, Rules rules) {
            return letter instanceof Available a && a.chase().readerless()
                    ? Optional.empty()
                    : super.nextLook(letter, rules);
        }
    }

    static final class NewRules extends Rulings {
        @Override
        Rules following(Rules kept, Rules newest) {
            return newest;
        }
    }

    /** Counts Monday to Friday, whatever day it is. */
    static final class Holidays extends Rulings {
        @Override
        Decision<LetterFact, Looking.Reply> look(
                Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
            return super.look(letter, without(letter, rules), now, situation);
        }

        @Override
        Optional<NextLook> nextLook(Letter letter, Rules rules) {
            return super.nextLook(letter, without(letter, rules));
        }

        private static Rules without(Letter letter, Rules rules) {
            return letter instanceof Available a
                    ? new Rules(
                            rules.version(),
                            rules.rows(),
                            rules.limits(),
                            rules.plans().stream()
                                    .map(plan -> without(plan, a.availableAt()))
                                    .toList())
                    : rules;
        }

        private static Plan without(Plan plan, Instant from) {
            return new Plan(
                    plan.sender(),
                    plan.category(),
                    plan.recipient(),
                    plan.steps().stream()
                            .map(step ->
                                    step.after().workingDays()
                                            ? new Plan.Step(
                                                    weekdays(step.after().period(), from),
                                                    step.action(),
                                                    step.owner(),
                                                    step.paragraph())
                                            : step)
                            .toList());
        }

        private static Wait weekdays(Period period, Instant from) {
            LocalDate day = from.atZone(NaivePlan.OSLO).toLocalDate();
            int days = 0;
            for (long left = period.get(ChronoUnit.DAYS); left > 0; days++) {
                day = day.plusDays(1);
                left -= day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? 1 : 0;
            }
            return Wait.days(days);
        }
    }
}
