package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import no.segl.app.secret.HiddenNumber;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.Right;
import no.segl.core.party.Unit;

/** Enters organisations, persons and access, on the operator's word. */
public final class Registrar {

    private static final Actor OPERATOR = new Actor.Segl("operator");
    private static final Clearance ON_THEIR_WORD =
            new Clearance.Cleared(new Right("operator", "command line"));

    private final Units units;
    private final Persons persons;
    private final Grants grants;
    private final Holders holders;
    private final Changes changes;
    private final Ids ids;
    private final InstantSource clock;

    public Registrar(
            Units units,
            Persons persons,
            Grants grants,
            Holders holders,
            Changes changes,
            Ids ids,
            InstantSource clock) {
        this.units = units;
        this.persons = persons;
        this.grants = grants;
        this.holders = holders;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Enters a unit, or what has changed about it; its parent must be there. */
    public void enter(Unit unit) {
        units.enter(unit);
    }

    /** Enters a person, by the login's own name for them. */
    public PersonId enter(String issuer, String subject, String name) {
        return persons.meet(ids.person(), issuer, subject, name);
    }

    /** Enters a person by their national identity number, before they ever log in. */
    public PersonId enter(HiddenNumber number, String name) {
        return persons.enter(ids.person(), number, name);
    }

    /** Makes a person known at a unit, so that they can be chosen there. */
    public void know(PersonId person, OrgNumber unit) {
        changes.access(
                person,
                new Act(OPERATOR, LedgerTime.exact(clock.instant())),
                () -> Granting.enter(unit, person, holders.isKnown(person, unit), ON_THEIR_WORD));
    }

    /**
     * Ends what a person holds, whoever else controls access then.
     *
     * @param unit only what they hold there; empty for all
     * @return how many grants ended
     */
    public int end(PersonId person, Optional<OrgNumber> unit) {
        Instant now = LedgerTime.exact(clock.instant());
        return (int)
                changes
                        .accesses(
                                person,
                                new Act(OPERATOR, now),
                                () ->
                                        grants.of(person).stream()
                                                .filter(g ->
                                                        unit.map(g.unit()::equals).orElse(true))
                                                .map(g ->
                                                        Granting.end(g, ON_THEIR_WORD, false, now))
                                                .toList())
                        .stream()
                        .filter(Granting.Reply.Done.class::isInstance)
                        .count();
    }

    /**
     * Whether a person was given such a power before, and it has ended or has been given an end:
     * what somebody has decided since is not the operator's to undo by saying the same again.
     */
    public boolean hasEnded(
            PersonId person, OrgNumber unit, Power power, Optional<Category> category) {
        List<Grant> alike =
                grants.of(person).stream()
                        .filter(g -> g.unit().equals(unit) && g.power() == power)
                        .filter(g -> g.category().equals(category))
                        .toList();
        return !alike.isEmpty() && alike.stream().allMatch(g -> g.until().isPresent());
    }

    /** Gives a person a power from now on, unless they have it. */
    public Granting.Reply give(
            PersonId person, OrgNumber unit, Power power, Optional<Category> category) {
        Instant now = LedgerTime.exact(clock.instant());
        Grant grant = new Grant(ids.uuid(), person, unit, power, category, now, Optional.empty());
        return changes.access(
                person,
                new Act(OPERATOR, now),
                () -> {
                    List<Grant> standing =
                            grants.of(person).stream().filter(g -> g.holdsAt(now)).toList();
                    return Granting.give(standing, grant, ON_THEIR_WORD);
                });
    }
}
