package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.deadline.Breach;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Case;
import no.segl.core.letter.Matter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters that may be a breach of personal data security: which they are is asked of the letters,
 * and what was decided of the cases that they became (law: personvernforordningen-33).
 */
public final class Breaches {

    private final JdbcClient jdbc;

    public Breaches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A letter that may be a breach and is no case for it.
     *
     * @param within whether both its ends are of one organisation
     */
    public record Candidate(LetterId letter, boolean within) {}

    /**
     * Those that have lain unopened for longer than {@code rules} have it, in order of their ids.
     * They are asked of the letters that lie unopened, which are few beside all there are.
     */
    public List<Candidate> unopened(Rules rules, Instant now, Optional<LetterId> after, int limit) {
        return jdbc.sql(
                        """
                        WITH lying AS MATERIALIZED (
                            SELECT l.id, l.sender, l.recipient FROM letter l
                             WHERE l.state = 'AVAILABLE'
                               AND l.available_at <= CASE WHEN l.category = :child
                                                          THEN :sooner::timestamptz
                                                          ELSE :later::timestamptz END
                        )
                        SELECT l.id, main_unit(l.sender) = main_unit(l.recipient) AS within
                          FROM lying l
                         WHERE (:after::uuid IS NULL OR l.id > :after)
                           AND NOT EXISTS (SELECT 1 FROM matter m
                                            WHERE m.letter = l.id AND m.reason = 'BREACH_UNOPENED')
                         ORDER BY l.id LIMIT :limit
                        """)
                .param("child", Breach.CHILD_WELFARE)
                .param("sooner", at(rules.row(Rule.BREACH_CHILD_WELFARE).before(now)))
                .param("later", at(rules.row(Rule.BREACH_UNOPENED).before(now)))
                .param("after", after.map(LetterId::value).orElse(null))
                .param("limit", limit)
                .query((rs, _) -> candidate(rs))
                .list();
    }

    /** Those opened by somebody who said that they were not for them, in order of their ids. */
    public List<Candidate> misdirected(Optional<LetterId> after, int limit) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT l.id, false AS within
                          FROM matter w JOIN letter l ON l.id = w.letter
                         WHERE w.reason = 'WRONG_ADDRESSEE'
                           AND w.closed_how IS DISTINCT FROM 'ADDRESSEE_RIGHT'
                           AND l.state = 'OPENED' AND (:after::uuid IS NULL OR l.id > :after)
                           AND NOT EXISTS (SELECT 1 FROM matter m
                                            WHERE m.letter = l.id AND m.reason = 'BREACH_MISDIRECTED')
                         ORDER BY l.id LIMIT :limit
                        """)
                .param("after", after.map(LetterId::value).orElse(null))
                .param("limit", limit)
                .query((rs, _) -> candidate(rs))
                .list();
    }

    private static Candidate candidate(ResultSet rs) throws SQLException {
        return new Candidate(new LetterId(uuid(rs, "id")), rs.getBoolean("within"));
    }

    /**
     * What may be a breach, with what was decided.
     *
     * @param matter its case: known since it was raised
     * @param ownerName who has it; empty if it is the unit's
     * @param decided when somebody decided
     * @param decision what; empty until then
     * @param decidedBy the name of who did
     */
    public record Row(
            Case matter,
            LetterId letter,
            OrgNumber unit,
            String unitName,
            OrgNumber other,
            String otherName,
            Category category,
            int rules,
            Optional<String> ownerName,
            Optional<Instant> decided,
            Optional<Matter.Outcome> decision,
            Optional<String> decidedBy) {}

    /**
     * A page; {@code next} is the case after which the one that follows begins, if there is one.
     */
    public record Page(List<Row> rows, Optional<UUID> next) {}

    /**
     * What may be a breach, that whose clock ends first first; or all that may be or was, the
     * newest first.
     *
     * @param recipients units whose part as recipients to list
     * @param senders units whose part as senders to list
     * @param open only what nobody has decided on
     */
    public Page page(
            Collection<OrgNumber> recipients,
            Collection<OrgNumber> senders,
            boolean open,
            Optional<UUID> after,
            int limit) {
        List<Row> rows =
                jdbc.sql(
                                """
                                SELECT m.*, l.rules, l.category, u.name AS unit_name,
                                       o.number AS other, o.name AS other_name,
                                       name_at(m.owner, ARRAY[m.unit]) AS owner_name,
                                       (SELECT name_at(e.actor_id::uuid, ARRAY[m.unit])
                                          FROM ledger_entry e
                                         WHERE m.closed_at IS NOT NULL
                                           AND e.subject = 'letter:' || m.letter
                                           AND e.type = 'CaseClosed' AND e.actor_kind = 'person'
                                           AND e.fact ->> 'case' = m.id::text) AS decided_by
                                  FROM matter m
                                  JOIN letter l ON l.id = m.letter
                                  JOIN unit u ON u.number = m.unit
                                  JOIN unit o ON o.number =
                                       CASE m.side WHEN 'SENDER' THEN l.recipient ELSE l.sender END
                                 WHERE m.reason IN ('BREACH_UNOPENED', 'BREACH_MISDIRECTED')
                                   AND ((m.side = 'RECIPIENT' AND m.unit = ANY (:recipients))
                                     OR (m.side = 'SENDER' AND m.unit = ANY (:senders)))
                                   AND (NOT :open OR m.closed_at IS NULL)
                                   AND (:after::uuid IS NULL
                                        OR CASE WHEN :open THEN m.id > :after ELSE m.id < :after END)
                                 ORDER BY CASE WHEN :open THEN m.id END,
                                          CASE WHEN NOT :open THEN m.id END DESC
                                 LIMIT :limit
                                """)
                        .param("recipients", numbers(recipients))
                        .param("senders", numbers(senders))
                        .param("open", open)
                        .param("after", after.orElse(null))
                        .param("limit", limit + 1)
                        .query((rs, _) -> row(rs))
                        .list();
        return rows.size() <= limit
                ? new Page(rows, Optional.empty())
                : new Page(
                        List.copyOf(rows.subList(0, limit)),
                        Optional.of(rows.get(limit - 1).matter().id()));
    }

    /** How many nobody has decided on, and how many of them are past their clock. */
    public record Count(long open, long late) {}

    /** How many nobody has decided on; each has its clock by the rules of its letter. */
    public Count count(
            Collection<OrgNumber> recipients, Collection<OrgNumber> senders, Instant now) {
        return jdbc.sql(
                        """
                        SELECT count(*) AS open,
                               count(*) FILTER (WHERE m.raised_at
                                   + make_interval(hours => b.number) <= :now) AS late
                          FROM matter m
                          JOIN letter l ON l.id = m.letter
                          JOIN rule_limit b ON b.version = l.rules AND b.name = 'BREACH_HOURS'
                         WHERE m.reason IN ('BREACH_UNOPENED', 'BREACH_MISDIRECTED')
                           AND m.closed_at IS NULL
                           AND ((m.side = 'RECIPIENT' AND m.unit = ANY (:recipients))
                             OR (m.side = 'SENDER' AND m.unit = ANY (:senders)))
                        """)
                .param("recipients", numbers(recipients))
                .param("senders", numbers(senders))
                .param("now", at(now))
                .query((rs, _) -> new Count(rs.getLong("open"), rs.getLong("late")))
                .single();
    }

    private static Row row(ResultSet rs) throws SQLException {
        Case matter = CaseRows.matter(rs);
        return new Row(
                matter,
                new LetterId(uuid(rs, "letter")),
                new OrgNumber(rs.getString("unit")),
                rs.getString("unit_name"),
                new OrgNumber(rs.getString("other")),
                rs.getString("other_name"),
                new Category(rs.getString("category")),
                rs.getInt("rules"),
                maybeString(rs, "owner_name"),
                maybeInstant(rs, "closed_at"),
                maybeString(rs, "closed_how").map(Matter.Outcome::valueOf),
                maybeString(rs, "decided_by"));
    }
}
