package no.segl.app.store;

import static java.util.Objects.requireNonNull;
import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.store.Changes.Act;
import no.segl.app.vault.WrappedKey;
import no.segl.core.deadline.Rules;
import no.segl.core.id.Digest;
import no.segl.core.id.DispatchId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Content;
import no.segl.core.letter.Document;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.Sending;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dispatches, their documents' names, and the letters' keys, as rows. */
final class DispatchRows {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    DispatchRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * Claims the idempotency key for this dispatch. If the sender has used it, nothing is written
     * and the earlier dispatch is given back; if another transaction is just using it, this one
     * waits for its end.
     */
    Optional<Sending.Earlier> claim(
            Sending.Command command, String idempotencyKey, Digest digest, Instant now) {
        Content content = command.content();
        int inserted =
                jdbc.sql(
                                """
                                INSERT INTO dispatch (id, sender, idempotency_key, content_digest,
                                    sent_at, title, senders_reference, case_number, case_worker)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (sender, idempotency_key) DO NOTHING
                                """)
                        .param(command.id().value())
                        .param(content.sender().value())
                        .param(idempotencyKey)
                        .param(digest.raw())
                        .param(at(now))
                        .param(content.title())
                        .param(content.sendersReference().orElse(null))
                        .param(content.caseNumber().orElse(null))
                        .param(content.caseWorker().orElse(null))
                        .update();
        return inserted == 1 ? Optional.empty() : earlier(jdbc, content.sender(), idempotencyKey);
    }

    /** What {@code sender} has sent under that key. */
    static Optional<Sending.Earlier> earlier(
            JdbcClient jdbc, OrgNumber sender, String idempotencyKey) {
        return jdbc.sql(
                        """
                        SELECT id, content_digest FROM dispatch
                         WHERE sender = ? AND idempotency_key = ?
                        """)
                .param(sender.value())
                .param(idempotencyKey)
                .query((rs, _) ->
                        new Sending.Earlier(
                                new DispatchId(uuid(rs, "id")),
                                Digest.ofRaw(rs.getBytes("content_digest"))))
                .optional();
    }

    /**
     * Writes the letters that {@code facts} say were accepted, each with its key and documents.
     *
     * @param newest the rules that they follow
     */
    void accept(
            Sending.Command command,
            Map<LetterId, WrappedKey> keys,
            List<LetterFact> facts,
            Act act,
            Rules newest,
            LetterRows letters) {
        Map<LetterId, Letter> states = new LinkedHashMap<>();
        for (LetterFact fact : facts) {
            if (fact instanceof LetterAccepted accepted) {
                states.put(fact.letter(), new Letter.Draft(accepted.envelope()));
            }
            states.computeIfPresent(
                    fact.letter(),
                    (_, letter) -> Folding.after(letter, fact, act.at(), act.actor()));
        }
        for (Map.Entry<LetterId, Letter> state : states.entrySet()) {
            LetterId id = state.getKey();
            letters.insert(state.getValue(), newest);
            insertKey(id, requireNonNull(keys.get(id)));
            insertDocuments(id, command.documents());
        }
    }

    void insertKey(LetterId letter, WrappedKey key) {
        jdbc.sql("INSERT INTO letter_key (letter, key_id, wrapped) VALUES (?, ?, ?)")
                .param(letter.value())
                .param(key.keyId())
                .param(key.bytes())
                .update();
    }

    void insertDocuments(LetterId letter, List<Document> documents) {
        List<Object[]> rows = new ArrayList<>();
        for (Document document : documents) {
            rows.add(
                    new Object[] {
                        letter.value(),
                        document.id().value(),
                        rows.size(),
                        document.name(),
                        document.type().value(),
                        document.size(),
                        document.sha256().raw(),
                        document.sealed()
                    });
        }
        template.batchUpdate(
                """
                INSERT INTO document (letter, id, position, name, media_type, size, sha256, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    /**
     * Destroys a letter's content: without its key, what lies in the vault is noise. The names of
     * its documents go with it. What the dispatch says for all its letters goes when none of them
     * can be read any more; until then, who reads rows passes it over for those that are destroyed.
     */
    void destroy(Envelope envelope) {
        // Of two siblings destroyed at once, the second must see that the first is gone.
        jdbc.sql("SELECT 1 FROM dispatch WHERE id = ? FOR UPDATE")
                .param(envelope.dispatch().value())
                .query(Integer.class)
                .single();
        jdbc.sql("DELETE FROM letter_key WHERE letter = ?").param(envelope.id().value()).update();
        jdbc.sql("UPDATE document SET name = '' WHERE letter = ?")
                .param(envelope.id().value())
                .update();
        jdbc.sql(
                        """
                        UPDATE dispatch d
                           SET title = '', senders_reference = NULL, case_number = NULL,
                               case_worker = NULL
                         WHERE d.id = ?
                           AND NOT EXISTS (SELECT 1 FROM letter l JOIN letter_key k ON k.letter = l.id
                                            WHERE l.dispatch = d.id)
                        """)
                .param(envelope.dispatch().value())
                .update();
    }
}
