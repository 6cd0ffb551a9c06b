package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.office.Reach;
import no.segl.app.store.Holders;
import no.segl.app.store.Memberships;
import no.segl.app.store.Persons;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.app.web.page.Party;
import no.segl.app.web.page.Person;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.party.Lineage;
import no.segl.core.party.Unit;
import org.springframework.stereotype.Component;

/** What lies within reach of somebody who administers access; the rest is as if it were not. */
@Component
final class Administered {

    private final Units units;
    private final Holders holders;
    private final Memberships memberships;
    private final Persons persons;
    private final RuleTable rules;
    private final InstantSource clock;

    Administered(
            Units units,
            Holders holders,
            Memberships memberships,
            Persons persons,
            RuleTable rules,
            InstantSource clock) {
        this.units = units;
        this.holders = holders;
        this.memberships = memberships;
        this.persons = persons;
        this.rules = rules;
        this.clock = clock;
    }

    /** The unit with that number, if it lies within reach. */
    Optional<Unit> unit(Reach reach, String number) {
        return OrgNumber.parse(number).filter(reach::includes).flatMap(units::find);
    }

    /** Those of {@code numbers} that are units within reach, each once, in the order given. */
    List<Party> units(Reach reach, Collection<String> numbers) {
        Set<OrgNumber> asked = new LinkedHashSet<>();
        numbers.forEach(number -> OrgNumber.parse(number).ifPresent(asked::add));
        if (asked.isEmpty()) {
            return List.of();
        }
        asked.retainAll(units.within(reach.roots()));
        Map<OrgNumber, String> names = units.names(asked);
        return asked.stream()
                .map(unit -> new Party(names.getOrDefault(unit, unit.grouped()), unit))
                .toList();
    }

    /** The person with that id, if they are known at {@code roots} or beneath. */
    Optional<PersonId> person(Collection<OrgNumber> roots, String id) {
        return PersonId.parse(id).filter(p -> memberships.isMet(p, roots));
    }

    /** The same, if they have not left: only then can they be given something. */
    Optional<PersonId> choosable(Collection<OrgNumber> roots, String id) {
        return PersonId.parse(id).filter(p -> memberships.isThere(p, roots, clock.instant()));
    }

    /**
     * Those who can be chosen at {@code roots} or beneath, by name, namesakes told apart: the first
     * {@link Person#MOST}, and one more if there are more.
     */
    List<Person> people(Collection<OrgNumber> roots) {
        return named(holders.choosable(roots, clock.instant(), Person.MOST + 1));
    }

    /** The same, with {@code chosen} among them if they can be chosen there. */
    List<Person> people(Collection<OrgNumber> roots, String chosen) {
        List<Person> people = people(roots);
        Optional<PersonId> person =
                choosable(roots, chosen)
                        .filter(p -> people.stream().noneMatch(q -> q.id().equals(p)));
        return person.map(
                        p -> {
                            String name = persons.names(Set.of(p), roots).getOrDefault(p, "");
                            return Stream.concat(Stream.of(Words.person(p, name)), people.stream())
                                    .toList();
                        })
                .orElse(people);
    }

    /** Those who are known at a unit, above it or beneath it; as {@link #people}. */
    List<Person> peopleAround(OrgNumber unit) {
        Lineage lineage = units.lineage(unit);
        List<OrgNumber> near = new ArrayList<>(lineage.above());
        near.add(unit);
        return named(holders.around(unit, near, clock.instant(), Person.MOST + 1));
    }

    /** With a unit beside the name, and the last signs of the id where that is not enough. */
    static List<Person> named(List<Holders.Known> people) {
        Map<String, Long> alike =
                people.stream()
                        .collect(Collectors.groupingBy(Administered::label, Collectors.counting()));
        return people.stream()
                .map(k ->
                        alike.getOrDefault(label(k), 1L) == 1 && !k.name().isBlank()
                                ? new Person(k.person(), label(k))
                                : new Person(k.person(), label(k) + " " + Words.signs(k.person())))
                .toList();
    }

    private static String label(Holders.Known known) {
        return known.name() + ", " + known.unit();
    }

    /** Grants that were given or confirmed before this must be gone through. */
    Instant dueBefore() {
        return rules.newest().row(Rule.REVIEW_ACCESS).before(clock.instant());
    }

    /** How many grants must be gone through that lie within reach. */
    long due(Reach reach) {
        return reach.parts().stream()
                .mapToLong(part ->
                        holders.countDue(part.roots(), part.powers(), dueBefore(), clock.instant()))
                .sum();
    }
}
