package no.segl.proof.crash;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Transactions in which one can be stopped. */
record WatchedTransactions(PlatformTransactionManager manager)
        implements PlatformTransactionManager {

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        return manager.getTransaction(definition);
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
