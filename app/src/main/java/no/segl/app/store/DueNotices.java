package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notices that are to go out. A claim is one statement, stores the attempt before it is made, and
 * lapses by itself if the node that took it dies.
 */
public final class DueNotices {

    private static final Logger LOG = LoggerFactory.getLogger(DueNotices.class);

    private static final String REACHED =
            """
               AND (addressee = :owner OR letter IN (
                    SELECT id FROM letter WHERE state = 'AVAILABLE'
                       AND (recipient IN (SELECT number FROM down)
                         OR sender IN (SELECT number FROM down))))
            """;

    /** How many are claimed at once, however many there are: what a node can have in hand. */
    private static final int MOST = 5_000;

    private final JdbcClient jdbc;

    public DueNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A notice that has been claimed.
     *
     * @param attempts how many times it has been tried, with the one it was claimed for
     * @param rules the version of the rule table that its letter follows
     * @param recipient the unit whose letter it is about
     * @param availableAt when the letter became available; when it was accepted, if it is not
     * @param nextLook when it is looked at next; empty if it is closed
     */
    public record Due(
            UUID id,
            LetterId letter,
            Notice.Kind kind,
            Notice.To to,
            Instant orderedAt,
            int attempts,
            int rules,
            OrgNumber recipient,
            String recipientName,
            Instant availableAt,
            Optional<Instant> nextLook) {}

    /**
     * Claims what is due for at most {@code addressees} of those who have waited longest: all that
     * is due for each, so that it can go in one message, up to some thousands, the oldest first.
     *
     * <p>One that is claimed again, since nothing was written of what came of it, is kept twice as
     * long each time: it may go out each time.
     *
     * @param due what was due then
     * @param now when the claim begins
     * @param claim how long the first lasts; no claim lasts longer than six hours more
     */
    public List<Due> claim(Instant due, Instant now, Duration claim, int addressees) {
        return jdbc
                .sql(
                        """
                        WITH who AS (
                            SELECT addressee
                              FROM (SELECT addressee, next_attempt_at FROM notice
                                     WHERE state = 'ORDERED' AND next_attempt_at <= :due
                                     ORDER BY next_attempt_at LIMIT :most) AS first
                             GROUP BY addressee ORDER BY min(next_attempt_at) LIMIT :addressees
                        ), claimed AS (
                            UPDATE notice SET attempts = attempts + 1,
                                   next_attempt_at = CAST(:now AS timestamptz) + least(
                                       CAST(:claim AS interval) * power(2, least(attempts, 10)),
                                       CAST(:claim AS interval) + interval '6 hours')
                             WHERE id IN (
                                SELECT id FROM notice
                                 WHERE state = 'ORDERED' AND next_attempt_at <= :due
                                   AND addressee IN (SELECT addressee FROM who)
                                 ORDER BY next_attempt_at, id LIMIT :most
                                   FOR UPDATE SKIP LOCKED)
                            RETURNING *
                        )
                        SELECT n.id, n.letter, n.kind, n.addressee, n.ordered_at, n.attempts,
                               l.rules, l.recipient, u.name,
                               coalesce(l.available_at, l.accepted_at) AS available_at,
                               l.next_look_at
                          FROM claimed n
                          JOIN letter l ON l.id = n.letter
                          JOIN unit u ON u.number = l.recipient
                         ORDER BY available_at, n.id
                        """)
                .param("due", at(due))
                .param("now", at(now))
                .param("claim", claim.toString())
                .param("addressees", addressees)
                .param("most", MOST)
                .query((rs, _) -> readable(rs))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One that cannot be read stops no other; it stays claimed, and is seen when it is old. */
    private static Optional<Due> readable(ResultSet rs) throws SQLException {
        try {
            return Optional.of(due(rs));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "Notice {} cannot be read ({}); was it made by a later version of Segl?",
                    uuid(rs, "id"),
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    /** Those of {@code notices} that are still to go out: others may have been dropped since. */
    public Set<UUID> wanted(Collection<UUID> notices) {
        return new HashSet<>(
                jdbc.sql("SELECT id FROM notice WHERE id = ANY (?) AND state = 'ORDERED'")
                        .param(notices.toArray(UUID[]::new))
                        .query((rs, _) -> uuid(rs, "id"))
                        .list());
    }

    /** When something of that kind was last sent to an address. */
    public Optional<Instant> lastSent(UUID contact, Notice.Kind kind) {
        return jdbc.sql("SELECT max(sent_at) AS last FROM notice WHERE contact = ? AND kind = ?")
                .param(contact)
                .param(kind.name())
                .query((rs, _) -> Columns.maybeInstant(rs, "last"))
                .single();
    }

    /** Whether something that was tried by that way is still to go out. */
    public boolean waits(Notice.Channel way) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM notice n JOIN contact c ON c.id = n.contact
                                        WHERE n.state = 'ORDERED' AND c.channel = ?)
                        """)
                .param(way.name())
                .query(Boolean.class)
                .single();
    }

    /** Tries it again at {@code next}. */
    public void again(UUID notice, Instant next) {
        again(List.of(notice), next);
    }

    /** Tries all of these again at {@code next}, or keeps their claim until then. */
    public void again(Collection<UUID> notices, Instant next) {
        jdbc.sql(
                        """
                        UPDATE notice SET next_attempt_at = ? WHERE id = ANY (?) AND state = 'ORDERED'
                        """)
                .param(at(next))
                .param(notices.toArray(UUID[]::new))
                .update();
    }

    /** A notice that did not come through, and has not since. */
    public record Lost(LetterId letter, Notice.Kind kind, Notice.To to) {}

    /**
     * Tries at once what waits for an address at which {@code owner} is reached: notices to it, and
     * for a unit those of letters to or from it or what lies beneath.
     *
     * @param claim how long a claim holds: what is nearer may be on its way out just now
     */
    public void retry(Notice.To owner, Instant now, Duration claim) {
        jdbc.sql(
                        Units.DOWN
                                + """
                                UPDATE notice SET next_attempt_at = :now
                                 WHERE state = 'ORDERED' AND next_attempt_at > :far
                                """
                                + REACHED)
                .param("units", units(owner))
                .param("owner", owner.code())
                .param("now", at(now))
                .param("far", at(now.plus(claim)))
                .update();
    }

    /** What did not come through to {@code owner} about open letters, and has not since. */
    public List<Lost> lost(Notice.To owner, int limit) {
        return jdbc.sql(
                        Units.DOWN
                                + """
                                SELECT DISTINCT n.letter, n.kind, n.addressee
                                  FROM notice n JOIN letter l ON l.id = n.letter
                                 WHERE n.state = 'FAILED' AND l.state = 'AVAILABLE'
                                   AND n.kind <> 'SHARED'
                                   AND NOT EXISTS (SELECT 1 FROM notice o
                                        WHERE o.letter = n.letter AND o.addressee = n.addressee
                                          AND o.kind = n.kind AND o.state IN ('ORDERED', 'SENT', 'DELIVERED'))
                                   AND (n.addressee = :owner OR l.recipient IN (SELECT number FROM down)
                                        OR l.sender IN (SELECT number FROM down)
                                           AND n.kind IN ('SENDER_LONG_UNOPENED', 'CASE_WAITING'))
                                 ORDER BY n.letter LIMIT :limit
                                """)
                .param("units", units(owner))
                .param("owner", owner.code())
                .param("limit", limit)
                .query((rs, _) ->
                        new Lost(
                                new LetterId(uuid(rs, "letter")),
                                Notice.Kind.valueOf(rs.getString("kind")),
                                Notice.To.of(rs.getString("addressee"))))
                .list();
    }

    private static String[] units(Notice.To owner) {
        return owner instanceof Notice.To.Unit(var unit)
                ? new String[] {unit.value()}
                : new String[0];
    }

    /** Remembers in which message they went out, for what may come back of it. */
    public void carriedBy(UUID message, UUID contact, Collection<UUID> notices) {
        jdbc.sql("UPDATE notice SET message = ?, contact = ? WHERE id = ANY (?)")
                .param(message)
                .param(contact)
                .param(notices.toArray(UUID[]::new))
                .update();
    }

    /**
     * A notice that went out.
     *
     * @param contact the address it went to
     * @param recipient the unit whose letter it is about
     */
    public record Carried(
            UUID id,
            LetterId letter,
            UUID contact,
            Notice.Kind kind,
            Notice.To to,
            OrgNumber recipient) {}

    /** What went out in one message. */
    public List<Carried> in(UUID message) {
        return jdbc.sql(
                        """
                        SELECT n.id, n.letter, n.contact, n.kind, n.addressee, l.recipient
                          FROM notice n JOIN letter l ON l.id = n.letter
                         WHERE n.message = ?
                        """)
                .param(message)
                .query((rs, _) ->
                        new Carried(
                                uuid(rs, "id"),
                                new LetterId(uuid(rs, "letter")),
                                uuid(rs, "contact"),
                                Notice.Kind.valueOf(rs.getString("kind")),
                                Notice.To.of(rs.getString("addressee")),
                                new OrgNumber(rs.getString("recipient"))))
                .list();
    }

    private static Due due(ResultSet rs) throws SQLException {
        return new Due(
                uuid(rs, "id"),
                new LetterId(uuid(rs, "letter")),
                Notice.Kind.valueOf(rs.getString("kind")),
                Notice.To.of(rs.getString("addressee")),
                instant(rs, "ordered_at"),
                rs.getInt("attempts"),
                rs.getInt("rules"),
                new OrgNumber(rs.getString("recipient")),
                rs.getString("name"),
                instant(rs, "available_at"),
                Columns.maybeInstant(rs, "next_look_at"));
    }
}
