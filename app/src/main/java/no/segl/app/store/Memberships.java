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

    /**
     * Begins a question about the units at which {@code :person} is met, as {@code stays}: not
     * those that they have {@link #leave left}, unless they hold something there still.
     */
    private static final String STAYS =
            """
            WITH stays (unit) AS (
                SELECT unit FROM known_at WHERE person = :person AND left_at IS NULL
                UNION ALL
                SELECT g.unit FROM access_grant g
                 WHERE g.person = :person
                   AND (stands(g.valid_until, g.ended_at, :at)
                        OR NOT EXISTS (SELECT 1 FROM known_at k
                                        WHERE k.person = g.person AND k.unit = g.unit
                                          AND k.left_at IS NOT NULL))
            )
            """;

    private final JdbcClient jdbc;

    public Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The units at which a person is known, or has held something, and which they have not left,
     * the first of them by number.
     */
    public List<OrgNumber> placesOf(PersonId person, Instant at, int limit) {
        return jdbc.sql(STAYS + "SELECT DISTINCT unit FROM stays ORDER BY unit LIMIT :limit")
                .param("person", person.value())
                .param("at", at(at))
                .param("limit", limit)
                .query((rs, _) -> new OrgNumber(rs.getString("unit")))
                .list();
    }

    /**
     * Whether a person is known, or has held something, in the organisation of {@code unit}, and
     * has not left all of it.
     */
    public boolean isOf(PersonId person, OrgNumber unit, Instant at) {
        return jdbc.sql(
                        STAYS
                                + """
                                SELECT EXISTS (SELECT 1 FROM stays
                                                WHERE main_unit(stays.unit) = main_unit(:unit))
                                """)
                .param("person", person.value())
                .param("unit", unit.value())
                .param("at", at(at))
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
                                    SELECT stands(g.valid_until, g.ended_at, :at), false
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
