package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;
import no.segl.core.id.PrintJobId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Print jobs with something to be done, or that have been silent for too long. A claim is one
 * statement, and lapses by itself if the node that took it dies.
 */
public final class DuePrints {

    private final JdbcClient jdbc;

    public DuePrints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A job that has been claimed.
     *
     * @param tries how often it was claimed since it last came further, with this time
     * @param until when the claim lapses
     */
    public record Due(PrintJobId job, LetterId letter, int tries, Instant until) {}

    /**
     * Claims at most {@code most} of those that have waited longest.
     *
     * @param until when the claim lapses
     */
    public List<Due> claim(Instant now, Instant until, int most) {
        return jdbc.sql(
                        """
                        UPDATE print_job SET tries = tries + 1, next_at = :until
                         WHERE id IN (
                            SELECT id FROM print_job WHERE next_at <= :now
                             ORDER BY next_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, letter, tries, next_at
                        """)
                .param("now", at(now))
                .param("until", at(until))
                .param("most", most)
                .query((rs, _) ->
                        new Due(
                                new PrintJobId(uuid(rs, "id")),
                                new LetterId(uuid(rs, "letter")),
                                rs.getInt("tries"),
                                instant(rs, "next_at")))
                .list();
    }

    /**
     * Looks at it again at {@code next}; {@code tries} counts on. What has happened to the job
     * since it was claimed decides for itself when it is looked at: a stop that was asked meanwhile
     * must not wait.
     */
    public void again(Due due, Instant next) {
        jdbc.sql("UPDATE print_job SET next_at = ?, tries = ? WHERE id = ? AND next_at = ?")
                .param(at(next))
                .param(due.tries())
                .param(due.job().value())
                .param(at(due.until()))
                .update();
    }

    /**
     * Makes the next attempt at {@code next}, or asks then what became of the last; {@code tries}
     * counts on. Nothing happens if it has come further.
     */
    public void afterAttempt(Due due, Instant next) {
        jdbc.sql(
                        """
                        UPDATE print_job SET next_at = ?, tries = ?
                         WHERE id = ? AND state IN ('ORDERED', 'HANDING_OVER')
                        """)
                .param(at(next))
                .param(due.tries())
                .param(due.job().value())
                .update();
    }

    /** That nothing more is to be done for a job, which has ended. */
    public void forgotten(PrintJobId job) {
        jdbc.sql(
                        """
                        UPDATE print_job SET next_at = NULL
                         WHERE id = ? AND state IN ('POSTED', 'FAILED', 'STOPPED')
                        """)
                .param(job.value())
                .update();
    }

    /** The letter that a job is for; empty if there is no such job. */
    public Optional<LetterId> letter(PrintJobId job) {
        return jdbc.sql("SELECT letter FROM print_job WHERE id = ?")
                .param(job.value())
                .query((rs, _) -> new LetterId(uuid(rs, "letter")))
                .optional();
    }
}
