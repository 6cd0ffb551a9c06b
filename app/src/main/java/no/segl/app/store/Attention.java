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
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody must see to, since the register has changed or access has run out. Nothing of it is
 * stored: it is there for as long as its cause is.
 */
public final class Attention {

    private final JdbcClient jdbc;
    private final RuleTable rules;

    public Attention(JdbcClient jdbc, RuleTable rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Why somebody must see to it. */
    public enum Cause {
        /** A unit was merged into one of theirs: access or letters are left there. */
        UNIT_MERGED,
        /** Access is given at a unit that the register has dissolved. */
        UNIT_DISSOLVED,
        /** Nobody can open a category there since access ended or ran out. */
        LEFT_WITHOUT_READER,
        /** The last who can open a category there soon cannot any more. */
        ENDS_WITHOUT_READER,
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

    /**
     * A grant that has lost its ground, or leaves nobody when it ends.
     *
     * @param until when it ends or ended, if it does
     */
    public record Concerned(
            UUID id,
            PersonId person,
            String name,
            Power power,
            Optional<Category> category,
            Optional<Instant> until) {}

    /** The first of them; {@code total} is how many there are in all. */
    public record Found(List<Item> first, long total) {}

    /** What must be seen to at {@code units} and beneath. */
    public Found of(Collection<OrgNumber> units, Instant now, int limit) {
        long[] total = {0};
        List<Item> items = new ArrayList<>();
        found(
                        """
                        SELECT f.*, g.valid_until, u.name AS unit_name, name_at(f.person, ARRAY[f.unit]) AS person_name,
                               count(*) OVER () AS total
                          FROM found f
                          JOIN unit u ON u.number = f.unit
                          LEFT JOIN access_grant g ON g.id = f.grant_id
                         ORDER BY f.position, f.since DESC NULLS LAST, u.name, f.grant_id
                         LIMIT :limit
                        """,
                        units,
                        now)
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
        return found(
                        """
                        SELECT f.unit, u.name, count(*)::int AS things,
                               array_agg(DISTINCT f.cause) AS causes,
                               max(f.since) FILTER (
                                   WHERE f.cause NOT IN ('NOT_TAKEN_IN', 'UPDATE_SKIPPED')
                               ) AS newest
                          FROM found f
                          JOIN unit u ON u.number = f.unit
                         GROUP BY f.unit, u.name ORDER BY f.unit
                        """,
                        units,
                        now)
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

    private JdbcClient.StatementSpec found(String asked, Collection<OrgNumber> units, Instant now) {
        Rules table = rules.newest();
        return jdbc.sql(Units.DOWN + Causes.FOUND + asked)
                .param("units", numbers(units))
                .param("at", at(now))
                .param("left", at(table.row(Rule.ACCESS_LEFT).before(now)))
                .param("soon", at(table.row(Rule.ACCESS_ENDS).after(now)));
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
                                    maybeString(rs, "category").map(Category::new),
                                    Columns.maybeInstant(rs, "valid_until")));
        }
        return new Item(
                Cause.valueOf(rs.getString("cause")),
                new OrgNumber(rs.getString("unit")),
                rs.getString("unit_name"),
                Columns.maybeInstant(rs, "since"),
                grant);
    }
}
