package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.names;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where grants wait to be gone through, and which addresses have been reminded of it. */
public final class Reviews {

    private final JdbcClient jdbc;

    public Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All who administer access somewhere. */
    public List<PersonId> administrators(Instant at) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT person FROM access_grant
                         WHERE power = ANY (:powers)
                           AND valid_from <= :at AND (valid_until IS NULL OR valid_until > :at)
                         ORDER BY person
                        """)
                .param("powers", names(List.of(Power.ADMINISTER, Power.MANAGE_ACCESS)))
                .param("at", at(at))
                .query((rs, _) -> new PersonId(uuid(rs, "person")))
                .list();
    }

    /** How many grants wait at a unit. */
    public record Waiting(OrgNumber unit, String name, int grants) {}

    /** The grants of {@link Holders#due}, counted unit by unit, by name. */
    public List<Waiting> waiting(
            Collection<OrgNumber> units, Collection<Power> powers, Instant before, Instant at) {
        return jdbc.sql(
                        Units.DOWN
                                + "SELECT u.number, u.name, count(*)::int AS grants"
                                + Holders.DUE
                                + " GROUP BY u.number, u.name ORDER BY lower(u.name), u.number")
                .param("units", numbers(units))
                .param("powers", names(powers))
                .param("before", at(before))
                .param("at", at(at))
                .query((rs, _) ->
                        new Waiting(
                                new OrgNumber(rs.getString("number")),
                                rs.getString("name"),
                                rs.getInt("grants")))
                .list();
    }

    /**
     * Notes that an address is reminded now, unless it has been since {@code last}.
     *
     * @return whether it is to be reminded
     */
    public boolean claim(UUID contact, Instant now, Instant last) {
        return jdbc.sql(
                                """
                                INSERT INTO review_reminder AS r (contact, sent_at)
                                VALUES (:contact, :now)
                                ON CONFLICT (contact) DO UPDATE SET sent_at = excluded.sent_at
                                 WHERE r.sent_at <= :last
                                """)
                        .param("contact", contact)
                        .param("now", at(now))
                        .param("last", at(last))
                        .update()
                == 1;
    }

    /** Takes back that an address was reminded: it certainly was not. */
    public void release(UUID contact) {
        jdbc.sql("DELETE FROM review_reminder WHERE contact = ?").param(contact).update();
    }
}
