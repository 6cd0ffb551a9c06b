package no.segl.proof.crash;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicBoolean;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.Vault;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Puts the watched ports in the place of Segl's own while it is wired. Spring finds this class by
 * {@code META-INF/spring.factories}; it does nothing unless {@link #begin} was called.
 */
public final class Watch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicBoolean ON = new AtomicBoolean();

    /** Every Segl that this process starts from now on can be stopped. */
    static void begin() {
        ON.set(true);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (ON.get()) {
            context.addBeanFactoryPostProcessor(beans -> beans.addBeanPostProcessor(new Ports()));
        }
    }

    private static final class Ports implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return switch (bean) {
                case Vault vault -> new WatchedVault(vault);
                case KeyWrapper wrapper -> new WatchedKeys(wrapper);
                case JdbcTransactionManager manager ->
                        new WatchedTransactions(manager, requireNonNull(manager.getDataSource()));
                case JdbcTemplate template ->
                        new WatchedJdbc(requireNonNull(template.getDataSource()));
                default -> bean;
            };
        }
    }
}
