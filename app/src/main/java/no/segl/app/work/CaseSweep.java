package no.segl.app.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import no.segl.app.store.Cases;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DueCases;
import no.segl.app.store.DueCases.Due;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.Situations;
import no.segl.core.deadline.CaseDue;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.LetterFact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises cases again whose time has passed, and gives back to their units those whose owner no
 * longer answers for them. One that fails stops no other.
 */
public final class CaseSweep {

    private static final Logger LOG = LoggerFactory.getLogger(CaseSweep.class);

    private static final int BATCH = 200;

    private final DueCases due;
    private final Cases cases;
    private final Changes changes;
    private final Situations situations;
    private final InstantSource clock;

    public CaseSweep(
            DueCases due,
            Cases cases,
            Changes changes,
            Situations situations,
            InstantSource clock) {
        this.due = due;
        this.cases = cases;
        this.changes = changes;
        this.situations = situations;
        this.clock = clock;
    }

    /**
     * Sweeps once.
     *
     * @return how many cases were raised again or given back
     */
    public int run() {
        int done = returned();
        List<Due> claimed;
        do {
            claimed = due.claim(now(), Claims.HELD, BATCH);
            for (Due one : claimed) {
                Instant now = now();
                done += change(one, now, held -> overdue(held, one, now)) ? 1 : 0;
            }
        } while (claimed.size() == BATCH);
        return done;
    }

    private int returned() {
        int done = 0;
        for (DueCases.Owner owner : due.owners(now())) {
            Instant now = now();
            if (answers(owner, now)) {
                continue;
            }
            for (Due one : due.claim(owner, now, Claims.HELD)) {
                done += change(one, now, held -> returned(held, one, now)) ? 1 : 0;
            }
        }
        return done;
    }

    private boolean answers(DueCases.Owner owner, Instant now) {
        try {
            return situations.answering(owner.side(), owner.unit(), now).contains(owner.person());
        } catch (RuntimeException e) {
            LOG.error(
                    "Who answers for cases at {} cannot be had ({}); it is asked again",
                    owner.unit(),
                    e.getClass().getName());
            due.claim(owner, now, Claims.HELD);
            return true;
        }
    }

    /** Of each case: a sweep may be long. */
    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }

    private Decision<LetterFact, CaseDue.Reply> overdue(HeldLetter held, Due one, Instant now) {
        Cases.Row row = cases.find(one.matter()).orElseThrow();
        return CaseDue.look(
                held.letter(), row.matter(), situations.around(row, now), held.rules(), now);
    }

    private Decision<LetterFact, CaseDue.Reply> returned(HeldLetter held, Due one, Instant now) {
        Cases.Row row = cases.find(one.matter()).orElseThrow();
        return CaseDue.returned(
                held.letter(), row.matter(), situations.around(row, now), held.rules());
    }

    private boolean change(
            Due one,
            Instant now,
            Function<HeldLetter, Decision<LetterFact, CaseDue.Reply>> decide) {
        try {
            return changes.letter(one.letter(), new Act(new Actor.Segl("cases"), now), decide)
                    .filter(CaseDue.Reply.DONE::equals)
                    .isPresent();
        } catch (RuntimeException e) {
            LOG.error(
                    "Case {} could not be looked at ({}); it is tried again when its claim ends",
                    one.matter(),
                    e.getClass().getName());
            return false;
        }
    }
}
