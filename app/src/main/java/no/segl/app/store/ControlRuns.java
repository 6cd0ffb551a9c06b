package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.control.Run;
import no.segl.core.control.Run.Outcome;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each time that a control fell due, and what came of it: kept for ever. */
public final class ControlRuns {

    private static final String SELECT =
            "SELECT "
                    + Controls.COLUMNS
                    + """
                    , r.*, name_at(r.owner, ARRAY[r.unit]) AS owner_name,
                      d.at AS accounted_at, d.person AS accounted_by, d.outcome, d.late, d.found,
                      d.more, d.places, d.oldest, d.remark,
                      name_at(d.person, ARRAY[r.unit]) AS accounted_name
                      FROM control_run r
                      JOIN control c ON c.id = r.control
                      JOIN unit cu ON cu.number = c.unit
                      LEFT JOIN control_record d ON d.run = r.id
                    """;

    private static final String THEIRS =
            """
             WHERE r.unit = ANY (:units)
               AND (:control::uuid IS NULL OR r.control = :control)
               AND (:since::timestamptz IS NULL
                    OR (r.due_at > :since AND (r.due_at <= :until OR r.accounted)))
               AND (NOT :open OR r.next_look_at IS NOT NULL)
            """;

    private final JdbcClient jdbc;

    public ControlRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run.
     *
     * @param skipped how many before it never came, since Segl stood
     * @param record how it was accounted for; empty if it is not yet
     */
    public record Row(
            Run run,
            String unitName,
            String responsibleName,
            Optional<String> deputyName,
            Optional<String> ownerName,
            int skipped,
            Optional<Account> record) {

        /** The remark alone may name people: none of it is for a log. */
        @Override
        public String toString() {
            return "Run[" + run.id() + "]";
        }
    }

    /** How a run was accounted for, as it was written down. */
    public record Account(
            Instant at,
            PersonId person,
            String name,
            Outcome outcome,
            boolean late,
            Run.Found found,
            String remark) {

        /** Without what was written. */
        @Override
        public String toString() {
            return "Account[" + outcome + "]";
        }
    }

    /**
     * Which runs to list.
     *
     * @param control of this control only
     * @param lately that were to be done within this only, or were done before that
     * @param open that nobody has accounted for only
     */
    public record Question(
            Collection<OrgNumber> units,
            Optional<UUID> control,
            Optional<Span> lately,
            boolean open) {}

    /** From one time, which is not of it, until another, which is. */
    public record Span(Instant since, Instant until) {}

    /** A page; {@code next} is where the one that follows begins, if there is one. */
    public record Page(List<Row> rows, Optional<DueCursor> next) {}

    /** Runs, what was to be done last first. */
    public Page page(Question question, Optional<DueCursor> after, int limit) {
        List<Row> rows =
                asked(
                                SELECT
                                        + THEIRS
                                        + """
                                           AND (:id::uuid IS NULL OR (r.due_at, r.id) < (:due, :id))
                                         ORDER BY r.due_at DESC, r.id DESC LIMIT :limit
                                        """,
                                question)
                        .param("due", at(after.map(DueCursor::due).orElse(Instant.EPOCH)))
                        .param("id", after.map(DueCursor::id).orElse(null))
                        .param("limit", limit + 1)
                        .query((rs, _) -> row(rs))
                        .list();
        if (rows.size() <= limit) {
            return new Page(rows, Optional.empty());
        }
        Run last = rows.get(limit - 1).run();
        return new Page(
                List.copyOf(rows.subList(0, limit)),
                Optional.of(new DueCursor(last.due(), last.id())));
    }

    /**
     * How it went.
     *
     * @param due how many were to be done by now, or were done before
     * @param onTime how many of them were done on time
     * @param missed how many are missed and not accounted for, however old
     */
    public record Score(long due, long onTime, long missed) {}

    /** How it went with those that were to be done after {@code since}. */
    public Score score(Collection<OrgNumber> units, Instant since, Instant now) {
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE r.due_at > :since
                                                  AND (r.due_at <= :now OR r.accounted)) AS due,
                               count(*) FILTER (WHERE r.due_at > :since
                                                  AND d.outcome = 'DONE' AND NOT d.late) AS on_time,
                               count(*) FILTER (WHERE NOT r.accounted AND r.due_at <= :now) AS missed
                          FROM control_run r LEFT JOIN control_record d ON d.run = r.id
                         WHERE r.unit = ANY (:units)
                           AND (r.due_at > :since OR r.next_look_at IS NOT NULL)
                        """)
                .param("units", numbers(units))
                .param("since", at(since))
                .param("now", at(now))
                .query((rs, _) ->
                        new Score(rs.getLong("due"), rs.getLong("on_time"), rs.getLong("missed")))
                .single();
    }

    /** The last run of each control of {@code units} that has not ended. */
    public List<Row> last(Collection<OrgNumber> units) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE c.unit = ANY (?) AND c.ended_at IS NULL
                                   AND r.id = (SELECT n.id FROM control_run n WHERE n.control = c.id
                                                ORDER BY n.due_at DESC, n.id DESC LIMIT 1)
                                """)
                .param(numbers(units))
                .query((rs, _) -> row(rs))
                .list();
    }

    /** Those that are to be looked at. */
    public List<UUID> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT id FROM control_run WHERE next_look_at <= ?
                         ORDER BY next_look_at, id LIMIT ?
                        """)
                .param(at(now))
                .param(limit)
                .query((rs, _) -> uuid(rs, "id"))
                .list();
    }

    /** One run. */
    public Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE r.id = ?").param(id).query((rs, _) -> row(rs)).optional();
    }

    /** The letters that were on the list when it was accounted for. */
    public List<LetterId> letters(UUID run) {
        return jdbc.sql("SELECT letter FROM control_letter WHERE run = ? ORDER BY position")
                .param(run)
                .query((rs, _) -> new LetterId(uuid(rs, "letter")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Question question) {
        return jdbc.sql(sql)
                .param("units", numbers(question.units()))
                .param("control", question.control().orElse(null))
                .param("since", at(question.lately().map(Span::since)))
                .param("until", at(question.lately().map(Span::until)))
                .param("open", question.open());
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                new Run(
                        uuid(rs, "id"),
                        Controls.control(rs),
                        instant(rs, "planned_at"),
                        instant(rs, "opened_at"),
                        instant(rs, "due_at"),
                        maybeUuid(rs, "owner").map(PersonId::new),
                        maybeInstant(rs, "next_look_at"),
                        maybeInstant(rs, "missed_at"),
                        maybeInstant(rs, "escalated_at").isPresent()),
                rs.getString("unit_name"),
                rs.getString("responsible_name"),
                maybeString(rs, "deputy_name"),
                maybeString(rs, "owner_name"),
                rs.getInt("skipped"),
                account(rs));
    }

    private static Optional<Account> account(ResultSet rs) throws SQLException {
        Optional<Instant> at = maybeInstant(rs, "accounted_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Account(
                        at.get(),
                        new PersonId(uuid(rs, "accounted_by")),
                        rs.getString("accounted_name"),
                        Outcome.valueOf(rs.getString("outcome")),
                        rs.getBoolean("late"),
                        new Run.Found(
                                rs.getLong("found"),
                                rs.getBoolean("more"),
                                rs.getLong("places"),
                                maybeInstant(rs, "oldest"),
                                List.of()),
                        rs.getString("remark")));
    }
}
