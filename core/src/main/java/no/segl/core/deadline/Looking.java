package no.segl.core.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.NoticeOrdered;
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
        Optional<NextLook> due =
                Deadlines.nextLook(letter, rules).filter(look -> !look.at().isAfter(now));
        if (due.isEmpty() || !(letter instanceof Letter.Available available)) {
            return Decision.nothing(Reply.NOT_DUE);
        }
        return done(due.get(), new Look(available, rules, now, due.get(), situation.get()).facts());
    }

    /** One look at one letter. */
    private record Look(
            Letter.Available letter, Rules rules, Instant now, NextLook due, Situation situation) {

        List<LetterFact> facts() {
            List<LetterFact> facts = new ArrayList<>();
            boolean nobody = situation.readers().isEmpty();
            boolean told = letter.chase().notifiedAt().isPresent();
            facts.add(
                    new LetterLookedAt(
                            id(),
                            due.reason().name(),
                            rules.version(),
                            letter.chase().steps() + (Deadlines.isStep(due, letter, rules) ? 1 : 0),
                            situation.readers().size(),
                            due.reason() == Reason.RENOTIFY && told && !nobody));
            switch (due.reason()) {
                case NOTIFY, CHASE, RENOTIFY, NO_READER -> {
                    // Whoever was never told is not told "still".
                    boolean again = told && due.reason() != Reason.NO_READER;
                    tellReaders(again ? Notice.Kind.STILL_UNOPENED : Notice.Kind.ARRIVED, facts);
                }
                case ESCALATE_RECIPIENT -> {
                    if (!nobody) {
                        tellAdministrators(Notice.Kind.LONG_UNOPENED, facts);
                    }
                    raise(Matter.Reason.LONG_UNOPENED, Side.RECIPIENT, facts);
                }
                case ESCALATE_SENDER -> {
                    tellSender(facts);
                    raise(Matter.Reason.LONG_UNOPENED, Side.SENDER, facts);
                }
                case PRINT -> {
                    tellSender(facts);
                    raise(Matter.Reason.PRINT_NEEDED, Side.SENDER, facts);
                }
                case NEXT_LOOK -> {
                    raise(Matter.Reason.LONG_UNOPENED, Side.RECIPIENT, facts);
                    raise(Matter.Reason.LONG_UNOPENED, Side.SENDER, facts);
                }
                case FIRST_LOOK, NOT_AVAILABLE, KEEP_OPENED, KEEP_WITHDRAWN -> {}
            }
            if (nobody) {
                nobodyCanOpen(facts);
            } else {
                situation.cases().stream()
                        .filter(c -> c.reason() == Matter.Reason.NOBODY_CAN_OPEN)
                        .sorted(Comparator.comparing(Situation.Raised::at))
                        .forEach(c -> facts.add(new CaseResolved(id(), c.reason(), c.at())));
            }
            return facts;
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
                tellAdministrators(Notice.Kind.NOBODY_CAN_OPEN, facts);
            }
            raise(raised.reason(), raised.at(), facts);
            if (situation.administrators().isEmpty()) {
                // Nobody there answers for the case: whoever sent the letter must.
                raise(raised.reason(), Side.SENDER, facts);
            }
        }

        private LetterId id() {
            return letter.envelope().id();
        }

        private void tellReaders(Notice.Kind kind, List<LetterFact> facts) {
            situation.readers().forEach(reader -> order(kind, new Notice.To.Person(reader), facts));
        }

        private void tellSender(List<LetterFact> facts) {
            order(
                    Notice.Kind.SENDER_LONG_UNOPENED,
                    new Notice.To.Unit(letter.envelope().sender()),
                    facts);
        }

        private void tellAdministrators(Notice.Kind kind, List<LetterFact> facts) {
            order(kind, new Notice.To.Unit(letter.envelope().recipient()), facts);
            situation
                    .administrators()
                    .forEach(person -> order(kind, new Notice.To.Person(person), facts));
        }

        private void order(Notice.Kind kind, Notice.To to, List<LetterFact> facts) {
            facts.add(new NoticeOrdered(id(), situation.ids().get(), kind, to));
        }

        /** Makes it a case, unless it is that already. */
        private void raise(Matter.Reason reason, Side at, List<LetterFact> facts) {
            if (!situation.cases().contains(new Situation.Raised(reason, at))) {
                facts.add(caseOf(id(), situation.ids().get(), reason, at, rules, now));
            }
        }
    }

    static CaseRaised caseOf(
            LetterId letter, UUID id, Matter.Reason reason, Side at, Rules rules, Instant now) {
        Instant due = rules.row(Rules.Rule.CASE_DUE).after(now);
        return new CaseRaised(letter, id, reason, at, due);
    }

    /**
     * Destroys the content of a closed letter whose time is over. Content of a letter that is not
     * closed is never destroyed, however old.
     *
     * @param destroyed whether it has been done
     */
    public static Decision<LetterFact, Reply> destroy(
            Letter letter, boolean destroyed, Rules rules, Instant now) {
        return Deadlines.destruction(letter, rules)
                .filter(due -> !destroyed && !due.at().isAfter(now))
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
