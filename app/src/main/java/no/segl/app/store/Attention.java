package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.numbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody must see to, since the register has changed. Nothing of it is stored: it is there
 * for as long as its cause is.
 */
public final class Attention {

    /**
     * In this order: units that are gone and were taken over, for as long as something is left
     * there; grants at units that are gone; administrators of units whose key roles have changed
     * since they were given or confirmed; grants that were given at a unit before it came from
     * another organisation; units that came, or were moved, after the register was first followed
     * and access first given in the tree, and where nobody can open anything; and what the register
     * said that Segl could not take in, until the unit, or the whole tree, has been taken in later.
     */
    private static final String FOUND =
            """
            , grants AS (
                SELECT g.*, coalesce(g.confirmed_at, g.valid_from) AS since
                  FROM down JOIN access_grant g ON g.unit = down.number
                 WHERE g.valid_from <= :at AND (g.valid_until IS NULL OR g.valid_until > :at)
            ), began AS (
                SELECT greatest(min(g.valid_from),
                                (SELECT min(e.at) + interval '1 day'
                                   FROM unnest(:units::text[]) AS top
                                   JOIN ledger_entry e ON e.subject = 'unit:' || top
                                                      AND e.type = 'UnitRegistered')) AS at
                  FROM down JOIN access_grant g ON g.unit = down.number
            )
            """
                    + Cells.inheriting("down")
                    + """
                    , read AS (
                        SELECT DISTINCT up.unit FROM up
                          JOIN access_grant g ON g.unit = up.number AND g.power = 'READ'
                         WHERE g.valid_from <= :at AND (g.valid_until IS NULL OR g.valid_until > :at)
                    ), found (position, cause, unit, since, grant_id, person, power, category) AS (
                        SELECT 1, 'UNIT_DISSOLVED', g.unit, e.at, g.id, g.person, g.power, g.category
                          FROM grants g
                          JOIN registered_unit r ON r.unit = g.unit AND r.dissolved
                          LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                              WHERE e.subject = 'unit:' || g.unit
                                                AND e.type = 'UnitDissolved') e ON true
                        UNION ALL
                        SELECT 0, 'UNIT_MERGED', gone.unit, e.at, NULL, NULL, NULL, NULL
                          FROM succession gone
                          JOIN down ON down.number = gone.successor
                          LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                              WHERE e.subject = 'unit:' || gone.unit
                                                AND e.type = 'UnitDissolved') e ON true
                         WHERE EXISTS (SELECT 1 FROM letter l
                                        WHERE l.recipient = gone.unit AND l.state = 'AVAILABLE')
                            OR EXISTS (SELECT 1 FROM access_grant g WHERE g.unit = gone.unit AND
                    """
                    + Successions.left("gone.successor")
                    + """
                        )
                        UNION ALL
                        SELECT 2, 'KEY_ROLE_CHANGED', g.unit, e.at, g.id, g.person, g.power, g.category
                          FROM grants g
                          JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                         WHERE e.subject = 'unit:' || g.unit
                                           AND e.type IN ('KeyRoleLeft', 'KeyRoleChanged')) e
                            ON e.at > g.since
                         WHERE g.power = 'ADMINISTER'
                        UNION ALL
                        SELECT 2, 'UNIT_MOVED', g.unit, e.at, g.id, g.person, g.power, g.category
                          FROM grants g
                          JOIN registered_unit r
                            ON r.unit = g.unit AND NOT r.dissolved AND r.moved_from IS NOT NULL
                           AND main_unit(r.moved_from) <> main_unit(r.unit)
                          JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                         WHERE e.subject = 'unit:' || g.unit
                                           AND e.type = 'UnitMoved') e ON e.at > g.since
                        UNION ALL
                        SELECT 3, 'NEW_WITHOUT_READER', down.number, e.at, NULL, NULL, NULL, NULL
                          FROM down
                          CROSS JOIN began
                          JOIN registered_unit r ON r.unit = down.number AND NOT r.dissolved
                          JOIN LATERAL (SELECT max(e.at) AS at FROM ledger_entry e
                                         WHERE e.subject = 'unit:' || down.number
                                           AND e.type IN ('UnitRegistered', 'UnitMoved')) e
                            ON e.at > began.at
                         WHERE NOT EXISTS (SELECT 1 FROM read WHERE read.unit = down.number)
                        UNION ALL
                        SELECT 4, 'NOT_TAKEN_IN', down.number, t.at, NULL, NULL, NULL, NULL
                          FROM register_trouble t
                          JOIN down ON down.number = t.unit
                          LEFT JOIN registered_unit r ON r.unit = t.unit
                         WHERE r.unit IS NULL OR (r.seen_at < t.at AND NOT r.dissolved)
                        UNION ALL
                        SELECT 5, 'UPDATE_SKIPPED', asked.top, max(t.at), NULL, NULL, NULL, NULL
                          FROM register_trouble t
                         CROSS JOIN unnest(:units::text[]) AS asked (top)
                          LEFT JOIN register_walk w ON w.top = asked.top
                         WHERE t.unit IS NULL AND (w.walked_at IS NULL OR w.walked_at < t.at)
                         GROUP BY asked.top
                    )
                    """;

    private final JdbcClient jdbc;

    public Attention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why somebody must see to it. */
    public enum Cause {
        /** A unit was merged into one of theirs: access or letters are left there. */
        UNIT_MERGED,
        /** Access is given at a unit that the register has dissolved. */
        UNIT_DISSOLVED,
        /** A key role at the unit has passed to others since the administrator was confirmed. */
        KEY_ROLE_CHANGED,
        /** The unit has come from another organisation since it was given or confirmed. */
        UNIT_MOVED,
        /** The unit is new, and nobody can open anything there. */
        NEW_WITHOUT_READER,
        /** What the register says of the unit could not be taken in. */
        NOT_TAKEN_IN,
        /**
         * An update of the register could not be read, and the tree has not been compared since.
         */
        UPDATE_SKIPPED,
        /** A guided check says that something is not as it should. */
        CHECK_WRONG,
        /** The answer to a guided check is too old to be one. */
        CHECK_EXPIRED,
        /** A guided check has never been answered. */
        CHECK_NEVER
    }

    /**
     * Something to see to.
     *
     * @param since when the cause came, if it is known
     * @param grant the grant that is concerned, with whom it was given to, if there is one
     */
    public record Item(
            Cause cause,
            OrgNumber unit,
            String unitName,
            Optional<Instant> since,
            Optional<Concerned> grant) {}

    /** A grant that has lost its ground. */
    public record Concerned(
            UUID id, PersonId person, String name, Power power, Optional<Category> category) {}

    /** The first of them; {@code total} is how many there are in all. */
    public record Found(List<Item> first, long total) {}

    /** What must be seen to at {@code units} and beneath. */
    public Found of(Collection<OrgNumber> units, Instant now, int limit) {
        long[] total = {0};
        List<Item> items = new ArrayList<>();
        jdbc.sql(
                        Units.DOWN
                                + FOUND
                                + """
                                SELECT f.*, u.name AS unit_name, name_at(f.person, ARRAY[f.unit]) AS person_name,
                                       count(*) OVER () AS total
                                  FROM found f
                                  JOIN unit u ON u.number = f.unit
                                 ORDER BY f.position, f.since DESC NULLS LAST, u.name, f.grant_id
                                 LIMIT :limit
                                """)
                .param("units", numbers(units))
                .param("at", at(now))
                .param("limit", limit)
                .query(rs -> {
                    total[0] = rs.getLong("total");
                    items.add(item(rs));
                });
        return new Found(List.copyOf(items), total[0]);
    }

    /**
     * How much must be seen to at one unit.
     *
     * @param causes why, each once
     * @param newest when the newest of it came. What the register could not tell is left out: it is
     *     noted anew whenever Segl asks in vain
     */
    public record Counted(
            OrgNumber unit, String name, int things, List<Cause> causes, Optional<Instant> newest) {

        /** With {@code other} at the same unit. */
        public Counted and(Counted other) {
            return new Counted(
                    unit,
                    name,
                    things + other.things,
                    Stream.concat(causes.stream(), other.causes.stream())
                            .distinct()
                            .sorted()
                            .toList(),
                    Stream.of(newest, other.newest)
                            .flatMap(Optional::stream)
                            .max(Instant::compareTo));
        }
    }

    /** All that {@link #of} gives, counted unit by unit. */
    public List<Counted> counted(Collection<OrgNumber> units, Instant now) {
        return jdbc.sql(
                        Units.DOWN
                                + FOUND
                                + """
                                SELECT f.unit, u.name, count(*)::int AS things,
                                       array_agg(DISTINCT f.cause) AS causes,
                                       max(f.since) FILTER (
                                           WHERE f.cause NOT IN ('NOT_TAKEN_IN', 'UPDATE_SKIPPED')
                                       ) AS newest
                                  FROM found f
                                  JOIN unit u ON u.number = f.unit
                                 GROUP BY f.unit, u.name ORDER BY f.unit
                                """)
                .param("units", numbers(units))
                .param("at", at(now))
                .query((rs, _) ->
                        new Counted(
                                new OrgNumber(rs.getString("unit")),
                                rs.getString("name"),
                                rs.getInt("things"),
                                Arrays.stream((Object[]) rs.getArray("causes").getArray())
                                        .map(cause -> Cause.valueOf(String.valueOf(cause)))
                                        .sorted()
                                        .toList(),
                                Columns.maybeInstant(rs, "newest")))
                .list();
    }

    private static Item item(ResultSet rs) throws SQLException {
        Optional<Concerned> grant = Optional.empty();
        Optional<UUID> id = maybeUuid(rs, "grant_id");
        if (id.isPresent()) {
            grant =
                    Optional.of(
                            new Concerned(
                                    id.get(),
                                    new PersonId(Columns.uuid(rs, "person")),
                                    rs.getString("person_name"),
                                    Power.valueOf(rs.getString("power")),
                                    maybeString(rs, "category").map(Category::new)));
        }
        return new Item(
                Cause.valueOf(rs.getString("cause")),
                new OrgNumber(rs.getString("unit")),
                rs.getString("unit_name"),
                Columns.maybeInstant(rs, "since"),
                grant);
    }
}
