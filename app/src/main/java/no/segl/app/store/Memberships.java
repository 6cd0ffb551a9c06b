package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To which organisations somebody belongs: where they are known, or have held something. */
public final class Memberships {

    private final JdbcClient jdbc;

    public Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units at which a person is known, or has held something, the first of them by number. */
    public List<OrgNumber> placesOf(PersonId person, int limit) {
        return jdbc.sql(
                        """
                        SELECT unit FROM known_at WHERE person = :person
                        UNION
                        SELECT unit FROM access_grant WHERE person = :person
                         ORDER BY unit LIMIT :limit
                        """)
                .param("person", person.value())
                .param("limit", limit)
                .query((rs, _) -> new OrgNumber(rs.getString("unit")))
                .list();
    }

    /** Whether a person is known, or has held something, in the organisation of {@code unit}. */
    public boolean isOf(PersonId person, OrgNumber unit) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM (SELECT unit FROM known_at WHERE person = :person
                                           UNION
                                           SELECT unit FROM access_grant WHERE person = :person) met
                             WHERE main_unit(met.unit) = main_unit(:unit))
                        """)
                .param("person", person.value())
                .param("unit", unit.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether a person is known, or has held something, at {@code units} or beneath. */
    public boolean isMet(PersonId person, Collection<OrgNumber> units) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                SELECT EXISTS (SELECT 1 FROM access_grant g
                                                WHERE g.person = :person
                                                  AND g.unit IN (SELECT number FROM down))
                                    OR EXISTS (SELECT 1 FROM known_at k
                                                WHERE k.person = :person
                                                  AND k.unit IN (SELECT number FROM down))
                                """)
                .param("units", numbers(units))
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether a person is met at {@code units} or beneath, and has not left; see {@link #leave}.
     */
    public boolean isThere(PersonId person, Collection<OrgNumber> units, Instant at) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                , met (stays, has_left) AS (
                                    SELECT g.valid_until IS NULL OR g.valid_until > :at, false
                                      FROM down JOIN access_grant g ON g.unit = down.number
                                     WHERE g.person = :person
                                    UNION ALL
                                    SELECT k.left_at IS NULL, k.left_at IS NOT NULL
                                      FROM down JOIN known_at k ON k.unit = down.number
                                     WHERE k.person = :person
                                )
                                SELECT count(*) > 0 AND (bool_or(stays) OR NOT bool_or(has_left))
                                  FROM met
                                """)
                .param("units", numbers(units))
                .param("person", person.value())
                .param("at", at(at))
                .query(Boolean.class)
                .single();
    }

    /**
     * A person has left {@code units}: wherever they are met there, they are so no longer to be
     * chosen, until somebody enters them anew in that organisation, or gives them something there.
     */
    public void leave(PersonId person, Collection<OrgNumber> units, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO known_at (unit, person, left_at)
                        SELECT unit, :person, :at
                          FROM (SELECT unit FROM known_at WHERE person = :person
                                UNION
                                SELECT unit FROM access_grant WHERE person = :person) met
                         WHERE unit = ANY (:units)
                        ON CONFLICT (unit, person) DO UPDATE SET left_at = excluded.left_at
                        """)
                .param("person", person.value())
                .param("units", numbers(units))
                .param("at", at(at))
                .update();
    }
}
