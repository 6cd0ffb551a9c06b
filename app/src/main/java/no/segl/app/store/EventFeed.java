package no.segl.app.store;

import static no.segl.app.store.Columns.at;
import static no.segl.app.store.Columns.numbers;
import static no.segl.app.store.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger's entries about letters, in one order for all chains, which readers follow by position
 * (ADR 0035). A position is given by one at a time, until the commit, and only to entries that are
 * committed and come next in their chain. So whoever has read up to a position that is there has
 * missed nothing before it, and reads each letter in the order of its ledger.
 */
public final class EventFeed {

    /** How many entries are given a position in one transaction. */
    public static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public EventFeed(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * An entry's place in the feed.
     *
     * @param number the entry's number in {@code chain}
     */
    public record Place(
            long position,
            OrgNumber chain,
            long number,
            LetterId letter,
            OrgNumber sender,
            OrgNumber recipient) {}

    /**
     * Whose events are read: of letters from {@code senders}, and to {@code recipients}.
     *
     * @param after only those after this position
     * @param end only those up to this position, which must have been there
     */
    public record Question(
            Collection<OrgNumber> senders, Collection<OrgNumber> recipients, long after, long end) {

        /** The same, from further on. */
        public Question from(long position) {
            return new Question(senders, recipients, position, end);
        }
    }

    /**
     * Gives a position to entries that have none, at most {@link #BATCH} of them.
     *
     * @return how many entries it went through
     */
    public int note(Instant now) {
        if (!isBehind()) {
            return 0;
        }
        Integer done = transactions.execute(_ -> noteLocked(now));
        return done == null ? 0 : done;
    }

    private boolean isBehind() {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM ledger_head h LEFT JOIN event_chain c USING (chain)
                                        WHERE h.number > coalesce(c.number, 0))
                        """)
                .query(Boolean.class)
                .single();
    }

    /**
     * The lock comes first: each statement sees what was committed when it begins, so the one that
     * gives positions sees all that those before it gave. Of each chain it takes the next entries.
     * That this is committed waits for the disk, and with it all that it names.
     */
    private int noteLocked(Instant now) {
        jdbc.sql("SELECT 1 FROM event_end FOR UPDATE").query(Integer.class).single();
        return jdbc.sql(
                        """
                        WITH fresh AS MATERIALIZED (
                            SELECT e.chain, e.number, e.subject, e.at, e.number - b.done AS turn
                              FROM (SELECT h.chain, coalesce(c.number, 0) AS done
                                      FROM ledger_head h LEFT JOIN event_chain c USING (chain)
                                     WHERE h.number > coalesce(c.number, 0)) b
                             CROSS JOIN LATERAL (
                                   SELECT chain, number, subject, at FROM ledger_entry
                                    WHERE chain = b.chain AND number > b.done
                                    ORDER BY number LIMIT :batch) e
                             ORDER BY turn, chain LIMIT :batch
                        ), through AS (
                            INSERT INTO event_chain (chain, number)
                            SELECT chain, max(number) FROM fresh GROUP BY chain
                            ON CONFLICT (chain) DO UPDATE SET number = excluded.number
                        ), noted AS (
                            INSERT INTO event (position, chain, number, letter, sender, recipient,
                                   noted_at)
                            SELECT (SELECT position FROM event_end)
                                       + row_number() OVER (ORDER BY f.turn, f.chain),
                                   f.chain, f.number, l.id, l.sender, l.recipient, t.noted_at
                              FROM fresh f
                              JOIN letter l
                                ON l.id = CASE WHEN f.subject ~ '^letter:[0-9a-f-]{36}$'
                                               THEN substr(f.subject, 8)::uuid END
                             CROSS JOIN (SELECT greatest(:now::timestamptz,
                                                (SELECT max(at) FROM fresh),
                                                (SELECT noted_at FROM event_end)) AS noted_at) t
                            RETURNING position, noted_at
                        ), ended AS (
                            UPDATE event_end
                               SET position = n.position, noted_at = n.noted_at
                              FROM (SELECT max(position) AS position, max(noted_at) AS noted_at
                                      FROM noted) n
                             WHERE n.position IS NOT NULL
                        )
                        SELECT count(*) FROM fresh
                        """)
                .param("now", at(now))
                .param("batch", BATCH)
                .query(Integer.class)
                .single();
    }

    /** The last position there is; 0 if there is none. All up to it can be read. */
    public long end() {
        return jdbc.sql("SELECT position FROM event_end").query(Long.class).single();
    }

    /** The hash of the entry at {@code position}, in hexadecimal; empty if there is none. */
    public Optional<String> hash(long position) {
        return jdbc.sql(
                        """
                        SELECT encode(e.hash, 'hex') FROM event v
                          JOIN ledger_entry e USING (chain, number)
                         WHERE v.position = ?
                        """)
                .param(position)
                .query(String.class)
                .optional();
    }

    /** The last position before all of what happened at {@code since} or later. */
    public long before(Instant since) {
        return jdbc.sql(
                        """
                        SELECT coalesce((SELECT position - 1 FROM event WHERE noted_at >= ?
                                          ORDER BY noted_at, position LIMIT 1),
                                        (SELECT position FROM event_end))
                        """)
                .param(at(since))
                .query(Long.class)
                .single();
    }

    /** The next places, in order. Each unit is looked up by itself: nobody else's are read. */
    public List<Place> read(Question question, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM (
                            SELECT v.* FROM unnest(:senders::text[]) AS u (number)
                             CROSS JOIN LATERAL (
                                SELECT * FROM event
                                 WHERE sender = u.number AND position > :after AND position <= :end
                                 ORDER BY position LIMIT :limit) v
                            UNION
                            SELECT v.* FROM unnest(:recipients::text[]) AS u (number)
                             CROSS JOIN LATERAL (
                                SELECT * FROM event
                                 WHERE recipient = u.number
                                   AND position > :after AND position <= :end
                                 ORDER BY position LIMIT :limit) v) both_ends
                         ORDER BY position LIMIT :limit
                        """)
                .param("senders", numbers(question.senders()))
                .param("recipients", numbers(question.recipients()))
                .param("after", question.after())
                .param("end", question.end())
                .param("limit", limit)
                .query((rs, _) ->
                        new Place(
                                rs.getLong("position"),
                                new OrgNumber(rs.getString("chain")),
                                rs.getLong("number"),
                                new LetterId(uuid(rs, "letter")),
                                new OrgNumber(rs.getString("sender")),
                                new OrgNumber(rs.getString("recipient"))))
                .list();
    }
}
