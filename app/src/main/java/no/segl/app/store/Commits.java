package no.segl.app.store;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits changes. The heads of chains are locked until the commit, and all who send for an
 * organisation queue for its. So the commit does not wait for the disk; the caller does, with all
 * others who wait at that moment, and without a lock (ADR 0023).
 */
final class Commits {

    /** How many times more a change is tried that the database ended since others stood in it. */
    private static final int AGAIN = 3;

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Commits(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Does {@code work} in one transaction, or within the one that it is called in. */
    <R> R commit(Function<TransactionStatus, R> work) {
        R reply = requireNonNull(done(work));
        LedgerRows.awaitDisk(jdbc);
        return reply;
    }

    /**
     * Two who change much at once may each wait for what the other holds. The database then ends
     * one of them, of which nothing has happened: it is done again from its beginning.
     */
    private <R> @Nullable R done(Function<TransactionStatus, R> work) {
        boolean whole = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int left = AGAIN; ; left--) {
            try {
                return transaction.execute(status -> {
                    jdbc.sql("SET LOCAL synchronous_commit = off").update();
                    return work.apply(status);
                });
            } catch (PessimisticLockingFailureException e) {
                if (!whole || left == 0) {
                    throw e;
                }
            }
        }
    }
}
