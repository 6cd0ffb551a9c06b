package no.segl.app.store;

import static no.segl.app.store.Columns.uuid;

import java.util.HashSet;
import java.util.Set;
import no.segl.core.deadline.Situation;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed in letters for their named case workers, and whether they have read it. */
public final class Seals {

    private final JdbcClient jdbc;
    private final ChaseRows rows;

    public Seals(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new ChaseRows(jdbc);
    }

    /** The sealed documents of a letter that nobody has read, while they can be read. */
    public Set<DocumentId> unread(LetterId letter) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT d.id FROM document d JOIN letter l ON l.id = d.letter
                                 WHERE d.letter = ? AND d.sealed AND l.destroyed_at IS NULL
                                   AND NOT EXISTS (
                                       SELECT 1 FROM ledger_entry e
                                        WHERE e.subject = ? AND e.type = 'DocumentRead'
                                          AND e.fact->>'document' = d.id::text)
                                """)
                        .param(letter.value())
                        .param("letter:" + letter)
                        .query((rs, _) -> new DocumentId(uuid(rs, "id")))
                        .list());
    }

    /** What a letter is a case for, and has not been closed. */
    public Set<Situation.Raised> cases(LetterId letter) {
        return rows.cases(letter);
    }

    /** Whether something sealed in a letter is unread, and nobody has answered for that. */
    public boolean isWaiting(LetterId letter) {
        return !unread(letter).isEmpty() && !isAnsweredFor(letter);
    }

    private boolean isAnsweredFor(LetterId letter) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM matter
                                        WHERE letter = ? AND reason = 'SEALED_UNREAD'
                                          AND closed_at IS NOT NULL)
                        """)
                .param(letter.value())
                .query(Boolean.class)
                .single();
    }
}
