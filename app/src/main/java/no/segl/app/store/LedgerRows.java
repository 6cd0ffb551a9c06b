package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.numbers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends to the ledger, within the caller's transaction. The head of a chain is locked from the
 * append until the commit, so append last: all who send for the same organisation queue here.
 */
public final class LedgerRows {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    public LedgerRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** Appends {@code facts}, in order; nothing if there are none. */
    void append(
            OrgNumber chain, List<? extends Fact> facts, Actor actor, Right right, Instant when) {
        if (facts.isEmpty()) {
            return;
        }
        ChainHead head = lock(chain);
        List<Object[]> rows = new ArrayList<>();
        for (Fact fact : facts) {
            Entry entry = head.append(fact, actor, right, when);
            rows.add(row(entry));
            head = entry.head();
        }
        template.batchUpdate(
                """
                INSERT INTO ledger_entry (chain, number, at, actor_kind, actor_id, right_code,
                    right_ground, subject, type, fact, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                rows);
        jdbc.sql("UPDATE ledger_head SET number = ?, hash = ? WHERE chain = ?")
                .param(head.number())
                .param(head.hash().raw())
                .param(chain.value())
                .update();
    }

    /**
     * Holds the letters, and then the chains that they and {@code units} stand in: in one order, so
     * that two who change much at once do not wait for each other.
     */
    void hold(Collection<OrgNumber> units, Collection<LetterId> letters) {
        UUID[] ids = letters.stream().map(LetterId::value).toArray(UUID[]::new);
        jdbc.sql("SELECT 1 FROM letter WHERE id = ANY (?) ORDER BY id FOR UPDATE")
                .param(ids)
                .query(Integer.class)
                .list();
        jdbc.sql(
                        """
                        SELECT 1 FROM ledger_head
                         WHERE chain = ANY (?)
                            OR chain IN (SELECT sender FROM letter WHERE id = ANY (?))
                         ORDER BY chain FOR UPDATE
                        """)
                .param(numbers(units))
                .param(ids)
                .query(Integer.class)
                .list();
    }

    /** Whether it stands there that the content of {@code letter} was read for that print job. */
    boolean isRead(LetterId letter, PrintJobId job) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM ledger_entry
                                        WHERE subject = ? AND type = 'PrintContentRead'
                                          AND fact ->> 'job' = ?)
                        """)
                .param("letter:" + letter)
                .param(job.toString())
                .query(Boolean.class)
                .single();
    }

    /**
     * Waits for the disk: the log is flushed in order, so when this is there, so is all that was
     * committed before (ADR 0023).
     */
    static void awaitDisk(JdbcClient jdbc) {
        jdbc.sql("SELECT pg_logical_emit_message(true, 'segl', '')").query((_, _) -> 0).single();
    }

    private Object[] row(Entry entry) {
        return new Object[] {
            entry.chain().value(),
            entry.number(),
            at(entry.at()),
            entry.actorKind(),
            entry.actorId(),
            entry.right().code(),
            entry.right().ground(),
            entry.subject(),
            entry.type(),
            json.writeValueAsString(entry.values()),
            entry.previous().raw(),
            entry.hash().raw()
        };
    }

    private ChainHead lock(OrgNumber chain) {
        return select(chain)
                .orElseGet(() -> {
                    jdbc.sql(
                                    """
                                    INSERT INTO ledger_head (chain, number, hash)
                                    VALUES (?, 0, ?) ON CONFLICT DO NOTHING
                                    """)
                            .param(chain.value())
                            .param(Digest.ZERO.raw())
                            .update();
                    return select(chain).orElseThrow();
                });
    }

    private Optional<ChainHead> select(OrgNumber chain) {
        return jdbc.sql("SELECT number, hash FROM ledger_head WHERE chain = ? FOR UPDATE")
                .param(chain.value())
                .query((rs, _) ->
                        new ChainHead(
                                chain, rs.getLong("number"), Digest.ofRaw(rs.getBytes("hash"))))
                .optional();
    }
}
