package no.segl.proof.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Contacts.Contact;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.core.party.Unit;

/** What is entered of units, access and addresses, in the store and in the naive models alike. */
final class Entered {

    private final Stage stage;
    private final Town town;
    private final NaiveAccess access;
    private final List<Unit> units;

    Entered(Stage stage, Town town, NaiveAccess access) {
        this.stage = stage;
        this.town = town;
        this.access = access;
        this.units = new ArrayList<>(town.units());
    }

    /** Enters all that there is when the history begins. */
    void begin() {
        for (Unit unit : units) {
            stage.post.enter(unit);
            access.unit(unit);
        }
        town.people().forEach(person -> stage.post.enter(person.id()));
        for (Grant grant : town.grants()) {
            stage.post.give(grant, stage.act("load"));
            access.given(grant);
        }
        town.addresses().forEach(a -> enter(a.owner(), a.address(), a.channel()));
        town.routes()
                .forEach((unit, route) -> {
                    stage.post.allow(unit, route);
                    access.allowed(unit, route);
                });
    }

    void give(Happening.Give give) {
        Instant now = stage.now();
        Grant grant =
                new Grant(
                        new UUID(9, stage.dice.nextLong()),
                        person(give.who()).id(),
                        unit(give.unit()).number(),
                        Power.READ,
                        Optional.of(give.childWelfare() ? Tables.CHILD_WELFARE : Tables.HEALTH),
                        now,
                        give.until().map(now::plus));
        stage.post.give(grant, stage.act("access"));
        access.given(grant);
    }

    void end(Happening.End end) {
        Instant now = stage.now();
        for (Grant grant : stage.post.grants(person(end.who()).id())) {
            if (grant.unit().equals(unit(end.unit()).number())) {
                stage.post.end(grant, new Act(new Actor.Segl("access"), now));
                access.ended(grant, now);
            }
        }
    }

    void enter(Happening.Enter enter) {
        enter(
                enter.person()
                        ? new Notice.To.Person(person(enter.which()).id())
                        : new Notice.To.Unit(unit(enter.which()).number()),
                enter.address(),
                enter.channel());
    }

    private void enter(Notice.To owner, FakeMail.Address address, Notice.Channel channel) {
        Contact contact =
                new Contact(
                        new UUID(5, stage.dice.nextLong()),
                        owner,
                        channel,
                        address + "-" + owner.code(),
                        Language.NB,
                        Optional.empty());
        stage.post.enter(contact);
        access.entered(contact);
    }

    /** The register's word, which may come twice. A sub-unit may come to stand beneath another. */
    void move(Happening.Move move) {
        int index = Math.floorMod(move.unit(), units.size());
        Unit unit = units.get(index);
        Unit parent = unit(move.parent());
        if (unit.parent().isEmpty() || parent.parent().isPresent()) {
            return;
        }
        Unit moved =
                new Unit(unit.number(), unit.name(), unit.kind(), Optional.of(parent.number()));
        for (int i = 0; i < move.times(); i++) {
            stage.post.enter(moved);
            access.unit(moved);
            units.set(index, moved);
        }
    }

    List<Unit> units() {
        return units;
    }

    Town.Person person(int index) {
        return town.people().get(Math.floorMod(index, town.people().size()));
    }

    Unit unit(int index) {
        return units.get(Math.floorMod(index, units.size()));
    }
}
