package no.segl.app.store;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which keys the nodes of this database keep in files: their ids, never the keys. */
public final class KnownKeys {

    /** Any number, but no other lock's. */
    private static final long LOCK = 0x5e61_4b45_5953L;

    /** What a key is for. */
    public enum Kind {
        /** Wraps the letters' keys. */
        VAULT,
        /** Signs the ledger. */
        LEDGER,
        /** Hides persons' national identity numbers. */
        PERSONS
    }

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    public KnownKeys(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** All that any node has entered. */
    public Set<String> of(Kind kind) {
        return new HashSet<>(
                jdbc.sql("SELECT id FROM known_key WHERE kind = ?")
                        .param(kind.name())
                        .query((rs, _) -> rs.getString("id"))
                        .list());
    }

    /**
     * Enters the keys of one node, unless it lacks some of those that are known. One node at a
     * time, so that of two with different keys the second is told.
     *
     * @return the known keys that it lacks; nothing was entered unless there are none
     */
    public Set<String> enter(Kind kind, Collection<String> own) {
        return requireNonNull(
                transaction.execute(_ -> {
                    jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(?)")
                            .param(LOCK)
                            .query(Integer.class)
                            .single();
                    Set<String> lacking = of(kind);
                    lacking.removeAll(own);
                    if (lacking.isEmpty()) {
                        jdbc.sql(
                                        """
                                        INSERT INTO known_key (kind, id) SELECT ?, unnest(?::text[])
                                        ON CONFLICT DO NOTHING
                                        """)
                                .param(kind.name())
                                .param(own.toArray(String[]::new))
                                .update();
                    }
                    return lacking;
                }));
    }
}
