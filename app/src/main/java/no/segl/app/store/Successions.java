package no.segl.app.store;

import static no.segl.app.store.Columns.at;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units that are gone, and what is left there for those who took over. */
public final class Successions {

    /**
     * A grant {@code g} at a unit that is gone, to which {@code :successor} has none alike, nor one
     * that waits for a second person. What a login told of a key role is not anybody's to carry on.
     */
    static String left(String successor) {
        return """
        NOT g.by_key_role
        AND NOT EXISTS (
            SELECT 1 FROM grants_at(:at) s
             WHERE s.unit = %1$s AND s.person = g.person AND s.power = g.power
               AND s.category IS NOT DISTINCT FROM g.category)
        AND NOT EXISTS (
            SELECT 1 FROM access_request q
             WHERE q.unit = %1$s AND q.person = g.person AND q.category = g.category
               AND g.power = 'READ' AND q.decided_at IS NULL AND q.lapses_at > :at)
        """
                .formatted(successor);
    }

    private final JdbcClient jdbc;

    public Successions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit that has taken over after {@code gone}, as far as the register shows it. */
    public Optional<OrgNumber> successor(OrgNumber gone) {
        return jdbc.sql("SELECT successor FROM succession WHERE unit = ?")
                .param(gone.value())
                .query((rs, _) -> new OrgNumber(rs.getString("successor")))
                .optional();
    }

    /** What is held at {@code gone}, and not alike at its successor, by person and category. */
    public List<Holders.Holder> left(OrgNumber gone, OrgNumber successor, Instant at) {
        return jdbc.sql(
                        """
                        SELECT g.id, g.person, p.name, g.power, g.category, g.unit,
                               u.name AS unit_name, g.valid_until, g.valid_from, g.by_key_role,
                               name_at(g.deputy_for, ARRAY[g.unit]) AS deputy_for
                          FROM grants_at(:at) g
                          CROSS JOIN LATERAL (SELECT g.person AS id, name_at(g.person, ARRAY[g.unit]) AS name) p
                          JOIN unit u ON u.number = g.unit
                          LEFT JOIN category c ON c.code = g.category
                         WHERE g.unit = :gone AND
                        """
                                + left(":successor")
                                + " ORDER BY lower(p.name), p.id, c.position NULLS LAST, g.power")
                .param("gone", gone.value())
                .param("successor", successor.value())
                .param("at", at(at))
                .query((rs, _) -> Holders.holder(rs))
                .list();
    }

    /** How many letters lie unopened at {@code gone}. */
    public long waiting(OrgNumber gone) {
        return jdbc.sql("SELECT count(*) FROM letter WHERE state = 'AVAILABLE' AND recipient = ?")
                .param(gone.value())
                .query(Long.class)
                .single();
    }
}
