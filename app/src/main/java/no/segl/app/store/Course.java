package no.segl.app.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import no.segl.app.store.Changes.Act;
import no.segl.core.deadline.Rules;
import no.segl.core.id.LetterId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Care;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.print.Consequences;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintJob;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes in what was decided on one letter, fact by fact, with what follows for its paper from what
 * happens to it and the other way round: no act that closes a letter can forget its print job.
 */
final class Course {

    private final LetterRows letters;
    private final Cares cares;
    private final ShareRows shares;
    private final DispatchRows dispatches;
    private final ChaseRows chase;
    private final PrintRows prints;
    private final LedgerRows ledger;
    private final SecureRandom random = new SecureRandom();

    Course(JdbcClient jdbc, LetterRows letters, DispatchRows dispatches, LedgerRows ledger) {
        this.letters = letters;
        this.cares = new Cares(jdbc);
        this.shares = new ShareRows(jdbc);
        this.dispatches = dispatches;
        this.chase = new ChaseRows(jdbc);
        this.prints = new PrintRows(jdbc);
        this.ledger = ledger;
    }

    /** A letter that is held, with its paper. */
    HeldPaper paper(HeldLetter held) {
        LetterId id = held.letter().envelope().id();
        return new HeldPaper(
                held, () -> prints.all(id), () -> chase.cases(id), job -> ledger.isRead(id, job));
    }

    /** Writes down what was decided, and tells the reply. */
    <R> R change(HeldLetter held, Act act, Decision<? extends Fact, R> decision) {
        if (decision.facts().isEmpty()) {
            return decision.reply();
        }
        Taken taken = new Taken(held, act, decision.right());
        Deque<Fact> facts = new ArrayDeque<>(decision.facts());
        while (!facts.isEmpty()) {
            Fact fact = facts.removeFirst();
            taken.written.add(fact);
            facts.addAll(
                    switch (fact) {
                        case LetterFact f -> taken.take(f);
                        case PrintFact f -> taken.take(f);
                        default -> throw new IllegalStateException("a fact of something else");
                    });
        }
        taken.store();
        ledger.append(
                held.letter().envelope().sender(),
                taken.written,
                act.actor(),
                decision.right(),
                act.at());
        return decision.reply();
    }

    /** How far one decision has been taken in. */
    private final class Taken {
        private final HeldLetter held;
        private final Act act;
        private final Right right;
        private final LetterId id;
        private final List<Fact> written = new ArrayList<>();
        private Letter letter;
        private Care care;
        private int refusals;
        private Optional<Instant> destroyedAt = Optional.empty();

        Taken(HeldLetter held, Act act, Right right) {
            this.held = held;
            this.act = act;
            this.right = right;
            this.letter = held.letter();
            this.care = held.care();
            this.id = letter.envelope().id();
        }

        List<PrintFact> take(LetterFact fact) {
            Letter before = letter;
            letter = Folding.after(before, fact, act.at(), act.actor());
            if (fact instanceof OpeningRefused) {
                refusals++;
            }
            shares.apply(fact, act.at());
            chase.apply(fact, letter, act.at(), act.actor());
            care = care.after(fact, act.at(), act.actor());
            if (fact instanceof ContentDestroyed) {
                destroyedAt = Optional.of(act.at());
                dispatches.destroy(letter.envelope());
            }
            if (before.isClosed() || !letter.isClosed()) {
                return List.of();
            }
            chase.closed(id, fact, act.at());
            return prints.last(id)
                    .map(job -> Consequences.ofClosing(letter, job, right))
                    .orElse(List.of());
        }

        List<LetterFact> take(PrintFact fact) {
            Optional<PrintJob> job = prints.find(fact.job());
            prints.apply(job, fact, held.rules(), act.at(), act.actor());
            return Consequences.ofPaper(letter, fact, around(held.rules()));
        }

        private Consequences.Around around(Rules rules) {
            return new Consequences.Around(
                    chase.cases(id), () -> Uuids.v7(act.at(), random), rules, act.at());
        }

        void store() {
            if (!letter.equals(held.letter()) || destroyedAt.isPresent()) {
                letters.update(letter, held.rules(), destroyedAt);
            }
            if (!care.equals(held.care())) {
                cares.update(id, care);
            }
            letters.countRefusals(id, refusals);
        }
    }
}
