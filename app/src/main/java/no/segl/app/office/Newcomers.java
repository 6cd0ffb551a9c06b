package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import no.segl.app.secret.HiddenNumber;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Holders;
import no.segl.app.store.Persons;
import no.segl.core.access.Clearance;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;

/** Makes people known by number, so that access can be given to them before they ever log in. */
public final class Newcomers {

    private final Changes changes;
    private final Access access;
    private final Holders holders;
    private final Persons persons;
    private final Ids ids;
    private final InstantSource clock;

    public Newcomers(
            Changes changes,
            Access access,
            Holders holders,
            Persons persons,
            Ids ids,
            InstantSource clock) {
        this.changes = changes;
        this.access = access;
        this.holders = holders;
        this.persons = persons;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes somebody known at a unit by their number, before they ever log in.
     *
     * @param name what to call them in this organisation; nobody else is shown it
     */
    public Entering enter(PersonId by, HiddenNumber number, String name, OrgNumber unit) {
        Instant now = LedgerTime.exact(clock.instant());
        if (access.toGive(Power.READ, by, unit, now) instanceof Clearance.Denied denied) {
            return new Entering.Refused(denied);
        }
        return know(by, persons.enter(ids.person(), number, ""), name, unit, now);
    }

    /** Makes somebody known at a unit who is known elsewhere, by the name that they have there. */
    Entering know(PersonId by, PersonId person, String name, OrgNumber unit) {
        return know(by, person, name, unit, LedgerTime.exact(clock.instant()));
    }

    private Entering know(PersonId by, PersonId person, String name, OrgNumber unit, Instant now) {
        changes.access(
                person,
                new Act(new Actor.Person(by), now),
                () -> {
                    Clearance clearance =
                            access.toGive(Power.READ, by, unit, LedgerTime.exact(clock.instant()));
                    boolean known = holders.isKnown(person, unit);
                    if (clearance instanceof Clearance.Cleared) {
                        persons.call(person, unit, name);
                    }
                    return Granting.enter(unit, person, known, clearance);
                });
        return new Entering.Known(person);
    }

    /** What came of making somebody known. */
    public sealed interface Entering {
        record Known(PersonId person) implements Entering {}

        /** Whoever asked may not. */
        record Refused(Clearance.Denied why) implements Entering {}
    }
}
