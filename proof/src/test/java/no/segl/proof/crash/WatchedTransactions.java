package no.segl.proof.crash;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Transactions in which one can be stopped. That of a session, which is one beside all others, does
 * not wait for the disk: it would bring there what was committed before it, and hide that nobody
 * has waited for that.
 */
record WatchedTransactions(PlatformTransactionManager manager, DataSource database)
        implements PlatformTransactionManager {

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        TransactionStatus status = manager.getTransaction(definition);
        if (definition != null
                && definition.getPropagationBehavior()
                        == TransactionDefinition.PROPAGATION_REQUIRES_NEW) {
            new JdbcTemplate(database).execute("SET LOCAL synchronous_commit = off");
        }
        return status;
    }

    @Override
    public void commit(TransactionStatus status) {
        Stop.reached(Point.COMMITTING);
        manager.commit(status);
        Stop.reached(Point.COMMITTED);
    }

    @Override
    public void rollback(TransactionStatus status) {
        manager.rollback(status);
    }
}
