package no.segl.proof.door;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.Access;
import no.segl.app.office.Administration;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.Deputising;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.office.SecondPerson;
import no.segl.app.office.Sharer;
import no.segl.app.store.Changes;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Memberships;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.KeyRoles;
import no.segl.core.access.Power;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.proof.running.RunningSegl;

/** What makes each caller of a town the one they are, beside the letter. */
final class GivenAccess {

    private final Town town;

    GivenAccess(Town town) {
        this.town = town;
    }

    void give() {
        Instant now = LedgerTime.exact(RunningSegl.CLOCK.instant());
        Instant longAgo = now.minus(Duration.ofDays(30));
        Registrar registrar =
                new Registrar(
                        town.part(Units.class),
                        town.part(Persons.class),
                        town.part(Grants.class),
                        town.part(Holders.class),
                        town.part(Changes.class),
                        town.part(Ids.class),
                        () -> longAgo);
        Optional<Category> category = Optional.of(Town.CATEGORY);
        registrar.give(
                town.person(Caller.ADMIN), Town.MUNICIPALITY, Power.ADMINISTER, Optional.empty());
        town.part(Changes.class)
                .access(
                        town.person(Caller.LEADER),
                        new Changes.Act(new Actor.Person(town.person(Caller.LEADER)), now),
                        () ->
                                KeyRoles.told(
                                        KeyRoles.Registered.HELD,
                                        List.of(),
                                        Set.of(),
                                        keyRole(now)));
        registrar.give(
                town.person(Caller.MANAGER),
                Town.OTHER_SECTION,
                Power.MANAGE_ACCESS,
                Optional.empty());
        registrar.give(town.person(Caller.OVERSEER), Town.POLICE, Power.OVERSEE, Optional.empty());
        registrar.give(town.person(Caller.WATCHER), Town.UNIT, Power.OVERSEE, Optional.empty());
        registrar.give(town.person(Caller.SENDER), Town.POLICE, Power.SEND, Optional.empty());
        registrar.give(town.person(Caller.ELSEWHERE), Town.HOSPITAL, Power.READ, category);
        registrar.give(town.person(Caller.UNIT), Town.UNIT, Power.READ, category);
        registrar.give(town.person(Caller.LOW), Town.UNIT, Power.READ, category);
        registrar.give(town.person(Caller.ABOVE), Town.SECTION_ABOVE, Power.READ, category);
        registrar.give(town.person(Caller.BEYOND), Town.MUNICIPALITY, Power.READ, category);
        registrar.give(
                town.person(Caller.OTHER),
                Town.UNIT,
                Power.READ,
                Optional.of(new Category("HEALTH_SOCIAL_WELFARE")));
        Wish past = new Wish(Town.UNIT, Power.READ, category, Optional.of(now.minusSeconds(1)));
        administration(now.minus(Duration.ofDays(10)))
                .give(town.person(Caller.ADMIN), town.person(Caller.PAST), List.of(past));
        Wish later = new Wish(Town.UNIT, Power.READ, category, Optional.empty());
        administration(now.plus(Duration.ofDays(10)))
                .give(town.person(Caller.ADMIN), town.person(Caller.LATER), List.of(later));
        town.part(Deputising.class)
                .deputise(
                        town.person(Caller.ADMIN),
                        town.person(Caller.UNIT),
                        town.person(Caller.DEPUTY),
                        now,
                        now.plus(Duration.ofDays(10)));
    }

    private Grant keyRole(Instant now) {
        return new Grant(
                town.part(Ids.class).uuid(),
                town.person(Caller.LEADER),
                Town.MUNICIPALITY,
                Power.ADMINISTER,
                Optional.empty(),
                now,
                Optional.of(now.plus(Duration.ofDays(1))));
    }

    /** Those who administer access, at another time. */
    private Administration administration(Instant at) {
        return new Administration(
                town.part(Changes.class),
                town.part(Access.class),
                town.part(Grants.class),
                town.part(Sharer.class),
                town.part(SecondPerson.class),
                town.part(Holders.class),
                town.part(Memberships.class),
                town.part(Units.class),
                town.part(Ids.class),
                () -> at);
    }
}
