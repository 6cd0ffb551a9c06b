package no.segl.core.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;

/** Decides on work that has fallen due. */
public final class Looking {

    private Looking() {}

    /** Whether there was anything to do. */
    public enum Reply {
        DONE,
        NOT_DUE
    }

    /**
     * Looks at a letter that is due, and does what its plan says. A closed letter, or one that is
     * not due, is left alone.
     *
     * @param situation asked only if it is due
     */
    public static Decision<LetterFact, Reply> look(
            Letter letter, Rules rules, Instant now, Supplier<Situation> situation) {
        return look(letter, rules, now, false, situation);
    }

    /**
     * The same.
     *
     * @param anew whether it is to be looked at now, also where it is not due
     */
    public static Decision<LetterFact, Reply> look(
            Letter letter, Rules rules, Instant now, boolean anew, Supplier<Situation> situation) {
        Optional<NextLook> due =
                anew ? Deadlines.dueAnew(letter, rules, now) : Deadlines.due(letter, rules, now);
        if (due.isEmpty() || !(letter instanceof Letter.Available available)) {
            return Decision.nothing(Reply.NOT_DUE);
        }
        return done(due.get(), new Look(available, rules, now, due.get(), situation.get()).facts());
    }

    /**
     * What surrounds a letter that is held back.
     *
     * @param ready whether the recipient can receive it now
     * @param cases what it is a case for already
     * @param ids new ids, each never given before
     */
    public record Held(boolean ready, Set<Situation.Raised> cases, Supplier<UUID> ids) {

        public Held {
            cases = Set.copyOf(cases);
        }
    }

    /**
     * Looks at a letter that is held back: it is let go when the recipient is ready, and is a case
     * at its sender until then.
     *
     * @param anew whether it is to be looked at now, also where it is not due
     * @param held asked only if it is due
     */
    public static Decision<LetterFact, Reply> look(
            Letter.Accepted letter, Rules rules, Instant now, boolean anew, Supplier<Held> held) {
        Optional<NextLook> look =
                anew ? Deadlines.dueAnew(letter, rules, now) : Deadlines.due(letter, rules, now);
        if (look.isEmpty()) {
            return Decision.nothing(Reply.NOT_DUE);
        }
        NextLook due = look.get();
        LetterId id = letter.envelope().id();
        Held around = held.get();
        List<LetterFact> facts = new ArrayList<>();
        facts.add(new LetterLookedAt(id, due.reason().name(), rules.version(), 0, 0, false));
        resolve(id, Matter.Reason.LOOK_FAILED, around.cases(), facts);
        var raised = new Situation.Raised(Matter.Reason.HELD_BACK, Side.SENDER);
        if (around.ready()) {
            facts.add(new LetterAvailable(id));
        } else if (!around.cases().contains(raised)) {
            CaseDue.raise(letter.envelope(), raised, around.ids(), rules, now, facts);
        }
        return done(due, facts);
    }

    /** One look at one letter. */
    private record Look(
            Letter.Available letter, Rules rules, Instant now, NextLook due, Situation situation) {

        List<LetterFact> facts() {
            List<LetterFact> facts = new ArrayList<>();
            boolean nobody = situation.readers().isEmpty();
            boolean told = letter.chase().notifiedAt().isPresent();
            Telling telling = telling();
            facts.add(
                    new LetterLookedAt(
                            id(),
                            due.reason().name(),
                            rules.version(),
                            letter.chase().steps() + (Deadlines.isStep(due, letter, rules) ? 1 : 0),
                            situation.readers().size(),
                            due.reason() == Reason.RENOTIFY && told && !nobody));
            resolve(id(), Matter.Reason.LOOK_FAILED, situation.cases(), facts);
            switch (due.reason()) {
                case NOTIFY, CHASE, RENOTIFY, NO_READER -> {
                    telling.readers(Telling.kind(letter), facts);
                }
                case ESCALATE_RECIPIENT -> {
                    if (!nobody) {
                        telling.administrators(Notice.Kind.LONG_UNOPENED, facts);
                    }
                    raise(Matter.Reason.LONG_UNOPENED, Side.RECIPIENT, facts);
                }
                case ESCALATE_SENDER -> {
                    telling.sender(facts);
                    raise(Matter.Reason.LONG_UNOPENED, Side.SENDER, facts);
                }
                case PRINT -> {
                    telling.sender(facts);
                    raise(Matter.Reason.PRINT_NEEDED, Side.SENDER, facts);
                }
                case NEXT_LOOK -> {
                    raise(Matter.Reason.LONG_UNOPENED, Side.RECIPIENT, facts);
                    raise(Matter.Reason.LONG_UNOPENED, Side.SENDER, facts);
                }
                case FIRST_LOOK, NOT_AVAILABLE, ANEW, KEEP_OPENED, KEEP_WITHDRAWN -> {}
            }
            if (nobody) {
                nobodyCanOpen(facts);
            } else {
                if (letter.chase().readerless() && !tellsReaders()) {
                    // The first look that finds somebody is the last that knows they are new.
                    telling.readers(Notice.Kind.ARRIVED, facts);
                }
                resolve(id(), Matter.Reason.NOBODY_CAN_OPEN, situation.cases(), facts);
            }
            return facts;
        }

        private boolean tellsReaders() {
            return switch (due.reason()) {
                case NOTIFY, CHASE, RENOTIFY, NO_READER -> true;
                default -> false;
            };
        }

        /** Those who can mend it are told when it is new, and at each step that tells somebody. */
        private void nobodyCanOpen(List<LetterFact> facts) {
            var raised = new Situation.Raised(Matter.Reason.NOBODY_CAN_OPEN, Side.RECIPIENT);
            boolean telling =
                    switch (due.reason()) {
                        case NOTIFY, CHASE, RENOTIFY, ESCALATE_RECIPIENT -> true;
                        default -> false;
                    };
            if (telling || !situation.cases().contains(raised)) {
                telling().administrators(Notice.Kind.NOBODY_CAN_OPEN, facts);
            }
            raise(raised.reason(), raised.at(), facts);
            var there = new Situation.Raised(raised.reason(), Side.SENDER);
            if (situation.administrators().isEmpty() && !situation.cases().contains(there)) {
                // Nobody there answers for the case: whoever sent the letter must, and is told.
                CaseDue.raise(letter.envelope(), there, situation.ids(), rules, now, facts);
            }
        }

        private LetterId id() {
            return letter.envelope().id();
        }

        private Telling telling() {
            return new Telling(letter.envelope(), situation);
        }

        /** Makes it a case, unless it is that already. */
        private void raise(Matter.Reason reason, Side at, List<LetterFact> facts) {
            if (!situation.cases().contains(new Situation.Raised(reason, at))) {
                facts.add(caseOf(id(), situation.ids().get(), reason, at, rules, now));
            }
        }
    }

    /** Whatever the letter is a case for by that reason is resolved. */
    static void resolve(
            LetterId letter,
            Matter.Reason reason,
            Set<Situation.Raised> cases,
            List<LetterFact> facts) {
        cases.stream()
                .filter(raised -> raised.reason() == reason)
                .sorted(Comparator.comparing(Situation.Raised::at))
                .forEach(raised -> facts.add(new CaseResolved(letter, reason, raised.at())));
    }

    /**
     * Makes a letter that could not be looked at, time after time, a case at its sender, who
     * answers for it until a look succeeds. Nothing else is done for it meanwhile: whatever is
     * wrong with it must not keep this from being written.
     *
     * @param around whether the recipient is ready is not asked
     * @param failures how often looking at it has failed; few are nobody's to know
     */
    public static Decision<LetterFact, Reply> failed(
            Letter letter, Held around, int failures, Rules rules, Instant now) {
        var raised = new Situation.Raised(Matter.Reason.LOOK_FAILED, Side.SENDER);
        Optional<NextLook> due = Deadlines.nextLook(letter, rules);
        if (due.isEmpty()
                || around.cases().contains(raised)
                || failures < rules.number(Rules.Limit.FAILURES)) {
            return Decision.nothing(Reply.NOT_DUE);
        }
        LetterId id = letter.envelope().id();
        CaseRaised fact = caseOf(id, around.ids().get(), raised.reason(), raised.at(), rules, now);
        return done(due.get(), List.of(fact));
    }

    /** That {@code letter} is a case. */
    public static CaseRaised caseOf(
            LetterId letter, UUID id, Matter.Reason reason, Side at, Rules rules, Instant now) {
        Instant due =
                reason.isBreach()
                        ? Breach.reminded(now, rules)
                        : rules.row(Rules.Rule.CASE_DUE).after(now);
        return new CaseRaised(letter, id, reason, at, due);
    }

    /**
     * Destroys the content of a closed letter whose time is over. Content of a letter that is not
     * closed is never destroyed, however old.
     *
     * @param destroyed whether it has been done
     * @param cases what it is a case for, and has not been closed
     */
    public static Decision<LetterFact, Reply> destroy(
            Letter letter,
            boolean destroyed,
            Set<Situation.Raised> cases,
            Rules rules,
            Instant now) {
        // Paper that came back is not done with: somebody must still get what it says to them.
        boolean isPaperOpen = cases.stream().anyMatch(raised -> raised.reason().isOfPaper());
        return Deadlines.destruction(letter, rules)
                .filter(due -> !destroyed && !isPaperOpen && !due.at().isAfter(now))
                .map(due ->
                        done(
                                due,
                                List.of(
                                        new ContentDestroyed(
                                                letter.envelope().id(),
                                                due.reason().name(),
                                                rules.version()))))
                .orElseGet(() -> Decision.nothing(Reply.NOT_DUE));
    }

    private static Decision<LetterFact, Reply> done(NextLook due, List<LetterFact> facts) {
        return new Decision<>(new Right("rule", due.paragraph()), facts, Reply.DONE);
    }
}
