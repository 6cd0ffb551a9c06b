package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.webhook.Delivering.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Webhooks whose events are behind the feed, one at a time for whoever claims it. Whatever is
 * written of one is written only while the claim holds: an end or a beginning anew takes it away.
 */
public final class DueWebhooks {

    private final JdbcClient jdbc;

    public DueWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that was claimed.
     *
     * @param standing of the event that is next
     * @param takenAt when something was last taken there, or else when it was made
     */
    public record Claim(
            UUID webhook,
            UUID claim,
            OrgNumber unit,
            String address,
            boolean received,
            long position,
            String mark,
            Standing standing,
            Instant takenAt) {}

    /** An event, as far as it is written down that it was set aside. */
    public record Event(long position, String mark, String id, LetterId letter, String type) {}

    /** Claims one that is due and behind {@code end}. */
    public Optional<Claim> claim(Instant now, Duration held, long end) {
        return jdbc.sql(
                        """
                        UPDATE webhook SET claim = gen_random_uuid(), claimed_until = :until
                         WHERE id = (SELECT id FROM webhook
                                      WHERE ended_at IS NULL AND next_at <= :now
                                        AND position <> :end
                                        AND (claimed_until IS NULL OR claimed_until <= :now)
                                      ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("now", at(now))
                .param("until", at(now.plus(held)))
                .param("end", end)
                .query((rs, _) ->
                        new Claim(
                                uuid(rs, "id"),
                                uuid(rs, "claim"),
                                new OrgNumber(rs.getString("unit")),
                                rs.getString("address"),
                                rs.getBoolean("received"),
                                rs.getLong("position"),
                                rs.getString("mark"),
                                new Standing(
                                        rs.getInt("failures"), maybeInstant(rs, "failing_since")),
                                maybeInstant(rs, "taken_at").orElse(instant(rs, "made_at"))))
                .optional();
    }

    /** What comes next; says whether the claim still held. */
    public boolean taken(Claim claim, long position, String mark, Instant now) {
        boolean held =
                jdbc.sql(
                                        """
                                        UPDATE webhook
                                           SET position = ?, mark = ?, taken_at = ?, failures = 0,
                                               failing_since = NULL, silent_since = NULL,
                                               last_fault = NULL
                                         WHERE id = ? AND claim = ?
                                        """)
                                .param(position)
                                .param(mark)
                                .param(at(now))
                                .param(claim.webhook())
                                .param(claim.claim())
                                .update()
                        == 1;
        // What had been set aside, and was sent anew, is there now.
        jdbc.sql("DELETE FROM webhook_aside WHERE webhook = ? AND position = ?")
                .param(claim.webhook())
                .param(position)
                .update();
        return held;
    }

    /** The event that is next is tried again at {@code again}; the claim is given back. */
    public void failed(Claim claim, String fault, Instant now, Instant again) {
        jdbc.sql(
                        """
                        UPDATE webhook
                           SET failures = failures + 1, failing_since = coalesce(failing_since, :now),
                               silent_since = coalesce(silent_since, :now), last_fault = :fault,
                               next_at = :again, claim = NULL, claimed_until = NULL
                         WHERE id = :webhook AND claim = :claim
                        """)
                .param("now", at(now))
                .param("again", at(again))
                .param("fault", fault)
                .param("webhook", claim.webhook())
                .param("claim", claim.claim())
                .update();
    }

    /** The event is set aside, and the next one's turn comes; says whether the claim still held. */
    public boolean setAside(Claim claim, Event event, String fault, Instant now) {
        return jdbc.sql(
                                """
                                WITH moved AS (
                                    UPDATE webhook w
                                       SET position = :position, mark = :mark, failures = 0,
                                           failing_since = NULL, last_fault = :fault,
                                           silent_since = coalesce(w.silent_since, :now)
                                      FROM (SELECT id, failures FROM webhook
                                             WHERE id = :webhook FOR UPDATE) was
                                     WHERE w.id = was.id AND w.claim = :claim
                                    RETURNING w.id, was.failures
                                )
                                INSERT INTO webhook_aside (webhook, position, mark, event, letter,
                                       type, at, failures, fault)
                                SELECT id, :position, :mark, :event, :letter, :type, :now,
                                       failures + 1, :fault
                                  FROM moved
                                ON CONFLICT (webhook, position) DO UPDATE
                                   SET at = excluded.at, failures = excluded.failures,
                                       fault = excluded.fault
                                """)
                        .param("position", event.position())
                        .param("mark", event.mark())
                        .param("event", event.id())
                        .param("letter", event.letter().value())
                        .param("type", event.type())
                        .param("fault", fault)
                        .param("now", at(now))
                        .param("webhook", claim.webhook())
                        .param("claim", claim.claim())
                        .update()
                == 1;
    }

    /** It has been read up to there; the claim is given back. */
    public void left(Claim claim, long position, String mark, Instant next) {
        jdbc.sql(
                        """
                        UPDATE webhook
                           SET position = ?, mark = ?, next_at = ?, claim = NULL,
                               claimed_until = NULL
                         WHERE id = ? AND claim = ?
                        """)
                .param(position)
                .param(mark)
                .param(at(next))
                .param(claim.webhook())
                .param(claim.claim())
                .update();
    }
}
