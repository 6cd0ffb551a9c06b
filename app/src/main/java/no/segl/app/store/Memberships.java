package no.segl.app.store;

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
}
