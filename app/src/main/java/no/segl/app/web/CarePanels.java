package no.segl.app.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Cares;
import no.segl.app.store.Persons;
import no.segl.app.store.Readers;
import no.segl.app.store.Seals;
import no.segl.app.store.Situations;
import no.segl.app.web.page.CarePanel;
import no.segl.app.web.page.Person;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Clearance;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Care;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Matter;
import org.springframework.stereotype.Component;

/** The part of a letter's page that says who has it, and lets those who may give it on. */
@Component
final class CarePanels {

    /** How many people can be chosen among. */
    private static final int MOST_PEOPLE = 500;

    private final Cares cares;
    private final Readers readers;
    private final Persons persons;
    private final Situations situations;
    private final Seals seals;
    private final PostOffice office;
    private final InstantSource clock;

    CarePanels(
            Cares cares,
            Readers readers,
            Persons persons,
            Situations situations,
            Seals seals,
            PostOffice office,
            InstantSource clock) {
        this.cares = cares;
        this.readers = readers;
        this.persons = persons;
        this.situations = situations;
        this.seals = seals;
        this.office = office;
        this.clock = clock;
    }

    /**
     * The panel, for a viewer who may read what stands on the letter.
     *
     * @param byGrant whether they may by a grant, so that it is theirs to give to others
     * @param opened whether it has been opened
     * @param fault whether it could not be given to whom was chosen
     */
    CarePanel of(
            Envelope envelope,
            PersonId viewer,
            boolean byGrant,
            boolean opened,
            boolean fault,
            Texts texts) {
        Care care = cares.find(envelope.id());
        boolean may = byGrant || reads(envelope, viewer);
        return new CarePanel(
                envelope.id(),
                care.assigned().map(a -> assigned(a, envelope, viewer)),
                care.handled().map(h -> new CarePanel.Handled(name(h.by(), envelope), h.at())),
                opened,
                opened && seals.isWaiting(envelope.id()),
                may,
                byGrant
                        ? candidates(List.of(envelope.id()), viewer, texts)
                        : may ? List.of(self(viewer, texts)) : List.of(),
                fault,
                situations.cases(envelope.id()).stream()
                        .anyMatch(c -> c.reason() == Matter.Reason.WRONG_ADDRESSEE));
    }

    private CarePanel.Assigned assigned(
            Care.Assigned assigned, Envelope envelope, PersonId viewer) {
        PersonId person = assigned.person();
        return new CarePanel.Assigned(
                new Person(person, name(person, envelope)),
                person.equals(viewer),
                assigned.since(),
                reads(envelope, person));
    }

    private boolean reads(Envelope envelope, PersonId person) {
        return office.toFetch(envelope, person) instanceof Clearance.Cleared;
    }

    /** Who can read any of {@code letters}; the viewer first, if they are among them. */
    List<Person> candidates(Collection<LetterId> letters, PersonId viewer, Texts texts) {
        List<Person> people = new ArrayList<>();
        for (Person person :
                Administered.named(readers.of(letters, clock.instant(), MOST_PEOPLE))) {
            if (person.id().equals(viewer)) {
                people.addFirst(self(viewer, texts));
            } else {
                people.add(person);
            }
        }
        return people;
    }

    /** Whether a person is among {@code people}, or could be beyond the last that were found. */
    static boolean mayBeAmong(List<Person> people, PersonId person) {
        return people.size() >= MOST_PEOPLE || people.stream().anyMatch(p -> p.id().equals(person));
    }

    private static Person self(PersonId viewer, Texts texts) {
        return new Person(viewer, texts.get("care.me"));
    }

    private String name(PersonId person, Envelope envelope) {
        Map<PersonId, String> names = persons.names(Set.of(person), Set.of(envelope.recipient()));
        return Words.person(person, names.getOrDefault(person, "")).name();
    }
}
