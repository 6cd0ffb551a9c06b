package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.numbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Notice;
import no.segl.core.readiness.Readiness;
import no.segl.core.readiness.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether anybody at those whom letters go to can open them: one question for any number. */
public final class Recipients {

    private static final String STANDING =
            """
            WITH RECURSIVE asked (number) AS (
                SELECT DISTINCT unnest(:units::text[])
            ), wanted (category) AS (
                SELECT unnest(:categories::text[])
            ), reads (unit, number, parent, kind) AS (
                SELECT u.number, u.number, u.parent, u.kind
                  FROM asked JOIN unit u USING (number)
                UNION ALL
                SELECT r.unit, p.number, p.parent, p.kind
                  FROM reads r
                  JOIN unit p ON p.number = r.parent
                  JOIN inheritance i ON i.parent_kind = p.kind AND i.child_kind = r.kind
            ), above (unit, number, parent, depth) AS (
                SELECT u.number, u.number, u.parent, 0 FROM asked JOIN unit u USING (number)
                UNION ALL
                SELECT a.unit, p.number, p.parent, a.depth + 1
                  FROM above a JOIN unit p ON p.number = a.parent WHERE a.depth < 20
            ), reader AS (
                SELECT DISTINCT r.unit, g.category, g.person
                  FROM reads r JOIN grants_at(:at) g ON g.unit = r.number
                 WHERE g.power = 'READ' AND g.category = ANY (:categories)
            ), holder AS (
                SELECT unit, category, count(*) AS holders FROM reader GROUP BY unit, category
            ), giver AS (
                SELECT DISTINCT a.unit
                  FROM above a JOIN grants_at(:at) g ON g.unit = a.number
                 WHERE g.power IN ('MANAGE_ACCESS', 'ADMINISTER')
            ), role AS (
                SELECT a.unit, bool_or(k.unit IS NOT NULL) AS held,
                       coalesce(max(k.seen_at), max(w.walked_at)) AS seen_at,
                       bool_or(w.top IS NOT NULL) AS walked
                  FROM above a
                  LEFT JOIN key_role k ON k.unit = a.number
                  LEFT JOIN register_walk w ON w.top = a.number
                 GROUP BY a.unit
            ), address AS (
                SELECT r.unit, r.category, c.refused_at
                  FROM reader r JOIN contact c ON c.addressee = 'person:' || r.person
                 WHERE c.channel = ANY (:channels)
                UNION ALL
                SELECT a.unit, wanted.category, c.refused_at
                  FROM above a JOIN contact c ON c.addressee = 'unit:' || a.number
                 CROSS JOIN wanted
                 WHERE c.channel = ANY (:channels)
            ), told AS (
                SELECT unit, category, bool_or(refused_at IS NULL) AS taking,
                       max(refused_at) AS refused_at
                  FROM address GROUP BY unit, category
            )
            SELECT asked.number, wanted.category, u.number IS NOT NULL AS known,
                   coalesce(reg.dissolved, false) AS dissolved,
                   coalesce(holder.holders, 0) AS holders,
                   asked.number IN (SELECT unit FROM giver) AS givers,
                   coalesce(role.held, false) AS held, coalesce(role.walked, false) AS walked,
                   role.seen_at, coalesce(told.taking, false) AS taking, told.refused_at
              FROM asked
             CROSS JOIN wanted
              LEFT JOIN unit u ON u.number = asked.number
              LEFT JOIN registered_unit reg ON reg.unit = asked.number
              LEFT JOIN role ON role.unit = asked.number
              LEFT JOIN holder ON holder.unit = asked.number
                              AND holder.category = wanted.category
              LEFT JOIN told ON told.unit = asked.number AND told.category = wanted.category
             ORDER BY asked.number
            """;

    private final JdbcClient jdbc;
    private final String[] channels;

    /**
     * Those whom letters go to.
     *
     * @param channels by which this Segl can tell anybody anything
     */
    public Recipients(JdbcClient jdbc, Set<Notice.Channel> channels) {
        this.jdbc = jdbc;
        this.channels = channels.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** By which this Segl can tell anybody anything. */
    String[] channels() {
        return channels.clone();
    }

    /**
     * How it stands with a category at a unit.
     *
     * @param holders how many people can open: for those who answer for the unit, never for a
     *     sender
     */
    record Held(Readiness readiness, long holders) {}

    /** How it stands with {@code category} at each of {@code units}, by number. */
    public List<Readiness> ready(Collection<OrgNumber> units, Category category, Instant at) {
        return held(units, List.of(category), at).stream().map(Held::readiness).toList();
    }

    /** How it stands with each of {@code categories} at each of {@code units}, by number. */
    List<Held> held(Collection<OrgNumber> units, Collection<Category> categories, Instant at) {
        return jdbc.sql(STANDING)
                .param("units", numbers(units))
                .param("categories", categories.stream().map(Category::code).toArray(String[]::new))
                .param("channels", channels)
                .param("at", at(at))
                .query((rs, _) -> new Held(Readiness.of(standing(rs), at), rs.getLong("holders")))
                .list();
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        boolean held = rs.getBoolean("held");
        // Only of a tree that was walked whole is it known that nobody holds a role.
        boolean heard = held || rs.getBoolean("walked");
        return new Standing(
                new OrgNumber(rs.getString("number")),
                new Category(rs.getString("category")),
                rs.getBoolean("dissolved")
                        ? Standing.Registered.DISSOLVED
                        : rs.getBoolean("known")
                                ? Standing.Registered.LIVING
                                : Standing.Registered.NOT_KNOWN,
                rs.getLong("holders") > 0,
                rs.getBoolean("givers"),
                new Standing.KeyRoles(
                        heard ? Optional.of(held) : Optional.empty(), maybeInstant(rs, "seen_at")),
                new Standing.Notices(rs.getBoolean("taking"), maybeInstant(rs, "refused_at")));
    }
}
