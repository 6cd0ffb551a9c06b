package no.segl.proof.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import no.segl.app.store.Database;
import no.segl.app.store.DatabaseAddress;

/**
 * What a letter costs the database, and nothing else: the inserts, the lock, the commit and the
 * wait for the disk that Segl makes, sent to the same database by a client that does nothing
 * besides.
 */
final class SameInserts implements AutoCloseable {

    private static final String[] INSERTS = {
        """
        INSERT INTO dispatch (id, sender, idempotency_key, content_digest, sent_at, title,
            senders_reference, case_number, case_worker)
        VALUES (?::uuid, ?, ?, sha256('x'), now(), 'Brev', NULL, NULL, NULL)
        ON CONFLICT (sender, idempotency_key) DO NOTHING
        """,
        """
        INSERT INTO letter (id, dispatch, sender, recipient, category, language, reply_to, state,
            accepted_at, available_at, rules, next_look_at, next_look_reason, next_look_owner)
        VALUES (?::uuid, ?::uuid, ?, ?, 'CHILD_WELFARE', 'nb', NULL, 'AVAILABLE', now(), now(), 1,
            now() + interval '7 days', 'FIRST_LOOK', 'SENDER')
        """,
        """
        INSERT INTO letter_key (letter, key_id, wrapped)
        VALUES (?::uuid, '1', decode(repeat('ab', 80), 'hex'))
        """,
        """
        INSERT INTO document (letter, id, position, name, media_type, size, sha256)
        VALUES (?::uuid, ?::uuid, 0, 'brev.pdf', 'application/pdf', 102400, sha256('x'))
        """
    };

    private static final String AWAIT_DISK = "SELECT pg_logical_emit_message(true, 'segl', '')";

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final int chains;
    private final String sender;
    private final String recipient;

    /**
     * @param clients how many call at once
     * @param chains over how many chains of the ledger they are spread
     */
    SameInserts(DatabaseAddress address, int clients, int chains, String sender, String recipient) {
        this.address = address;
        this.pool = Database.open(address, clients);
        this.chains = chains;
        this.sender = sender;
        this.recipient = recipient;
    }

    /**
     * One letter's worth. As Segl does it (ADR 0023), the commit frees the head of the chain
     * without waiting for the disk, and the client waits for that after.
     */
    void once(int client) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "SET LOCAL synchronous_commit = off");
            String dispatch = UUID.randomUUID().toString();
            String letter = UUID.randomUUID().toString();
            run(connection, INSERTS[0], dispatch, sender, dispatch);
            run(connection, INSERTS[1], letter, dispatch, sender, recipient);
            run(connection, INSERTS[2], letter);
            run(connection, INSERTS[3], letter, UUID.randomUUID().toString());
            ledger(connection, "baseline-" + client % chains, letter);
            connection.commit();
            connection.setAutoCommit(true);
            try (PreparedStatement await = connection.prepareStatement(AWAIT_DISK)) {
                await.execute();
            }
        }
    }

    /** Two entries in one chain, whose head is locked until the commit. */
    private static void ledger(Connection connection, String chain, String letter)
            throws SQLException {
        run(
                connection,
                """
                INSERT INTO ledger_head (chain, number, hash) VALUES (?, 0, sha256('x'))
                ON CONFLICT DO NOTHING
                """,
                chain);
        long number;
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT number FROM ledger_head WHERE chain = ? FOR UPDATE")) {
            select.setString(1, chain);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                number = found.getLong(1);
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO ledger_entry (chain, number, at, actor_kind, actor_id, right_code,
                            right_ground, subject, type, fact, previous, hash)
                        VALUES (?, ?, now(), 'machine', 'bench', 'scope', 'segl:send', ?,
                            'LetterAccepted', '{"documents": 1, "bytes": 102400}', sha256('x'),
                            sha256('y'))
                        """)) {
            for (int i = 1; i <= 2; i++) {
                insert.setString(1, chain);
                insert.setLong(2, number + i);
                insert.setString(3, letter);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        run(connection, "UPDATE ledger_head SET number = number + 2 WHERE chain = ?", chain);
    }

    private static void run(Connection connection, String sql, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Takes its chains away, which are none of an organisation's and which nobody can sign. */
    @Override
    public void close() throws SQLException {
        pool.close();
        try (Connection connection =
                DriverManager.getConnection(
                        address.url(), address.owner(), address.ownerPassword())) {
            run(connection, "DELETE FROM ledger_entry WHERE chain LIKE 'baseline-%'");
            run(connection, "DELETE FROM ledger_head WHERE chain LIKE 'baseline-%'");
        }
    }
}
