package no.segl.app.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.ControlChanges;
import no.segl.app.store.ControlRuns;
import no.segl.app.store.Controls;
import no.segl.app.store.Holders;
import no.segl.app.store.RuleTable;
import no.segl.core.access.Power;
import no.segl.core.control.Routine;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens controls that have fallen due, and raises those again that nobody has done. What is due is
 * asked of the controls; one that fails stops no other.
 */
public final class ControlSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSweep.class);

    private static final int BATCH = 500;

    private final Controls controls;
    private final ControlRuns runs;
    private final ControlChanges changes;
    private final Holders holders;
    private final RuleTable rules;
    private final RandomGenerator dice;
    private final InstantSource clock;

    public ControlSweep(
            Controls controls,
            ControlRuns runs,
            ControlChanges changes,
            Holders holders,
            RuleTable rules,
            RandomGenerator dice,
            InstantSource clock) {
        this.controls = controls;
        this.runs = runs;
        this.changes = changes;
        this.holders = holders;
        this.rules = rules;
        this.dice = dice;
        this.clock = clock;
    }

    /**
     * Sweeps once.
     *
     * @return how many were opened or raised again
     */
    public int run() {
        return each(controls.due(now(), BATCH), this::open)
                + each(runs.due(now(), BATCH), this::look);
    }

    private int each(List<UUID> due, Function<UUID, Optional<Routine.Reply>> change) {
        int done = 0;
        for (UUID one : due) {
            try {
                done += change.apply(one).filter(Routine.Reply.DONE::equals).isPresent() ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error(
                        "Control {} could not be looked at ({}); it is tried again",
                        one,
                        e.getClass().getName());
            }
        }
        return done;
    }

    private Optional<Routine.Reply> open(UUID control) {
        Instant now = now();
        return changes.control(
                control,
                act(now),
                (held, next) ->
                        Routine.open(
                                held,
                                next,
                                Uuids.v7(now, dice),
                                able(held.unit(), now),
                                rules.newest(),
                                now));
    }

    private Optional<Routine.Reply> look(UUID run) {
        Instant now = now();
        return changes.run(
                run,
                act(now),
                held -> Routine.look(held, able(held.control().unit(), now), rules.newest(), now));
    }

    private List<PersonId> able(OrgNumber unit, Instant now) {
        return holders.others(unit, List.of(Power.OVERSEE), now).stream()
                .map(Holders.Holder::person)
                .toList();
    }

    private static Act act(Instant now) {
        return new Act(new Actor.Segl("controls"), now);
    }

    /** Of each: a sweep may be long. */
    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
