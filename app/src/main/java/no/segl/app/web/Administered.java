package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.segl.app.office.Administration;
import no.segl.app.store.Holders;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Units;
import no.segl.app.web.page.Person;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.party.Unit;
import org.springframework.stereotype.Component;

/** What lies within reach of somebody who administers access; the rest is as if it were not. */
@Component
final class Administered {

    /** How many people can be chosen among: those of a large municipality. */
    private static final int MOST_PEOPLE = 2000;

    private final Units units;
    private final Holders holders;
    private final RuleTable rules;
    private final InstantSource clock;

    Administered(Units units, Holders holders, RuleTable rules, InstantSource clock) {
        this.units = units;
        this.holders = holders;
        this.rules = rules;
        this.clock = clock;
    }

    /** The unit with that number, if it lies within reach. */
    Optional<Unit> unit(Administration.Reach reach, String number) {
        return OrgNumber.parse(number).filter(reach::includes).flatMap(units::find);
    }

    /** The person with that id, if they are known at {@code roots} or beneath. */
    Optional<PersonId> person(Collection<OrgNumber> roots, String id) {
        return PersonId.parse(id).filter(p -> holders.isMet(p, roots));
    }

    /** Everybody who is known at {@code roots} or beneath, by name, namesakes told apart. */
    List<Person> people(Collection<OrgNumber> roots) {
        return named(holders.people(roots, "", clock.instant(), MOST_PEOPLE));
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
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .minus(rules.newest().row(Rule.REVIEW_ACCESS).period())
                .toInstant();
    }

    /** How many grants must be gone through that lie within reach. */
    long due(Administration.Reach reach) {
        return holders.countDue(reach.roots(), reach.givable(), dueBefore(), clock.instant());
    }
}
