package no.segl.app.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.segl.app.store.Breaches;
import no.segl.app.store.Breaches.Candidate;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Situations;
import no.segl.core.deadline.Breach;
import no.segl.core.deadline.CaseDue;
import no.segl.core.deadline.Rules;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.LetterFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds letters that may be a breach, by what holds now, and makes them cases with a clock. Which
 * they are is asked anew each time: what was missed is found by the next sweep. One that fails
 * stops no other.
 */
public final class BreachSweep {

    private static final Logger LOG = LoggerFactory.getLogger(BreachSweep.class);

    private static final int BATCH = 200;

    private final Breaches breaches;
    private final Changes changes;
    private final Situations situations;
    private final RuleTable table;
    private final InstantSource clock;

    public BreachSweep(
            Breaches breaches,
            Changes changes,
            Situations situations,
            RuleTable table,
            InstantSource clock) {
        this.breaches = breaches;
        this.changes = changes;
        this.situations = situations;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Sweeps once.
     *
     * @return how many letters became cases
     */
    public int run() {
        Rules rules = table.newest();
        return each(
                        after -> breaches.unopened(rules, now(), after, BATCH),
                        (held, one) ->
                                Breach.unopened(
                                        held.letter(),
                                        situations.had(one.letter()),
                                        one.within(),
                                        situations::id,
                                        rules,
                                        now()))
                + each(
                        after -> breaches.misdirected(after, BATCH),
                        (held, one) ->
                                Breach.misdirected(
                                        held.letter(),
                                        situations.had(one.letter()),
                                        situations::id,
                                        rules,
                                        now()));
    }

    private int each(
            Function<Optional<LetterId>, List<Candidate>> find,
            BiFunction<HeldLetter, Candidate, Decision<LetterFact, CaseDue.Reply>> decide) {
        int done = 0;
        Optional<LetterId> after = Optional.empty();
        List<Candidate> found;
        do {
            found = find.apply(after);
            for (Candidate one : found) {
                done += change(one, held -> decide.apply(held, one)) ? 1 : 0;
            }
            after = found.isEmpty() ? after : Optional.of(found.getLast().letter());
        } while (found.size() == BATCH);
        return done;
    }

    private boolean change(
            Candidate one, Function<HeldLetter, Decision<LetterFact, CaseDue.Reply>> decide) {
        try {
            return changes.letter(one.letter(), new Act(new Actor.Segl("breaches"), now()), decide)
                    .filter(CaseDue.Reply.DONE::equals)
                    .isPresent();
        } catch (RuntimeException e) {
            LOG.error(
                    "Whether letter {} may be a breach could not be written down ({}); tried again",
                    one.letter(),
                    e.getClass().getName());
            return false;
        }
    }

    /** Of each letter: a sweep may be long. */
    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
