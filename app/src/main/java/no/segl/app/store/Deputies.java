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

    /** The same in all of the organisation that {@code unit} belongs to. */
    public List<Term> around(PersonId absent, OrgNumber unit, Instant at) {
        return terms(
                        "g.deputy_for = :person",
                        "main_unit(unit) = main_unit(:unit) AND stands(valid_until, ended_at, :at)",
                        absent,
                        at)
                .param("unit", unit.value())
                .query((rs, _) -> term(rs))
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
                        SELECT absent, deputy, min(valid_from) AS first, max(away_until) AS until,
                               sum(grants) AS grants, sum(letters) AS letters
                          FROM d WHERE %2$s
                         GROUP BY absent, deputy ORDER BY first, absent, deputy
                        """
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
