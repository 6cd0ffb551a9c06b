package no.segl.app.store;

import static java.util.Objects.requireNonNull;
import static no.segl.app.store.Columns.at;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the chains of the ledger have come, and how far they are signed. */
public final class LedgerEnds {

    private static final String ENDS =
            """
            SELECT h.chain AS head_chain, h.number AS head_number, h.hash AS head_hash, c.*
              FROM ledger_head h
              LEFT JOIN LATERAL (
                   SELECT * FROM ledger_checkpoint
                    WHERE chain = h.chain AND number <= ?
                    ORDER BY number DESC LIMIT 1) c ON true
            """;

    /** Of all locks of this kind in the database, the one of who signs: any number. */
    private static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(7345767301)";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public LedgerEnds(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** What is done in turn. */
    @FunctionalInterface
    public interface Work<R> {
        R run() throws IOException;
    }

    /**
     * Does {@code work} while nobody else does any in turn, on no node and by no command. It holds
     * a connection of its own for that; what the work commits is committed at once.
     *
     * @throws IOException whatever {@code work} threw
     */
    public <R> R inTurn(Work<R> work) throws IOException {
        try {
            return requireNonNull(
                    template.execute((Connection turn) -> {
                        turn.setAutoCommit(false);
                        try (Statement taking = turn.createStatement()) {
                            taking.execute(TAKE_TURN);
                            return work.run();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        } finally {
                            turn.rollback();
                            turn.setAutoCommit(true);
                        }
                    }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * How far a chain has come.
     *
     * @param head its last entry
     * @param signed its last checkpoint, if it has one
     */
    public record End(ChainHead head, Optional<Checkpoint> signed) {}

    /**
     * How far each chain has come, in the order of its number. What somebody wrote there that is no
     * end of a chain is left out.
     */
    public List<End> ends() {
        return jdbc
                .sql(ENDS + " ORDER BY head_chain")
                .param(Long.MAX_VALUE)
                .query((rs, _) -> end(rs))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** How far {@code chain} has come; empty if there is no such chain. */
    public Optional<End> end(OrgNumber chain) {
        return end(chain, Long.MAX_VALUE);
    }

    /** The end that the chain had when {@code head} was its head, with what is signed up to it. */
    public End end(ChainHead head) {
        return new End(head, end(head.chain(), head.number()).flatMap(End::signed));
    }

    private Optional<End> end(OrgNumber chain, long most) {
        return jdbc.sql(ENDS + " WHERE h.chain = ?")
                .param(most)
                .param(chain.value())
                .query((rs, _) -> end(rs))
                .optional()
                .flatMap(end -> end);
    }

    private static Optional<End> end(ResultSet rs) throws SQLException {
        try {
            ChainHead head =
                    new ChainHead(
                            new OrgNumber(rs.getString("head_chain")),
                            rs.getLong("head_number"),
                            Digest.ofRaw(rs.getBytes("head_hash")));
            boolean signed = rs.getString("chain") != null;
            return Optional.of(
                    new End(head, signed ? Optional.of(Ledger.checkpoint(rs)) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Adds a checkpoint, unless another node has just added one at the same entry. */
    public void add(Checkpoint checkpoint) {
        jdbc.sql(
                        """
                        INSERT INTO ledger_checkpoint (chain, number, hash, at, key_id, signature)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .param(checkpoint.chain().value())
                .param(checkpoint.number())
                .param(checkpoint.hash().raw())
                .param(at(checkpoint.at()))
                .param(checkpoint.keyId())
                .param(checkpoint.signature())
                .update();
    }
}
