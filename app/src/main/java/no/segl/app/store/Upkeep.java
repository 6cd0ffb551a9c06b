package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.names;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the work that falls due is getting on, for whoever watches from outside. */
public final class Upkeep {

    private final JdbcClient jdbc;
    private final String[] channels;

    /**
     * @param channels the ways out for notices that there are
     */
    public Upkeep(JdbcClient jdbc, Set<Notice.Channel> channels) {
        this.jdbc = jdbc;
        this.channels = channels.stream().map(Enum::name).toArray(String[]::new);
    }

    /**
     * Asks the database for as little as there is.
     *
     * @throws org.springframework.dao.DataAccessException if it does not answer
     */
    public void check() {
        jdbc.sql("SELECT 1").query(Integer.class).single();
    }

    /**
     * What time it is by the clock of the database.
     *
     * @throws org.springframework.dao.DataAccessException if it does not answer
     */
    public Instant databaseTime() {
        return jdbc.sql("SELECT clock_timestamp() AS at")
                .query((rs, _) -> Columns.instant(rs, "at"))
                .single();
    }

    /** The kinds of scheduled work whose latest round failed, by name. */
    public List<String> failing() {
        return jdbc.sql(
                        """
                        SELECT task_name FROM scheduled_tasks WHERE consecutive_failures > 0
                         ORDER BY task_name
                        """)
                .query((rs, _) -> rs.getString("task_name"))
                .list();
    }

    /** When the last notice went out that way, of the last few thousand; empty if none did. */
    public Optional<Instant> lastSent(String channel) {
        return jdbc.sql(
                        """
                        SELECT max(sent_at) AS at
                          FROM (SELECT channel, sent_at FROM notice ORDER BY id DESC LIMIT 5000) n
                         WHERE channel = ?
                        """)
                .param(channel)
                .query((rs, _) -> Columns.maybeInstant(rs, "at"))
                .single();
    }

    /**
     * Letters whose look should have been taken and has not, for health.
     *
     * @param letters those that nobody has been told of
     * @param stuck those that are a case, since looking at them fails again and again
     */
    public record Overdue(long letters, long stuck) {}

    /** What should have been looked at before {@code moment}. */
    public Overdue overdue(Instant moment) {
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE NOT stuck) AS letters,
                               count(*) FILTER (WHERE stuck) AS stuck
                          FROM (SELECT EXISTS (SELECT 1 FROM matter m
                                                WHERE m.letter = l.id AND m.reason = 'LOOK_FAILED'
                                                  AND m.closed_at IS NULL) AS stuck
                                  FROM letter l WHERE next_look_at < ?) late
                        """)
                .param(at(moment))
                .query((rs, _) -> new Overdue(rs.getLong("letters"), rs.getLong("stuck")))
                .single();
    }

    /** Controls that should have been opened, or raised again, before {@code moment}. */
    public long controls(Instant moment) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM control WHERE ended_at IS NULL AND next_at < :at)
                             + (SELECT count(*) FROM control_run WHERE next_look_at < :at)
                        """)
                .param("at", at(moment))
                .query(Long.class)
                .single();
    }

    /**
     * What has failed so often that somebody must know, and nobody has been told of.
     *
     * @param cases those whose time has passed, or whose owner is gone, and that cannot be raised
     *     again or given back
     * @param contents letters whose content should be destroyed, and is not
     * @param notices those that have gone out or failed again and again, and nothing of it can be
     *     written down
     * @param jobs print jobs of letters that nobody has opened, of which nothing has come for so
     *     long that each should be a case, and none is
     */
    public record Stuck(long cases, long contents, long notices, long jobs) {}

    /**
     * What has failed more than {@code failures} times in a row. Content that must still be there,
     * since a case about paper is open, has not failed.
     *
     * @param lost notices ordered before that should have come to an end
     * @param silent print jobs ordered before that should have, or be a case
     */
    public Stuck stuck(int failures, Instant lost, Instant silent, Instant now) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM matter
                                 WHERE closed_at IS NULL AND attempts > :failures) AS cases,
                               (SELECT count(*) FROM letter l
                                 WHERE destroy_at <= :now AND attempts > :failures
                                   AND NOT EXISTS (SELECT 1 FROM matter m
                                                    WHERE m.letter = l.id AND m.closed_at IS NULL
                                                      AND m.reason = ANY (:paper))) AS contents,
                               (SELECT count(*) FROM notice
                                 WHERE state = 'ORDERED' AND ordered_at < :lost
                                   AND attempts > :failures) AS notices,
                               (SELECT count(*) FROM print_job p JOIN letter l ON l.id = p.letter
                                 WHERE p.next_at IS NOT NULL AND p.ordered_at < :silent
                                   AND p.tries > :failures AND l.state = 'AVAILABLE'
                                   AND NOT EXISTS (SELECT 1 FROM matter m
                                                    WHERE m.letter = l.id
                                                      AND m.raised_at >= p.ordered_at
                                                      AND m.reason = ANY (:paper))) AS jobs
                        """)
                .param("failures", failures)
                .param("lost", at(lost))
                .param("silent", at(silent))
                .param("now", at(now))
                .param(
                        "paper",
                        Arrays.stream(Matter.Reason.values())
                                .filter(Matter.Reason::isOfPaper)
                                .map(Enum::name)
                                .toArray(String[]::new))
                .query((rs, _) ->
                        new Stuck(
                                rs.getLong("cases"),
                                rs.getLong("contents"),
                                rs.getLong("notices"),
                                rs.getLong("jobs")))
                .single();
    }

    /**
     * A unit with open cases that wait for nobody.
     *
     * @param side at which end of the letters it is
     * @param somebody whether somebody there answers for them, and has no address that works
     * @param alone since when there has been one there of a letter of which nobody is told at its
     *     other end, either; empty if there is none
     */
    public record Unanswered(
            OrgNumber unit, Side side, long cases, boolean somebody, Optional<Instant> alone) {}

    /** Units with open cases that nobody answers for, or nobody can be told of. */
    public List<Unanswered> unanswered(Instant now) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE waiting AS (
                            SELECT side, unit, count(*) AS cases FROM matter
                             WHERE closed_at IS NULL GROUP BY side, unit
                        ), up (side, unit, number, parent, depth) AS (
                            SELECT w.side, w.unit, u.number, u.parent, 0
                              FROM waiting w JOIN unit u ON u.number = w.unit
                            UNION ALL
                            SELECT up.side, up.unit, p.number, p.parent, up.depth + 1
                              FROM up JOIN unit p ON p.number = up.parent
                             WHERE up.depth < 20
                        ), answering AS (
                            SELECT DISTINCT up.side, up.unit, g.person
                              FROM up JOIN grants_at(:now) g ON g.unit = up.number
                             WHERE g.power = ANY (CASE up.side
                                       WHEN 'SENDER' THEN CAST(:senders AS text[])
                                       ELSE CAST(:recipients AS text[]) END)
                        ), reached AS (
                            SELECT side, unit FROM up
                              JOIN contact c ON c.addressee = 'unit:' || up.number
                             WHERE c.refused_at IS NULL AND c.channel = ANY (:channels)
                            UNION
                            SELECT side, unit FROM answering a
                              JOIN contact c ON c.addressee = 'person:' || a.person
                             WHERE c.refused_at IS NULL AND c.channel = ANY (:channels)
                        ), heard AS (
                            SELECT side, unit FROM answering INTERSECT SELECT side, unit FROM reached
                        )
                        SELECT w.*, (w.side, w.unit) IN (SELECT side, unit FROM answering) AS somebody,
                               (SELECT min(m.raised_at) FROM matter m
                                 WHERE m.side = w.side AND m.unit = w.unit AND m.closed_at IS NULL
                                   AND NOT EXISTS (
                                       SELECT 1 FROM matter o
                                        WHERE o.letter = m.letter AND o.closed_at IS NULL
                                          AND (o.side, o.unit) IN (SELECT side, unit FROM heard))
                               ) AS alone
                          FROM waiting w
                         WHERE (w.side, w.unit) NOT IN (SELECT side, unit FROM heard)
                         ORDER BY w.unit, w.side
                        """)
                .param("senders", names(Matter.answeredBy(Side.SENDER)))
                .param("recipients", names(Matter.answeredBy(Side.RECIPIENT)))
                .param("channels", channels)
                .param("now", at(now))
                .query((rs, _) ->
                        new Unanswered(
                                new OrgNumber(rs.getString("unit")),
                                Side.valueOf(rs.getString("side")),
                                rs.getLong("cases"),
                                rs.getBoolean("somebody"),
                                Columns.maybeInstant(rs, "alone")))
                .list();
    }
}
