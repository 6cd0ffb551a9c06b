package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.segl.core.day.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * That work which falls due was done, round by round: one row for each kind of work and day in
 * Norway, which says how many rounds there were and the longest that one was waited for.
 */
public final class Rounds {

    private final JdbcClient jdbc;

    public Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One day of one kind of work.
     *
     * @param rounds how many ended well
     * @param last when the last of them ended
     * @param longestGap the longest from the end of one to the end of the next
     */
    public record Day(LocalDate day, String work, int rounds, Instant last, Duration longestGap) {}

    /** A round of {@code work} ended well. */
    public void ended(String work, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO work_round AS r (day, work, rounds, last_at, longest_gap)
                        VALUES (:day, :work, 1, :now,
                                coalesce(greatest(0, extract(epoch FROM :now -
                                    (SELECT max(last_at) FROM work_round
                                      WHERE work = :work AND last_at <= :now))), 0))
                        ON CONFLICT (day, work) DO UPDATE
                           SET rounds = r.rounds + 1,
                               -- What a clock that was ahead wrote is not the last any more.
                               last_at = CASE WHEN r.last_at > excluded.last_at + interval '5 minutes'
                                              THEN excluded.last_at
                                              ELSE greatest(r.last_at, excluded.last_at) END,
                               longest_gap = greatest(r.longest_gap, excluded.longest_gap)
                        """)
                .param("day", now.atZone(WorkingDays.NORWAY).toLocalDate())
                .param("work", work)
                .param("now", at(now))
                .update();
    }

    /** The last round that was written down for later than {@code now}: a clock was wrong. */
    public Optional<Instant> ahead(Instant now) {
        return jdbc.sql("SELECT max(last_at) AS last_at FROM work_round WHERE last_at > ?")
                .param(at(now))
                .query((rs, _) -> Columns.maybeInstant(rs, "last_at"))
                .single();
    }

    /**
     * When a round of {@code work} last ended well; empty if none ever did.
     *
     * @param now what is written down for later than this was written by a clock that was wrong
     */
    public Optional<Instant> last(String work, Instant now) {
        return jdbc.sql(
                        """
                        SELECT last_at FROM work_round WHERE work = ? AND last_at <= ?
                         ORDER BY day DESC LIMIT 1
                        """)
                .param(work)
                .param(at(now))
                .query((rs, _) -> instant(rs, "last_at"))
                .optional();
    }

    /** The last {@code days} days of {@code work}, the newest first. */
    public List<Day> days(String work, int days) {
        return jdbc.sql(
                        """
                        SELECT * FROM work_round WHERE work = ? ORDER BY day DESC LIMIT ?
                        """)
                .param(work)
                .param(days)
                .query((rs, _) ->
                        new Day(
                                rs.getObject("day", LocalDate.class),
                                rs.getString("work"),
                                rs.getInt("rounds"),
                                instant(rs, "last_at"),
                                Duration.ofSeconds(rs.getLong("longest_gap"))))
                .list();
    }
}
