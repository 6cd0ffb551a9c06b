package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import no.segl.app.store.Attention;
import no.segl.app.store.Changes;
import no.segl.app.store.Checks;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.core.access.Power;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.readiness.Check;
import no.segl.core.readiness.CheckAnswered;
import no.segl.core.readiness.Checklist;
import no.segl.core.readiness.Checklist.State;

/** Where guided checks are answered, by those who give access at the unit. */
public final class CheckDesk {

    private final Checks checks;
    private final Units units;
    private final Changes changes;
    private final Access access;
    private final RuleTable rules;
    private final InstantSource clock;

    public CheckDesk(
            Checks checks,
            Units units,
            Changes changes,
            Access access,
            RuleTable rules,
            InstantSource clock) {
        this.checks = checks;
        this.units = units;
        this.changes = changes;
        this.access = access;
        this.rules = rules;
        this.clock = clock;
    }

    /** How it stands with the checks of the trees beneath {@code roots}. */
    public Checklist list(Collection<OrgNumber> roots) {
        return checks.of(roots, now());
    }

    /** Answers {@code check} at each of {@code at}, where {@code by} may. */
    public List<CheckAnswered.Reply> answer(
            PersonId by, Collection<OrgNumber> at, Check check, Check.Answer answer) {
        Instant now = now();
        Instant until = LedgerTime.exact(rules.newest().row(Rule.CHECK_HOLDS).after(now));
        return changes.checked(
                by,
                now,
                () ->
                        at.stream()
                                .distinct()
                                .map(unit ->
                                        CheckAnswered.decide(
                                                new CheckAnswered(unit, check, answer, until),
                                                units.lineage(unit).above().isEmpty(),
                                                access.toGive(Power.READ, by, unit, now)))
                                .toList());
    }

    /** What must be seen to beneath {@code roots}, as those who administer access are told. */
    public List<Attention.Counted> due(List<OrgNumber> roots) {
        return list(roots).due(roots).stream()
                .map(due ->
                        new Attention.Counted(
                                due.place().unit(),
                                due.place().name(),
                                due.checks(),
                                List.of(cause(due.of())),
                                due.newest()))
                .toList();
    }

    private static Attention.Cause cause(State state) {
        return switch (state) {
            case WRONG -> Attention.Cause.CHECK_WRONG;
            case EXPIRED -> Attention.Cause.CHECK_EXPIRED;
            case NEVER, HOLDS, NOT_USED -> Attention.Cause.CHECK_NEVER;
        };
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
