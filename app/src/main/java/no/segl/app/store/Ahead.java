package no.segl.app.store;

import static no.segl.app.store.Columns.at;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lies further ahead than any rule puts it: a node wrote it whose clock was wrong. It is made
 * due at once, so that it is decided on anew by the time that is right.
 */
public final class Ahead {

    private final JdbcClient jdbc;

    public Ahead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From when on what is due lies too far ahead.
     *
     * @param claims the end of claims: of letters and of cases
     */
    public record Bounds(
            Instant looks, Instant cases, Instant notices, Instant jobs, Instant claims) {}

    /** How many there were of each. */
    public record Brought(int letters, int cases, int notices, int jobs) {

        /** How many in all. */
        public int all() {
            return letters + cases + notices + jobs;
        }
    }

    /** Makes due at {@code now} what lies beyond {@code bounds}. */
    public Brought bring(Bounds bounds, Instant now) {
        return new Brought(
                jdbc.sql(
                                """
                                UPDATE letter
                                   SET next_look_at = least(next_look_at, :now),
                                       next_look_reason = CASE WHEN next_look_at > :now THEN 'ANEW'
                                                               ELSE next_look_reason END,
                                       claimed_until = NULL
                                 WHERE next_look_at > :looks
                                    OR (next_look_at <= :now AND claimed_until > :claims)
                                """)
                        .param("now", at(now))
                        .param("looks", at(bounds.looks()))
                        .param("claims", at(bounds.claims()))
                        .update(),
                jdbc.sql(
                                """
                                UPDATE matter
                                   SET due_at = CASE WHEN due_at > :cases THEN :now ELSE due_at END,
                                       claimed_until = NULL
                                 WHERE closed_at IS NULL
                                   AND (due_at > :cases OR claimed_until > :claims)
                                """)
                        .param("now", at(now))
                        .param("cases", at(bounds.cases()))
                        .param("claims", at(bounds.claims()))
                        .update(),
                jdbc.sql(
                                """
                                UPDATE notice SET next_attempt_at = :now
                                 WHERE state = 'ORDERED' AND next_attempt_at > :notices
                                """)
                        .param("now", at(now))
                        .param("notices", at(bounds.notices()))
                        .update(),
                jdbc.sql("UPDATE print_job SET next_at = :now WHERE next_at > :jobs")
                        .param("now", at(now))
                        .param("jobs", at(bounds.jobs()))
                        .update());
    }

    /** Puts away rounds that were written down for later than {@code latest}. */
    public int forgetRounds(Instant latest) {
        return jdbc.sql("DELETE FROM work_round WHERE last_at > ?").param(at(latest)).update();
    }

    /**
     * Brings nearer work that a scheduler put off for more than a week, which none does, by the
     * clock of the database.
     */
    public int wake() {
        return jdbc.sql(
                        """
                        UPDATE scheduled_tasks SET execution_time = now(), version = version + 1
                         WHERE NOT picked AND execution_time > now() + interval '8 days'
                        """)
                .update();
    }
}
