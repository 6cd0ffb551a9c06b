package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.segl.core.access.AccessFact;
import no.segl.core.access.AccessFact.AccessAsked;
import no.segl.core.access.AccessFact.AccessConfirmed;
import no.segl.core.access.AccessFact.AccessEnded;
import no.segl.core.access.AccessFact.AccessGiven;
import no.segl.core.access.AccessFact.AccessListed;
import no.segl.core.access.AccessFact.FourEyesEnded;
import no.segl.core.access.AccessFact.FourEyesRequired;
import no.segl.core.access.AccessFact.KeyRoleTold;
import no.segl.core.access.AccessFact.LettersExported;
import no.segl.core.access.AccessFact.NumberShown;
import no.segl.core.access.AccessFact.PersonEntered;
import no.segl.core.access.AccessFact.RequestApproved;
import no.segl.core.access.AccessFact.RequestDeclined;
import no.segl.core.access.AccessFact.RequestDropped;
import no.segl.core.access.AccessFact.ReviewPeriodSet;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Request;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what has happened to access, within the transaction of {@link Changes}. */
final class AccessRows {

    private final JdbcClient jdbc;

    AccessRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one order, so that two who change each other's access do not wait for each other. */
    void hold(PersonId person, Actor actor) {
        PersonId by = actor instanceof Actor.Person(var id) ? id : person;
        jdbc.sql("SELECT 1 FROM person WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE")
                .param(new UUID[] {person.value(), by.value()})
                .query(Integer.class)
                .list();
    }

    /** The same for all that can change when {@code person} leaves, but for their letters. */
    void hold(PersonId person, Actor actor, Collection<OrgNumber> units) {
        hold(person, actor);
        jdbc.sql("SELECT 1 FROM unit WHERE number = ANY (?) ORDER BY number FOR NO KEY UPDATE")
                .param(numbers(units))
                .query(Integer.class)
                .list();
        jdbc.sql(
                        """
                        SELECT 1 FROM access_request
                         WHERE ? IN (asked_by, person) AND decided_at IS NULL
                         ORDER BY id FOR NO KEY UPDATE
                        """)
                .param(person.value())
                .query(Integer.class)
                .list();
    }

    /** Writes what has happened. */
    void apply(AccessFact fact, Instant now) {
        switch (fact) {
            case AccessGiven(Grant grant) -> insert(grant, false);
            case KeyRoleTold(Grant grant) -> insert(grant, true);
            case PersonEntered(var unit, var person) -> {
                jdbc.sql(
                                """
                                INSERT INTO known_at (unit, person) VALUES (?, ?)
                                ON CONFLICT DO NOTHING
                                """)
                        .param(unit.value())
                        .param(person.value())
                        .update();
                isThere(person, unit);
            }
            // In the ledger alone: nothing of it is kept.
            case NumberShown _ -> {}
            case FourEyesRequired(var unit) ->
                    jdbc.sql("INSERT INTO four_eyes (unit, since) VALUES (?, ?)")
                            .param(unit.value())
                            .param(at(now))
                            .update();
            case FourEyesEnded(var unit) ->
                    jdbc.sql("DELETE FROM four_eyes WHERE unit = ?").param(unit.value()).update();
            case ReviewPeriodSet(var unit, var period) ->
                    jdbc.sql(
                                    """
                                    INSERT INTO review_period (unit, months, since)
                                    VALUES (?, ?, ?)
                                    ON CONFLICT (unit) DO UPDATE
                                       SET months = excluded.months, since = excluded.since
                                    """)
                            .param(unit.value())
                            .param(period.months())
                            .param(at(now))
                            .update();
            case AccessListed _, LettersExported _ -> {}
            case AccessAsked(var request) -> ask(request);
            case RequestApproved approved -> decide(approved.request(), true, now);
            case RequestDeclined declined -> decide(declined.request(), false, now);
            case RequestDropped dropped -> decide(dropped.request(), false, now);
            case AccessConfirmed confirmed ->
                    jdbc.sql("UPDATE access_grant SET confirmed_at = ? WHERE id = ?")
                            .param(at(now))
                            .param(confirmed.grant())
                            .update();
            case AccessEnded ended ->
                    jdbc.sql("UPDATE access_grant SET valid_until = ?, ended_at = ? WHERE id = ?")
                            .param(at(now))
                            .param(at(now))
                            .param(ended.grant())
                            .update();
        }
    }

    /** Whoever had left the organisation is there again; see {@link Memberships#leave}. */
    private void isThere(PersonId person, OrgNumber unit) {
        jdbc.sql(
                        """
                        UPDATE known_at SET left_at = NULL
                         WHERE person = ? AND left_at IS NOT NULL
                           AND main_unit(unit) = main_unit(?)
                        """)
                .param(person.value())
                .param(unit.value())
                .update();
    }

    private void insert(Grant grant, boolean byKeyRole) {
        isThere(grant.person(), grant.unit());
        jdbc.sql(
                        """
                        INSERT INTO access_grant (id, person, unit, power, category, valid_from,
                            valid_until, by_key_role, deputy_for, away_until)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(grant.id())
                .param(grant.person().value())
                .param(grant.unit().value())
                .param(grant.power().name())
                .param(grant.category().map(Category::code).orElse(null))
                .param(at(grant.from()))
                .param(at(grant.until()))
                .param(byKeyRole)
                .param(grant.deputyFor().map(PersonId::value).orElse(null))
                .param(at(grant.deputyFor().flatMap(_ -> grant.until())))
                .update();
    }

    /**
     * What logins have told of key roles at {@code units} and has not ended, by unit. Those whom it
     * concerns are held, in one order, as by {@link #hold}.
     */
    List<Grant> holdByKeyRole(Collection<OrgNumber> units, Instant now) {
        String standing =
                " FROM access_grant WHERE by_key_role AND unit = ANY (?)"
                        + " AND stands(valid_until, ended_at, ?)";
        jdbc.sql(
                        "SELECT 1 FROM person WHERE id IN (SELECT person"
                                + standing
                                + ") ORDER BY id FOR NO KEY UPDATE")
                .param(numbers(units))
                .param(at(now))
                .query(Integer.class)
                .list();
        return jdbc.sql("SELECT *" + standing + " ORDER BY unit, id")
                .param(numbers(units))
                .param(at(now))
                .query((rs, _) -> Grants.grant(rs))
                .list();
    }

    private void ask(Request request) {
        jdbc.sql(
                        """
                        INSERT INTO access_request (id, unit, grant_id, person, category,
                            valid_until, asked_by, asked_at, lapses_at, valid_from, deputy_for)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(request.id())
                .param(request.unit().value())
                .param(request.grant().map(Grant::id).orElse(null))
                .param(request.grant().map(g -> g.person().value()).orElse(null))
                .param(request.grant().flatMap(Grant::category).map(Category::code).orElse(null))
                .param(at(request.grant().flatMap(Grant::until)))
                .param(request.by().value())
                .param(at(request.asked()))
                .param(at(request.lapses()))
                .param(at(request.grant().map(Grant::from)))
                .param(request.grant().flatMap(Grant::deputyFor).map(PersonId::value).orElse(null))
                .update();
    }

    private void decide(UUID request, boolean approved, Instant now) {
        jdbc.sql("UPDATE access_request SET decided_at = ?, approved = ? WHERE id = ?")
                .param(at(now))
                .param(approved)
                .param(request)
                .update();
    }
}
