package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is in whose place while they are away: by the grants and shares that deputies have. */
public final class Deputies {

    private static final String THERE =
            "unit = ANY (:units) AND stands(valid_until, ended_at, :at)";

    /** What deputies have; {@code %1$s} says whose. */
    private static final String WHAT =
            """
            WITH d AS (
                SELECT g.deputy_for AS absent, g.person AS deputy, g.unit, g.valid_from,
                       g.valid_until, g.ended_at, g.away_until, 1 AS grants, 0 AS letters
                  FROM access_grant g
                 WHERE g.deputy_for IS NOT NULL AND %1$s
                UNION ALL
                SELECT g.deputy_for, g.person, l.recipient, g.valid_from,
                       g.valid_until, g.ended_at, g.away_until, 0, 1
                  FROM letter_share g JOIN letter l ON l.id = g.letter
                 WHERE g.deputy_for IS NOT NULL AND l.destroyed_at IS NULL AND %1$s
            )
            """;

    private final JdbcClient jdbc;

    public Deputies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A term in somebody's place.
     *
     * @param from its first instant, which may lie ahead
     * @param until the first instant after it
     * @param grants how many grants the deputy has for it
     * @param letters how many letters that were shared with whoever is away
     */
    public record Term(
            PersonId absent,
            PersonId deputy,
            Instant from,
            Instant until,
            long grants,
            long letters) {}

    /** Who is, or will be, in the place of {@code absent} at {@code units}. */
    public List<Term> of(PersonId absent, Collection<OrgNumber> units, Instant at) {
        return terms("g.deputy_for = :person", THERE, absent, at)
                .param("units", numbers(units))
                .query((rs, _) -> term(rs))
                .list();
    }

    /**
     * Days on end in somebody's place.
     *
     * @param from their first instant, which may lie ahead
     * @param until the first instant after them
     */
    public record Spell(PersonId deputy, Instant from, Instant until) {}

    /**
     * When somebody is, or will be, in the place of {@code absent} at one of {@code units}. Days
     * between two terms are of neither.
     */
    public List<Spell> around(PersonId absent, Collection<OrgNumber> units, Instant at) {
        return jdbc.sql(
                        (WHAT
                                        + """
                                        , spell AS (
                                            SELECT deputy, unnest(range_agg(tstzrange(valid_from, ends))) AS days
                                              FROM (SELECT *, least(valid_until, away_until) AS ends FROM d) e
                                             WHERE %2$s AND valid_from < ends
                                             GROUP BY deputy
                                        )
                                        SELECT deputy, lower(days) AS first, upper(days) AS until
                                          FROM spell ORDER BY first, deputy
                                        """)
                                .formatted("g.deputy_for = :person", THERE))
                .param("person", absent.value())
                .param("units", numbers(units))
                .param("at", at(at))
                .query((rs, _) ->
                        new Spell(
                                new PersonId(uuid(rs, "deputy")),
                                instant(rs, "first"),
                                instant(rs, "until")))
                .list();
    }

    /** In whose place {@code deputy} is, or will be, at {@code units}. */
    public List<Term> by(PersonId deputy, Collection<OrgNumber> units, Instant at) {
        return terms("g.person = :person", THERE, deputy, at)
                .param("units", numbers(units))
                .query((rs, _) -> term(rs))
                .list();
    }

    /**
     * In whose place {@code deputy} was at {@code units}, and nobody is now, although the absence
     * was to last longer.
     */
    public List<Term> vacated(PersonId deputy, Collection<OrgNumber> units, Instant at) {
        return terms(
                        "g.person = :person",
                        """
                        unit = ANY (:units) AND ended_at IS NOT NULL AND away_until > :at
                        AND NOT EXISTS (SELECT 1 FROM access_grant o
                                         WHERE o.deputy_for = d.absent AND o.unit = ANY (:units)
                                           AND stands(o.valid_until, o.ended_at, :at))
                        AND NOT EXISTS (SELECT 1 FROM letter_share o
                                         WHERE o.deputy_for = d.absent
                                           AND stands(o.valid_until, o.ended_at, :at))
                        """,
                        deputy,
                        at)
                .param("units", numbers(units))
                .query((rs, _) -> term(rs))
                .list();
    }

    private JdbcClient.StatementSpec terms(
            String whose, String which, PersonId person, Instant at) {
        return jdbc.sql(
                        (WHAT
                                        + """
                                        SELECT absent, deputy, min(valid_from) AS first,
                                               max(away_until) AS until, sum(grants) AS grants,
                                               sum(letters) AS letters
                                          FROM d WHERE %2$s
                                         GROUP BY absent, deputy ORDER BY first, absent, deputy
                                        """)
                                .formatted(whose, which))
                .param("person", person.value())
                .param("at", at(at));
    }

    private static Term term(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Term(
                new PersonId(uuid(rs, "absent")),
                new PersonId(uuid(rs, "deputy")),
                instant(rs, "first"),
                instant(rs, "until"),
                rs.getLong("grants"),
                rs.getLong("letters"));
    }
}
