package no.segl.proof.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Notice;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.core.print.PrintOrder.Route;

/**
 * Who there is when a history begins: main units with sub-units and sections, people, what they
 * have been given, and addresses. Some units have nobody who can read, some nobody who can mend
 * that, and some no address.
 */
final class Town {

    private final List<Unit> units = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<Addressed> addresses = new ArrayList<>();
    private final Map<OrgNumber, Route> routes = new LinkedHashMap<>();
    private final SplittableRandom random;
    private final Instant start;
    private int number = 31_000_000;

    /** Somebody who works at a main unit. */
    record Person(PersonId id, OrgNumber home) {}

    /** Who has which address. */
    record Addressed(Notice.To owner, FakeMail.Address address, Notice.Channel channel) {}

    private Town(long seed, Instant start) {
        this.random = new SplittableRandom(seed ^ 0x746f776eL);
        this.start = start.minusSeconds(86_400);
    }

    /** The town of a history. */
    static Town of(History history) {
        Town town = new Town(history.seed(), history.start());
        for (int i = 0; i < history.organisations(); i++) {
            town.organisation(i);
        }
        return town;
    }

    private void organisation(int index) {
        Unit main = unit(UnitKind.MAIN_UNIT, Optional.empty());
        Unit section = main;
        if (random.nextInt(3) == 0) {
            section = unit(UnitKind.ORG_SECTION, Optional.of(main.number()));
        }
        if (random.nextInt(2) == 0) {
            unit(UnitKind.SUBUNIT, Optional.of(section.number()));
        }
        int staff = index == 0 ? 2 : random.nextInt(4);
        for (int i = 0; i < staff; i++) {
            Person person = new Person(new PersonId(new UUID(7, people.size())), main.number());
            people.add(person);
            if (index == 0 || random.nextInt(4) > 0) {
                give(person, random.nextInt(3) == 0 ? section : main);
            }
            if (random.nextInt(3) == 0) {
                grants.add(grant(person, main, Power.ADMINISTER, Optional.empty()));
            }
            if (random.nextInt(3) == 0) {
                grants.add(grant(person, main, Power.OVERSEE, Optional.empty()));
            }
            if (random.nextInt(5) > 0) {
                address(new Notice.To.Person(person.id()));
            }
        }
        if (random.nextInt(3) > 0) {
            address(new Notice.To.Unit(main.number()));
        }
        switch (random.nextInt(4)) {
            case 0, 1 -> routes.put(main.number(), Route.PRINTER);
            case 2 -> routes.put(main.number(), Route.BY_HAND);
            default -> {}
        }
    }

    private void address(Notice.To owner) {
        addresses.add(new Addressed(owner, anyAddress(random), anyChannel(random)));
    }

    static Notice.Channel anyChannel(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Notice.Channel.SMS : Notice.Channel.EMAIL;
    }

    static FakeMail.Address anyAddress(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> FakeMail.Address.REFUSES;
            case 1 -> FakeMail.Address.BOUNCES;
            default -> FakeMail.Address.TAKES;
        };
    }

    private void give(Person person, Unit at) {
        for (Category category : List.of(Tables.CHILD_WELFARE, Tables.HEALTH)) {
            if (random.nextInt(4) > 0) {
                grants.add(grant(person, at, Power.READ, Optional.of(category)));
            }
        }
    }

    private Grant grant(Person person, Unit at, Power power, Optional<Category> category) {
        return new Grant(
                new UUID(8, grants.size()),
                person.id(),
                at.number(),
                power,
                category,
                start,
                Optional.empty());
    }

    private Unit unit(UnitKind kind, Optional<OrgNumber> parent) {
        Optional<OrgNumber> found = Optional.empty();
        while (found.isEmpty()) {
            number++;
            for (int check = 0; check < 10 && found.isEmpty(); check++) {
                found = OrgNumber.parse(number + "" + check);
            }
        }
        Unit unit = new Unit(found.get(), "Unit " + units.size(), kind, parent);
        units.add(unit);
        return unit;
    }

    List<Unit> units() {
        return units;
    }

    List<Person> people() {
        return people;
    }

    List<Grant> grants() {
        return grants;
    }

    /** How what they send goes on paper, where it does. */
    Map<OrgNumber, Route> routes() {
        return routes;
    }

    List<Addressed> addresses() {
        return addresses;
    }
}
