package no.segl.app.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    private final Administration administration;
    private final Units units;
    private final Holders holders;
    private final RuleTable rules;
    private final InstantSource clock;

    Administered(
            Administration administration,
            Units units,
            Holders holders,
            RuleTable rules,
            InstantSource clock) {
        this.administration = administration;
        this.units = units;
        this.holders = holders;
        this.rules = rules;
        this.clock = clock;
    }

    /** The unit with that number, if {@code viewer} administers it. */
    Optional<Unit> unit(PersonId viewer, String number) {
        List<OrgNumber> roots = administration.roots(viewer);
        return OrgNumber.parse(number)
                .filter(n -> roots.stream().anyMatch(units.lineage(n)::isWithin))
                .flatMap(units::find);
    }

    /** The person with that id, if they are known where {@code viewer} administers. */
    Optional<PersonId> person(PersonId viewer, String id) {
        return PersonId.parse(id)
                .filter(p -> people(viewer).stream().anyMatch(known -> known.id().equals(p)));
    }

    /** Everybody who is known where {@code viewer} administers, by name. */
    List<Person> people(PersonId viewer) {
        return people(administration.roots(viewer));
    }

    /** Everybody who is known at {@code roots} or beneath, by name. */
    List<Person> people(Collection<OrgNumber> roots) {
        return holders.people(roots, "", clock.instant(), MOST_PEOPLE).stream()
                .map(k -> Words.person(k.person(), k.name()))
                .toList();
    }

    /** Grants that were given or confirmed before this must be gone through. */
    Instant dueBefore() {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .minus(rules.newest().row(Rule.REVIEW_ACCESS).period())
                .toInstant();
    }

    /** How many grants at {@code roots} or beneath must be gone through. */
    long due(Collection<OrgNumber> roots) {
        return holders.countDue(roots, dueBefore(), clock.instant());
    }
}
