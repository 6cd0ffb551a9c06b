package no.segl.proof.door;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.segl.app.office.Access;
import no.segl.app.office.Administration;
import no.segl.app.office.CaseDesk;
import no.segl.app.office.Deputising;
import no.segl.app.office.Fetching;
import no.segl.app.office.Ids;
import no.segl.app.office.PostOffice;
import no.segl.app.office.SecondPerson;
import no.segl.app.office.Sharer;
import no.segl.app.store.Cares;
import no.segl.app.store.Changes;
import no.segl.app.store.Deputies;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Ledger;
import no.segl.app.store.LetterContents;
import no.segl.app.store.Memberships;
import no.segl.app.store.Requests;
import no.segl.app.store.RuleTable;
import no.segl.app.store.Seals;
import no.segl.app.store.Shares;
import no.segl.app.store.Units;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.Store;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting;
import no.segl.core.access.Level;
import no.segl.core.id.DocumentId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Right;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts that read and give access, of one node, at a time of one's own. */
record Node(
        String name,
        PostOffice office,
        Administration administration,
        Deputising deputising,
        Sharer sharer,
        CaseDesk desk,
        Changes changes,
        Grants grants,
        Shares shares) {

    /** The parts of {@code server} that remember anything, if any do. */
    static Node first(Server server, InstantSource clock) {
        return of(
                "first", server.part(Changes.class), server.part(JdbcClient.class), server, clock);
    }

    /** Parts of their own, on connections of their own, as on another machine. */
    static Node second(Store store, Server server, InstantSource clock) {
        return of("second", store.changes(), store.jdbc(), server, clock);
    }

    private static Node of(
            String name, Changes changes, JdbcClient jdbc, Server server, InstantSource clock) {
        Grants grants = new Grants(jdbc);
        Shares shares = new Shares(jdbc);
        Units units = new Units(jdbc);
        Access access = new Access(grants, shares, units);
        Ids ids = new Ids(clock, new SecureRandom());
        Sharer sharer =
                new Sharer(
                        changes, access, shares, new Cares(jdbc), new Deputies(jdbc), ids, clock);
        SecondPerson second =
                new SecondPerson(
                        changes,
                        access,
                        new Requests(jdbc),
                        grants,
                        new Holders(jdbc),
                        units,
                        new RuleTable(jdbc),
                        ids,
                        clock);
        Administration administration =
                new Administration(
                        changes,
                        access,
                        grants,
                        sharer,
                        second,
                        new Holders(jdbc),
                        new Memberships(jdbc),
                        units,
                        ids,
                        clock);
        return new Node(
                name,
                office(changes, jdbc, access, ids, server, clock),
                administration,
                new Deputising(
                        changes,
                        administration,
                        sharer,
                        second,
                        grants,
                        shares,
                        new Deputies(jdbc),
                        units,
                        ids,
                        clock),
                sharer,
                new CaseDesk(changes, access, new Seals(jdbc), clock),
                changes,
                grants,
                shares);
    }

    private static PostOffice office(
            Changes changes,
            JdbcClient jdbc,
            Access access,
            Ids ids,
            Server server,
            InstantSource clock) {
        Vault vault = server.part(Vault.class);
        return new PostOffice(
                new PostOffice.Parts(
                        changes,
                        access,
                        new Ledger(jdbc),
                        new LetterContents(jdbc),
                        new Seals(jdbc),
                        vault,
                        new Sealer(vault),
                        server.part(KeyWrapper.class),
                        ids,
                        new SecureRandom(),
                        clock),
                Level.HIGH);
    }

    /** Gives as the operator does, who needs no power for it. */
    void enter(Grant grant, Instant now) {
        Clearance operator = new Clearance.Cleared(new Right("operator", "test"));
        changes.access(
                grant.person(),
                new Changes.Act(new Actor.Segl("operator"), now),
                () -> Granting.give(List.of(), grant, operator));
    }

    /** Puts {@code deputy} in the place of {@code absent}, and says what came of it. */
    Set<String> deputise(
            PersonId by,
            PersonId absent,
            PersonId deputy,
            Instant from,
            Instant until,
            Instant now) {
        Set<String> seen = new HashSet<>();
        if (absent.equals(deputy)) {
            return seen;
        }
        Deputising.Given given = deputising.deputise(by, absent, deputy, from, until);
        if (given.letters() > 0) {
            seen.add("deputy for shared letters");
        }
        if (from.isAfter(now) && !given.grants().isEmpty()) {
            seen.add("deputy later");
        }
        return seen;
    }

    /** Ends it before its time, and says whether there was anything. */
    Set<String> endDeputy(PersonId by, List<PersonId> absent, PersonId deputy) {
        Set<String> seen = new HashSet<>();
        for (PersonId one : absent) {
            if (!deputising.end(by, one, deputy).isEmpty()) {
                seen.add("deputy no longer");
            }
        }
        return seen;
    }

    /** What comes of asking for a document. */
    Class<? extends Fetching> fetch(Scene.Letter letter, DocumentId document, PersonId person)
            throws IOException {
        Fetching fetched = office.fetch(letter.id(), document, person, Level.HIGH);
        if (fetched instanceof Fetching.Granted granted) {
            granted.channel().close();
        }
        return fetched.getClass();
    }
}
