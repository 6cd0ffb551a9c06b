package no.segl.app.store;

import static no.segl.app.store.Columns.instant;
import static no.segl.app.store.Columns.maybeInstant;
import static no.segl.app.store.Columns.maybeString;
import static no.segl.app.store.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.vault.WrappedKey;
import no.segl.core.id.Digest;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Document;
import no.segl.core.letter.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What only a reader may see of a letter, apart from the bytes themselves. Ask for it only after
 * {@code Reading} has granted it.
 */
public final class LetterContents {

    private final JdbcClient jdbc;

    public LetterContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The inside of a letter. */
    public record Inside(
            String title,
            Optional<String> sendersReference,
            Optional<String> caseNumber,
            Optional<String> caseWorker,
            Instant availableAt,
            Optional<Instant> openedAt,
            List<Document> documents) {}

    /**
     * The inside of {@code letter}, which has been available; empty once the content is destroyed.
     */
    public Optional<Inside> find(LetterId letter) {
        return jdbc.sql(
                        """
                        SELECT d.title, d.senders_reference, d.case_number, d.case_worker,
                               l.available_at, l.opened_at
                          FROM letter l JOIN dispatch d ON d.id = l.dispatch
                         WHERE l.id = ? AND l.destroyed_at IS NULL
                        """)
                .param(letter.value())
                .query((rs, _) ->
                        new Inside(
                                rs.getString("title"),
                                maybeString(rs, "senders_reference"),
                                maybeString(rs, "case_number"),
                                maybeString(rs, "case_worker"),
                                instant(rs, "available_at"),
                                maybeInstant(rs, "opened_at"),
                                documents(letter)))
                .optional();
    }

    /** The documents of {@code letter}, in the sender's order. */
    public List<Document> documents(LetterId letter) {
        return jdbc.sql("SELECT * FROM document WHERE letter = ? ORDER BY position")
                .param(letter.value())
                .query((rs, _) -> document(rs))
                .list();
    }

    /** One document. */
    public Optional<Document> document(LetterId letter, DocumentId id) {
        return jdbc.sql("SELECT * FROM document WHERE letter = ? AND id = ?")
                .param(letter.value())
                .param(id.value())
                .query((rs, _) -> document(rs))
                .optional();
    }

    /** The letter's data key, wrapped; empty once the content is destroyed. */
    public Optional<WrappedKey> key(LetterId letter) {
        return jdbc.sql("SELECT key_id, wrapped FROM letter_key WHERE letter = ?")
                .param(letter.value())
                .query((rs, _) -> new WrappedKey(rs.getString("key_id"), rs.getBytes("wrapped")))
                .optional();
    }

    private static Document document(ResultSet rs) throws SQLException {
        return new Document(
                new DocumentId(uuid(rs, "id")),
                rs.getString("name"),
                new MediaType(rs.getString("media_type")),
                rs.getLong("size"),
                Digest.ofRaw(rs.getBytes("sha256")),
                rs.getBoolean("sealed"));
    }
}
