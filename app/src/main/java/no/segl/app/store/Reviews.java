package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.names;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.access.ReviewPeriod;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where grants wait to be gone through, how often they are, and what became of them. */
public final class Reviews {

    static final String DUE =
            """

              FROM down
              JOIN grants_at(:at) g ON g.unit = down.number
              CROSS JOIN LATERAL (SELECT g.person AS id, name_at(g.person, ARRAY[g.unit]) AS name) p
              JOIN unit u ON u.number = g.unit
              LEFT JOIN (
                   WITH RECURSIVE paced (number, months) AS (
                       SELECT unit, months FROM review_period
                       UNION ALL
                       SELECT b.number, paced.months FROM paced JOIN unit b ON b.parent = paced.number
                   )
                   SELECT number, min(months) AS months FROM paced GROUP BY number
              ) paced ON paced.number = g.unit
             WHERE coalesce(g.confirmed_at, g.valid_from) < coalesce(
                   (:at::timestamptz AT TIME ZONE 'Europe/Oslo' - make_interval(months => paced.months))
                       AT TIME ZONE 'Europe/Oslo', :before::timestamptz)
               AND g.power = ANY (:powers)
            """;

    private static final String RECORD =
            """
            , said AS (
                SELECT CASE e.type WHEN 'AccessConfirmed' THEN 'CONFIRMED' ELSE 'ENDED' END AS outcome,
                       e.at, CASE WHEN e.actor_kind = 'person' THEN e.actor_id::uuid END AS decider,
                       (e.fact ->> 'grant')::uuid AS grant_id
                  FROM down JOIN ledger_entry e ON e.subject = 'unit:' || down.number
                 WHERE e.type IN ('AccessConfirmed', 'AccessEnded')
                   AND e.at >= :from AND e.at < :until
            ), outcomes AS (
                SELECT * FROM said
                UNION ALL
                SELECT 'LEFT', NULL, NULL, g.id
                  FROM down JOIN access_grant g ON g.unit = down.number
                 WHERE g.valid_from < :from AND (g.valid_until IS NULL OR g.valid_until > :end)
                   AND NOT EXISTS (SELECT 1 FROM said s
                                    WHERE s.grant_id = g.id AND s.outcome = 'CONFIRMED')
            )
            SELECT g.*, o.outcome, o.at AS decided, o.decider AS decided_by,
                   name_at(o.decider, ARRAY[g.unit]) AS decided_by_name,
                   name_at(g.person, ARRAY[g.unit]) AS name, u.name AS unit_name
              FROM outcomes o
              JOIN access_grant g ON g.id = o.grant_id
              JOIN unit u ON u.number = g.unit
             ORDER BY lower(u.name), u.number, o.at NULLS LAST, g.id
            """;

    private final JdbcClient jdbc;

    public Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many grants wait at a unit. */
    public record Waiting(OrgNumber unit, String name, int grants) {}

    /** The grants of {@link Holders#due}, counted unit by unit, by name. */
    public List<Waiting> waiting(
            Collection<OrgNumber> units, Collection<Power> powers, Instant before, Instant at) {
        return jdbc.sql(
                        Units.DOWN
                                + "SELECT u.number, u.name, count(*)::int AS grants"
                                + DUE
                                + " GROUP BY u.number, u.name ORDER BY lower(u.name), u.number")
                .param("units", numbers(units))
                .param("powers", names(powers))
                .param("before", at(before))
                .param("at", at(at))
                .query((rs, _) ->
                        new Waiting(
                                new OrgNumber(rs.getString("number")),
                                rs.getString("name"),
                                rs.getInt("grants")))
                .list();
    }

    /** How often access is gone through at those main units of which it has been said. */
    public Map<OrgNumber, ReviewPeriod> periods(Collection<OrgNumber> mainUnits) {
        Map<OrgNumber, ReviewPeriod> periods = new HashMap<>();
        jdbc.sql("SELECT unit, months FROM review_period WHERE unit = ANY (?)")
                .param(numbers(mainUnits))
                .query(rs -> {
                    periods.put(
                            new OrgNumber(rs.getString("unit")),
                            ReviewPeriod.of(rs.getInt("months")).orElseThrow());
                });
        return periods;
    }

    /** What became of a grant in a review. */
    public enum Outcome {
        CONFIRMED,
        ENDED,
        /** It stood before, stands after, and nobody said that it is needed. */
        LEFT
    }

    /**
     * A grant in a review.
     *
     * @param at when that was decided; empty if nobody has decided
     * @param by who decided it; empty if nobody has, or no person did
     * @param byName what they are called at the unit; empty as {@code by}
     */
    public record Reviewed(
            Outcome outcome,
            Grant grant,
            String name,
            String unitName,
            Optional<Instant> at,
            Optional<PersonId> by,
            String byName) {}

    /**
     * What became of the grants at {@code unit} and beneath, from {@code from} until {@code until}.
     * What has been left is as it stands at {@code at}, if the period is not over.
     */
    public List<Reviewed> record(OrgNumber unit, Instant from, Instant until, Instant at) {
        return jdbc.sql(Units.DOWN + RECORD)
                .param("units", numbers(List.of(unit)))
                .param("from", at(from))
                .param("until", at(until))
                .param("end", at(until.isBefore(at) ? until : at))
                .query((rs, _) ->
                        new Reviewed(
                                Outcome.valueOf(rs.getString("outcome")),
                                Grants.grant(rs),
                                rs.getString("name"),
                                rs.getString("unit_name"),
                                Columns.maybeInstant(rs, "decided"),
                                maybeUuid(rs, "decided_by").map(PersonId::new),
                                Columns.maybeString(rs, "decided_by_name").orElse("")))
                .list();
    }
}
