package no.segl.app.office;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.secret.HiddenNumber;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Grants;
import no.segl.app.store.Memberships;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;

/**
 * Shows a person's national identity number to somebody who gives access where the person is known.
 * That it was shown, and to whom, is in the ledger before it is.
 */
public final class Numbers {

    /** At more units nobody is known. */
    private static final int PLACES = 10_000;

    private final Changes changes;
    private final Access access;
    private final Grants grants;
    private final Units units;
    private final Memberships memberships;
    private final Persons persons;
    private final NumberKey key;
    private final InstantSource clock;

    public Numbers(
            Changes changes,
            Access access,
            Grants grants,
            Units units,
            Memberships memberships,
            Persons persons,
            NumberKey key,
            InstantSource clock) {
        this.changes = changes;
        this.access = access;
        this.grants = grants;
        this.units = units;
        this.memberships = memberships;
        this.persons = persons;
        this.key = key;
        this.clock = clock;
    }

    /** Whether Segl has the number of {@code person}. */
    public boolean isKnown(PersonId person) {
        return persons.number(person).isPresent();
    }

    /**
     * The number of {@code person}, for {@code viewer}.
     *
     * @return empty if they may not see it, or Segl does not have it
     */
    public Optional<NationalIdentityNumber> show(PersonId viewer, PersonId person) {
        Optional<HiddenNumber> hidden = persons.number(person);
        Instant now = LedgerTime.exact(clock.instant());
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        Set<OrgNumber> within = units.within(new Reach(units, grants.of(viewer), now).roots());
        Optional<OrgNumber> where =
                memberships.placesOf(person, now, PLACES).stream()
                        .filter(within::contains)
                        // Who has left is nobody's there to tell from namesakes any more.
                        .filter(unit -> memberships.isThere(person, List.of(unit), now))
                        .findFirst();
        if (where.isEmpty()) {
            return Optional.empty();
        }
        Granting.Reply reply =
                changes.access(
                        person,
                        new Act(new Actor.Person(viewer), now),
                        () ->
                                Granting.showNumber(
                                        where.get(),
                                        person,
                                        access.toGive(
                                                Power.READ,
                                                viewer,
                                                where.get(),
                                                LedgerTime.exact(clock.instant()))));
        return reply instanceof Granting.Reply.Done ? key.show(hidden.get()) : Optional.empty();
    }
}
