package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.names;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who holds access where: the questions of those who answer for it. */
public final class Holders {

    private final JdbcClient jdbc;

    public Holders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who holds a power at a unit.
     *
     * @param from the unit at which it was given: the unit itself, or one above
     * @param until when it ends; empty if it has no end
     * @param keyRole when a login told that they hold a key role there, if that is its ground
     * @param deputyFor what that person is called in whose place they have it, while they are away
     */
    public record Holder(
            UUID grant,
            PersonId person,
            String name,
            Power power,
            Optional<Category> category,
            OrgNumber from,
            String fromName,
            Optional<Instant> until,
            Optional<Instant> keyRole,
            Optional<String> deputyFor) {}

    /**
     * Who can open letters at a unit, by category and name.
     *
     * @param category one category; empty for all of them
     */
    public List<Holder> canOpen(OrgNumber unit, Optional<Category> category, Instant at) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE up (number, parent, kind) AS (
                            SELECT number, parent, kind FROM unit WHERE number = :unit
                            UNION ALL
                            SELECT p.number, p.parent, p.kind
                              FROM up
                              JOIN unit p ON p.number = up.parent
                              JOIN inheritance i ON i.parent_kind = p.kind AND i.child_kind = up.kind
                        )
                        SELECT g.id, g.person, p.name, g.power, g.category, g.unit,
                               u.name AS unit_name, g.valid_until, g.valid_from, g.by_key_role,
                               name_at(g.deputy_for, ARRAY[g.unit]) AS deputy_for
                          FROM up
                          JOIN grants_at(:at) g ON g.unit = up.number
                          CROSS JOIN LATERAL (SELECT g.person AS id, name_at(g.person, ARRAY[g.unit]) AS name) p
                          JOIN unit u ON u.number = g.unit
                          JOIN category c ON c.code = g.category
                         WHERE g.power = 'READ' AND (:category::text IS NULL OR g.category = :category)
                         ORDER BY c.position, p.name, p.id, g.id
                        """)
                .param("unit", unit.value())
                .param("category", category.map(Category::code).orElse(null))
                .param("at", at(at))
                .query((rs, _) -> holder(rs))
                .list();
    }

    /** Who can give access to a unit, there or above it. */
    public List<Holder> givers(OrgNumber unit, Instant at) {
        return others(unit, List.of(Power.MANAGE_ACCESS, Power.ADMINISTER), at);
    }

    /** Who holds another power than to read at a unit, there or above it, by power and name. */
    public List<Holder> others(OrgNumber unit, Collection<Power> powers, Instant at) {
        return jdbc.sql(
                        Units.UP
                                + """
                                 SELECT g.id, g.person, p.name, g.power, g.category, g.unit,
                                        u.name AS unit_name, g.valid_until, g.valid_from, g.by_key_role,
                                name_at(g.deputy_for, ARRAY[g.unit]) AS deputy_for
                                   FROM up
                                   JOIN grants_at(:at) g ON g.unit = up.number
                                   CROSS JOIN LATERAL (SELECT g.person AS id, name_at(g.person, ARRAY[g.unit]) AS name) p
                                   JOIN unit u ON u.number = g.unit
                                  WHERE g.power = ANY (:powers)
                                  ORDER BY up.depth, g.power, p.name, p.id, g.id
                                """)
                .param("unit", unit.value())
                .param("powers", names(powers))
                .param("at", at(at))
                .query((rs, _) -> holder(rs))
                .list();
    }

    /**
     * Somebody known where access is administered.
     *
     * @param unit the name of a unit where they are met, to tell namesakes apart
     * @param grants how many of their grants hold
     */
    public record Known(PersonId person, String name, String unit, long grants) {}

    /**
     * People who hold or have held something at a unit of {@code units} or beneath, or are known
     * there, by name.
     *
     * @param text part of a name; empty for all
     */
    public List<Known> people(Collection<OrgNumber> units, String text, Instant at, int limit) {
        return people(units, text, true, at, limit);
    }

    /** The same of any name, without those who have left, all of whose access was ended at once. */
    public List<Known> choosable(Collection<OrgNumber> units, Instant at, int limit) {
        return people(units, "", false, at, limit);
    }

    private List<Known> people(
            Collection<OrgNumber> units, String text, boolean leavers, Instant at, int limit) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                , met (person, unit, grants, stays, has_left) AS (
                                    SELECT g.person, min(g.unit),
                                           count(*) FILTER (WHERE g.valid_from <= :at AND
                                               stands(g.valid_until, g.ended_at, :at)),
                                           bool_or(stands(g.valid_until, g.ended_at, :at)),
                                           false
                                      FROM down JOIN access_grant g ON g.unit = down.number
                                     GROUP BY g.person
                                    UNION ALL
                                    SELECT k.person, k.unit, 0, k.left_at IS NULL, k.left_at IS NOT NULL
                                      FROM down JOIN known_at k ON k.unit = down.number
                                )
                                , p (id, name, unit, grants) AS (
                                    SELECT met.person, name_at(met.person, array_agg(met.unit)),
                                           min(u.name), sum(met.grants)::bigint
                                      FROM met JOIN unit u ON u.number = met.unit
                                     GROUP BY met.person
                                    HAVING :leavers OR bool_or(met.stays) OR NOT bool_or(met.has_left)
                                )
                                SELECT id, name, unit, grants FROM p
                                 WHERE :text = '' OR strpos(lower(name), lower(:text)) > 0
                                 ORDER BY lower(name), id LIMIT :limit
                                """)
                .param("units", numbers(units))
                .param("text", text)
                .param("leavers", leavers)
                .param("at", at(at))
                .param("limit", limit)
                .query((rs, _) ->
                        new Known(
                                new PersonId(uuid(rs, "id")),
                                rs.getString("name"),
                                rs.getString("unit"),
                                rs.getLong("grants")))
                .list();
    }

    /**
     * People who hold something at one of {@code near}, at {@code unit} or beneath it, or are known
     * there, by name; what they hold is counted for none of them. Where not all fit, those at
     * {@code near} come first.
     */
    public List<Known> around(OrgNumber unit, Collection<OrgNumber> near, Instant at, int limit) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                , place (number) AS (
                                    SELECT number FROM down UNION SELECT unnest(:near::text[])
                                )
                                , met (person, unit) AS (
                                    SELECT g.person, g.unit
                                      FROM place JOIN access_grant g ON g.unit = place.number
                                     WHERE stands(g.valid_until, g.ended_at, :at)
                                    UNION
                                    SELECT k.person, k.unit
                                      FROM place JOIN known_at k ON k.unit = place.number
                                     WHERE k.left_at IS NULL
                                )
                                , p (id, name, unit, near) AS (
                                    SELECT met.person, name_at(met.person, array_agg(met.unit)),
                                           min(u.name), bool_or(met.unit = ANY (:near))
                                      FROM met JOIN unit u ON u.number = met.unit
                                     GROUP BY met.person
                                )
                                , f AS (
                                    SELECT * FROM p ORDER BY near DESC, lower(name), id LIMIT :limit
                                )
                                SELECT id, name, unit FROM f ORDER BY lower(name), id
                                """)
                .param("units", numbers(List.of(unit)))
                .param("near", numbers(near))
                .param("at", at(at))
                .param("limit", limit)
                .query((rs, _) ->
                        new Known(
                                new PersonId(uuid(rs, "id")),
                                rs.getString("name"),
                                rs.getString("unit"),
                                0))
                .list();
    }

    /**
     * A grant that is due to be gone through.
     *
     * @param since when it was given or last confirmed
     */
    public record Due(Holder holder, Instant since) {}

    /** Grants at {@code units} or beneath, given or last confirmed before {@code before}. */
    public List<Due> due(
            Collection<OrgNumber> units,
            Collection<Power> powers,
            Instant before,
            Instant at,
            int limit) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                SELECT g.id, g.person, p.name, g.power, g.category, g.unit,
                                       u.name AS unit_name, g.valid_until, g.valid_from,
                                       g.by_key_role,
                                       name_at(g.deputy_for, ARRAY[g.unit]) AS deputy_for,
                                       coalesce(g.confirmed_at, g.valid_from) AS since
                                """
                                + Reviews.DUE
                                + " ORDER BY since, g.id LIMIT :limit")
                .param("units", numbers(units))
                .param("powers", names(powers))
                .param("before", at(before))
                .param("at", at(at))
                .param("limit", limit)
                .query((rs, _) -> new Due(holder(rs), Columns.instant(rs, "since")))
                .list();
    }

    /** How many grants {@link #due} would give without a limit. */
    public long countDue(
            Collection<OrgNumber> units, Collection<Power> powers, Instant before, Instant at) {
        return jdbc.sql(Units.DOWN + "SELECT count(*)" + Reviews.DUE)
                .param("units", numbers(units))
                .param("powers", names(powers))
                .param("before", at(before))
                .param("at", at(at))
                .query(Long.class)
                .single();
    }

    /** Whether a person is known at a unit without holding anything there. */
    public boolean isKnown(PersonId person, OrgNumber unit) {
        return jdbc.sql("SELECT 1 FROM known_at WHERE unit = ? AND person = ? AND left_at IS NULL")
                .param(unit.value())
                .param(person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    static Holder holder(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Holder(
                uuid(rs, "id"),
                new PersonId(uuid(rs, "person")),
                rs.getString("name"),
                Power.valueOf(rs.getString("power")),
                Columns.maybeString(rs, "category").map(Category::new),
                new OrgNumber(rs.getString("unit")),
                rs.getString("unit_name"),
                maybeInstant(rs, "valid_until"),
                rs.getBoolean("by_key_role") ? maybeInstant(rs, "valid_from") : Optional.empty(),
                Columns.maybeString(rs, "deputy_for"));
    }
}
