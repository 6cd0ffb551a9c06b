package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.ids;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who can read given letters, so that one of them can be given a letter to work with. */
public final class Readers {

    private final JdbcClient jdbc;

    public Readers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those who can read at least one of {@code letters} with its documents, by a grant or a share,
     * by name. What they hold is counted for none of them.
     */
    public List<Holders.Known> of(Collection<LetterId> letters, Instant at, int limit) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE up (number, parent, kind, category) AS (
                            SELECT DISTINCT u.number, u.parent, u.kind, l.category
                              FROM letter l JOIN unit u ON u.number = l.recipient
                             WHERE l.id = ANY (:letters)
                            UNION
                            SELECT p.number, p.parent, p.kind, up.category
                              FROM up
                              JOIN unit p ON p.number = up.parent
                              JOIN inheritance i ON i.parent_kind = p.kind AND i.child_kind = up.kind
                        ), met (person, unit) AS (
                            SELECT g.person, g.unit
                              FROM up
                              JOIN grants_at(:at) g
                                ON g.unit = up.number AND g.category = up.category
                             WHERE g.power = 'READ'
                            UNION ALL
                            SELECT s.person, l.recipient
                              FROM shares_at(:at) s JOIN letter l ON l.id = s.letter
                             WHERE s.letter = ANY (:letters) AND s.documents
                        )
                        , p (id, name, unit) AS (
                            SELECT met.person, name_at(met.person, array_agg(met.unit)), min(u.name)
                              FROM met JOIN unit u ON u.number = met.unit
                             GROUP BY met.person
                        )
                        SELECT id, name, unit FROM p ORDER BY lower(name), id LIMIT :limit
                        """)
                .param("letters", ids(letters))
                .param("at", at(at))
                .param("limit", limit)
                .query((rs, _) ->
                        new Holders.Known(
                                new PersonId(uuid(rs, "id")),
                                rs.getString("name"),
                                rs.getString("unit"),
                                0))
                .list();
    }
}
