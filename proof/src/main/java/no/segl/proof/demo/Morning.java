package no.segl.proof.demo;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.office.Registrar;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Contacts;
import no.segl.app.store.Contacts.Contact;
import no.segl.app.store.Units;
import no.segl.app.wiring.Server;
import no.segl.app.work.Looks;
import no.segl.core.id.PersonId;
import no.segl.core.id.Uuids;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Language;
import no.segl.core.letter.Notice;
import no.segl.core.party.Unit;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Registered;

/**
 * The demo's first morning: some units and people have said where they are told of letters, and
 * Segl has looked at what lies there. Nobody can open some of it, so there are cases to work.
 */
final class Morning {

    private Morning() {}

    static void begin(Server server, URI loginIssuer, InstantSource clock) {
        Contacts contacts = server.part(Contacts.class);
        Registrar registrar = server.part(Registrar.class);
        Instant now = clock.instant();
        enter(
                contacts,
                new Notice.To.Unit(Fjordvik.MUNICIPALITY),
                "postmottak@fjordvik.example",
                now);
        enter(
                contacts,
                new Notice.To.Unit(Fjordvik.CHILD_WELFARE),
                "barnevern@fjordvik.example",
                now);
        enter(contacts, new Notice.To.Unit(Fjordvik.POLICE), "post@vestfjord.example", now);
        for (World.Person person : Fjordvik.persons()) {
            PersonId id = registrar.enter(loginIssuer.toString(), person.subject(), person.name());
            Notice.To to = new Notice.To.Person(id);
            if (person.equals(Fjordvik.DIRECTOR)) {
                enter(contacts, to, "+4790000001", now);
            } else if (person.equals(Fjordvik.ARCHIVIST)) {
                Weeks.begin(server, id, clock);
                enter(contacts, to, "arkiv@vestfjord.example", now);
                enter(contacts, to, "+4790000002", now);
            }
        }
        leaders(server, now);
        server.part(Looks.class).run();
    }

    /** What Enhetsregisteret would tell of those who lead: that somebody does, never who. */
    private static void leaders(Server server, Instant now) {
        Changes changes = server.part(Changes.class);
        Units units = server.part(Units.class);
        Act act = new Act(new Actor.Segl("register"), LedgerTime.exact(now));
        Fjordvik.persons().stream()
                .flatMap(person -> person.leads().stream())
                .forEach(leads -> {
                    Unit unit = units.find(leads).orElseThrow();
                    String form = leads.equals(Fjordvik.LAW_FIRM) ? "AS" : "KOMM";
                    changes.registered(List.of(new Answer.Living(new Registered(unit, form))), act);
                    changes.keyRoles(leads, List.of(new KeyRole("DAGL", 1, Optional.empty())), act);
                });
    }

    /** Enters an address, unless it is there already. */
    static void enter(Contacts contacts, Notice.To owner, String address, Instant now) {
        boolean mail = address.contains("@");
        boolean known = contacts.own(owner).stream().anyMatch(c -> c.address().equals(address));
        if (!known) {
            UUID id = Uuids.v7(now, new SecureRandom());
            contacts.enter(
                    new Contact(
                            id,
                            owner,
                            mail ? Notice.Channel.EMAIL : Notice.Channel.SMS,
                            address,
                            Language.NB,
                            Optional.empty()),
                    now);
        }
    }
}
