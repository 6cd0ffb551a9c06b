package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Grants;
import no.segl.app.store.RegisterState;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.core.access.AccessFact;
import no.segl.core.access.Grant;
import no.segl.core.access.KeyRoles;
import no.segl.core.access.KeyRoles.Registered;
import no.segl.core.access.Power;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;

/** Makes those who hold key roles main administrators, on the word of their login. */
public final class Leaders {

    private final Changes changes;
    private final Grants grants;
    private final RegisterState register;
    private final Units units;
    private final RuleTable rules;
    private final Ids ids;
    private final InstantSource clock;

    public Leaders(
            Changes changes,
            Grants grants,
            RegisterState register,
            Units units,
            RuleTable rules,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.grants = grants;
        this.register = register;
        this.units = units;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The login of {@code person} has told that they hold a key role at {@code units}: they
     * administer, for a time, those where the register bears it out. Where it has told of no key
     * role, perhaps since it was never asked, it is asked from now on.
     *
     * @return what came of each
     */
    public List<KeyRoles.Reply> told(PersonId person, Collection<OrgNumber> units) {
        Instant now = now();
        return changes.registeredAccesses(
                person,
                new Act(new Actor.Person(person), now),
                () -> units.stream().distinct().map(unit -> told(person, unit, now)).toList());
    }

    private Decision<AccessFact, KeyRoles.Reply> told(
            PersonId person, OrgNumber unit, Instant now) {
        Instant until = LedgerTime.exact(rules.newest().row(Rule.KEY_ROLE).after(now));
        Grant grant =
                new Grant(
                        ids.uuid(),
                        person,
                        unit,
                        Power.ADMINISTER,
                        Optional.empty(),
                        now,
                        Optional.of(until));
        Registered says = registered(unit);
        if (says == Registered.NOT_HELD) {
            register.follow(unit, now);
        }
        List<Grant> standing = grants.of(person).stream().filter(g -> g.holdsAt(now)).toList();
        return KeyRoles.told(says, standing, grants.byKeyRole(person), grant);
    }

    /** What the register says of a unit. */
    public Registered registered(OrgNumber unit) {
        if (units.find(unit).isEmpty()) {
            return Registered.NOT_KNOWN;
        }
        return register.standing(unit)
                .map(s -> {
                    if (s.dissolved()) {
                        return Registered.DISSOLVED;
                    }
                    return s.roles().isEmpty() ? Registered.NOT_HELD : Registered.HELD;
                })
                .orElse(Registered.NOT_HELD);
    }

    private Instant now() {
        return LedgerTime.exact(clock.instant());
    }
}
