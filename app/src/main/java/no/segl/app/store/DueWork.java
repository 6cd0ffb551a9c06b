package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.ids;
import static no.segl.app.store.Columns.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.vault.WrappedKey;
import no.segl.core.id.LetterId;
import no.segl.core.id.UploadId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is due, asked of the letters themselves. A claim is one statement, taken by one node; if
 * that node dies, the claim lapses and the letter is due again.
 */
public final class DueWork {

    /**
     * That a row is claimed at {@code now}, for {@code claim}: of which nothing came the last time,
     * for twice as long each time, and somewhat longer, up to six hours.
     */
    static final String CLAIMED =
            """
            attempts = attempts + 1,
            claimed_until = CAST(:now AS timestamptz) + least(
                CAST(:claim AS interval) * power(2, least(attempts, 10))
                    * (1 + CASE attempts WHEN 0 THEN 0 ELSE random() / 4 END),
                interval '6 hours')
            """;

    private final JdbcClient jdbc;

    public DueWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody has accepted after {@code time} that the ledger ends where it did. */
    public boolean isRestoredSince(Instant time) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM ledger_entry
                                        WHERE type = 'RestoreAccepted' AND at > ?)
                        """)
                .param(at(time))
                .query(Boolean.class)
                .single();
    }

    /**
     * A letter that is claimed.
     *
     * @param attempts how many times it has been claimed since something last came of it, this time
     *     included
     */
    public record Claim(LetterId letter, int attempts) {}

    /**
     * Claims letters whose next look has come, those longest overdue first. The attempt is written
     * down before it is made. A letter that is claimed again, since nothing came of it the last
     * time, is kept twice as long each time, and somewhat longer: what fails is not tried without
     * pause, nor all at once.
     *
     * @param claim how long the first claim lasts; no claim lasts longer than six hours or so
     */
    public List<Claim> claimLooks(Instant now, Duration claim, int limit) {
        return claim("next_look_at", now, claim, limit);
    }

    /** Claims closed letters whose content is to be destroyed. */
    public List<Claim> claimDestructions(Instant now, Duration claim, int limit) {
        return claim("destroy_at", now, claim, limit);
    }

    private List<Claim> claim(String due, Instant now, Duration claim, int limit) {
        return jdbc.sql(
                        """
                        UPDATE letter SET %2$s
                         WHERE id IN (
                            SELECT id FROM letter
                             WHERE %1$s <= :now AND (claimed_until IS NULL OR claimed_until < :now)
                             ORDER BY %1$s LIMIT :limit
                               FOR UPDATE SKIP LOCKED)
                        RETURNING id, attempts
                        """
                                .formatted(due, CLAIMED))
                .param("now", at(now))
                .param("claim", claim.toString())
                .param("limit", limit)
                .query((rs, _) -> new Claim(new LetterId(uuid(rs, "id")), rs.getInt("attempts")))
                .list();
    }

    /** Those of {@code letters} that have a key, and so content that somebody may read. */
    public Set<LetterId> withKey(Collection<LetterId> letters) {
        UUID[] ids = ids(letters);
        return new HashSet<>(
                jdbc.sql("SELECT letter FROM letter_key WHERE letter = ANY (?)")
                        .param(ids)
                        .query((rs, _) -> new LetterId(uuid(rs, "letter")))
                        .list());
    }

    /** Those of {@code letters} that there are, whether or not their content is. */
    public Set<LetterId> there(Collection<LetterId> letters) {
        UUID[] ids = ids(letters);
        return new HashSet<>(
                jdbc.sql("SELECT id FROM letter WHERE id = ANY (?)")
                        .param(ids)
                        .query((rs, _) -> new LetterId(uuid(rs, "id")))
                        .list());
    }

    /** Those of {@code uploads} that there are. */
    public Set<UploadId> known(Collection<UploadId> uploads) {
        UUID[] ids = uploads.stream().map(UploadId::value).toArray(UUID[]::new);
        return new HashSet<>(
                jdbc.sql("SELECT id FROM upload WHERE id = ANY (?)")
                        .param(ids)
                        .query((rs, _) -> new UploadId(uuid(rs, "id")))
                        .list());
    }

    /** A letter whose data key is wrapped. */
    public record Keyed(LetterId letter, WrappedKey key) {}

    /**
     * Letters whose data key is not wrapped by {@code keyId}, in the order of their ids.
     *
     * @param after only those after this one
     */
    public List<Keyed> wrappedByOthers(String keyId, Optional<LetterId> after, int limit) {
        return jdbc.sql(
                        """
                        SELECT letter, key_id, wrapped FROM letter_key
                         WHERE key_id <> :key AND (:after::uuid IS NULL OR letter > :after)
                         ORDER BY letter LIMIT :limit
                        """)
                .param("key", keyId)
                .param("after", after.map(LetterId::value).orElse(null))
                .param("limit", limit)
                .query((rs, _) ->
                        new Keyed(
                                new LetterId(uuid(rs, "letter")),
                                new WrappedKey(rs.getString("key_id"), rs.getBytes("wrapped"))))
                .list();
    }

    /** Puts a key that was wrapped anew in the place of the old one, if that still stands. */
    public void rewrapped(LetterId letter, WrappedKey before, WrappedKey after) {
        jdbc.sql(
                        """
                        UPDATE letter_key SET key_id = ?, wrapped = ?
                         WHERE letter = ? AND key_id = ?
                        """)
                .param(after.keyId())
                .param(after.bytes())
                .param(letter.value())
                .param(before.keyId())
                .update();
    }
}
