package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeUuid;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.vault.ObjectName;
import no.segl.app.vault.WrappedKey;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.UploadId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Uploads that no letter has taken in yet. They belong to no letter, so no ledger speaks of them.
 */
public final class UploadRows {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    public UploadRows(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * An upload.
     *
     * @param client the machine that began it: nobody else may see it
     * @param metadata what the client said of it, as it said it
     * @param length what was announced, in bytes
     * @param received how far it has come, in bytes
     * @param key its data key, wrapped
     */
    public record Upload(
            UploadId id,
            OrgNumber organisation,
            String client,
            String name,
            String mediaType,
            String metadata,
            long length,
            long received,
            Instant expiresAt,
            WrappedKey key) {

        public boolean isFinished() {
            return received == length;
        }
    }

    /**
     * Keeps a new upload, unless its machine's would then be announced to have more than {@code
     * most} bytes together. One machine's are begun one at a time, or several at once would each
     * find room.
     *
     * @return whether there was room
     */
    public boolean begin(Upload upload, long most) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 1))")
                            .param(upload.organisation().value())
                            .param(upload.client())
                            .query((_, _) -> 0)
                            .single();
                    if (open(upload.organisation(), upload.client()) + upload.length() > most) {
                        return false;
                    }
                    insert(upload);
                    return true;
                }));
    }

    private void insert(Upload upload) {
        jdbc.sql(
                        """
                        INSERT INTO upload (id, organisation, client, name, media_type,
                            metadata, length, expires_at, key_id, wrapped)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(upload.id().value())
                .param(upload.organisation().value())
                .param(upload.client())
                .param(upload.name())
                .param(upload.mediaType())
                .param(upload.metadata())
                .param(upload.length())
                .param(at(upload.expiresAt()))
                .param(upload.key().keyId())
                .param(upload.key().bytes())
                .update();
    }

    /** The announced length of all uploads of one machine together, in bytes. */
    private long open(OrgNumber organisation, String client) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(length), 0) FROM upload
                         WHERE organisation = ? AND client = ?
                        """)
                .param(organisation.value())
                .param(client)
                .query(Long.class)
                .single();
    }

    public Optional<Upload> find(UploadId id) {
        return jdbc.sql("SELECT * FROM upload WHERE id = ?")
                .param(id.value())
                .query((rs, _) ->
                        new Upload(
                                new UploadId(uuid(rs, "id")),
                                new OrgNumber(rs.getString("organisation")),
                                rs.getString("client"),
                                rs.getString("name"),
                                rs.getString("media_type"),
                                rs.getString("metadata"),
                                rs.getLong("length"),
                                rs.getLong("received"),
                                instant(rs, "expires_at"),
                                new WrappedKey(rs.getString("key_id"), rs.getBytes("wrapped"))))
                .optional();
    }

    /** The pieces' names in the vault, in order. */
    public List<ObjectName> pieces(UploadId id) {
        return jdbc.sql("SELECT start, writer FROM upload_piece WHERE upload = ? ORDER BY start")
                .param(id.value())
                .query((rs, _) -> ObjectName.of(id, rs.getLong("start"), maybeUuid(rs, "writer")))
                .list();
    }

    /** Takes the upload for one writer; false if another has it. */
    public boolean lease(UploadId id, UUID lease, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                UPDATE upload SET leased_by = ?, leased_until = ?
                                 WHERE id = ? AND (leased_until IS NULL OR leased_until < ?)
                                """)
                        .param(lease)
                        .param(at(until))
                        .param(id.value())
                        .param(at(now))
                        .update()
                == 1;
    }

    public void release(UploadId id, UUID lease) {
        jdbc.sql(
                        """
                        UPDATE upload SET leased_by = NULL, leased_until = NULL
                         WHERE id = ? AND leased_by = ?
                        """)
                .param(id.value())
                .param(lease)
                .update();
    }

    /**
     * A piece lies sealed, under a name with the lease in it; false if the lease was lost, and then
     * nothing is written.
     */
    public boolean received(
            UploadId id, UUID lease, long start, long size, Instant leasedUntil, Instant expires) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    int updated =
                            jdbc.sql(
                                            """
                                            UPDATE upload SET received = ?,
                                                leased_until = ?, expires_at = ?
                                             WHERE id = ? AND leased_by = ?
                                               AND received = ?
                                            """)
                                    .param(start + size)
                                    .param(at(leasedUntil))
                                    .param(at(expires))
                                    .param(id.value())
                                    .param(lease)
                                    .param(start)
                                    .update();
                    if (updated == 1) {
                        jdbc.sql(
                                        """
                                        INSERT INTO upload_piece (upload, start, size, writer)
                                        VALUES (?, ?, ?, ?)
                                        """)
                                .param(id.value())
                                .param(start)
                                .param(size)
                                .param(lease)
                                .update();
                    }
                    return updated == 1;
                }));
    }

    public void delete(UploadId id) {
        jdbc.sql("DELETE FROM upload WHERE id = ?").param(id.value()).update();
    }

    /** Uploads whose time is over and that nobody is writing to. */
    public List<UploadId> expired(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT id FROM upload
                         WHERE expires_at < ? AND (leased_until IS NULL OR leased_until < ?)
                         ORDER BY expires_at LIMIT ?
                        """)
                .param(at(now))
                .param(at(now))
                .param(limit)
                .query((rs, _) -> new UploadId(uuid(rs, "id")))
                .list();
    }
}
