package no.segl.app.wiring;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.app.ledger.SigningKey;
import no.segl.app.secret.NumberKey;
import no.segl.app.session.SessionKey;
import no.segl.app.store.Bond;
import no.segl.app.store.Upkeep;
import no.segl.app.vault.KeyWrapper;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import no.segl.app.work.Checkpoints;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running Segl. What was started last is stopped first. */
public final class Server implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final DataFolder folder;
    private final SecureRandom random = new SecureRandom();
    private int port;
    private Optional<ConfigurableApplicationContext> context = Optional.empty();
    private Optional<Checkpoints> ending = Optional.empty();

    private Server(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Starts.
     *
     * @throws DataFolder.Taken if another Segl runs on the same data
     * @throws IOException if the data folder, the database, the vault or a key cannot be used
     */
    public static Server start(Settings settings, InstantSource clock)
            throws IOException, DataFolder.Taken {
        return start(settings, clock, Optional.empty());
    }

    /**
     * The same, where the machine's own clock is held against the database's: no work is done while
     * they are apart.
     *
     * @param machine that clock, which {@code clock} may be ahead of, as in the demo
     */
    public static Server start(
            Settings settings, InstantSource clock, Optional<InstantSource> machine)
            throws IOException, DataFolder.Taken {
        DataFolder folder = DataFolder.take(settings.data());
        Server server = new Server(folder);
        server.started.push(folder);
        try {
            server.run(settings, clock, machine);
            return server;
        } catch (IOException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private void run(Settings settings, InstantSource told, Optional<InstantSource> machine)
            throws IOException {
        Store store = Store.of(settings, folder);
        started.push(store);
        NodeClock clock = clock(told, machine, new Upkeep(store.jdbc(), Set.of()));
        Vault vault = Vaults.open(settings, folder.place());
        if (vault instanceof AutoCloseable closeable) {
            started.push(closeable);
        }
        vault.check();
        Pairing.check(new Bond(store.jdbc()), vault, UUID.randomUUID());
        NodeKeys keys = new NodeKeys(store);
        KeyWrapper wrapper = keys.keyset();
        SigningKey signing = keys.signing();
        NumberKey numbers = keys.numbers(random);
        SessionKey session = keys.session(random);
        Sealer.warmUp(random);

        started.push(this::signAtEnd);
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(NodeClock.class, () -> clock);
            beans.registerBean(SecureRandom.class, () -> random);
            beans.registerBean(
                    HikariDataSource.class,
                    store::pool,
                    definition -> definition.setDestroyMethodName(""));
            beans.registerBean(Vault.class, () -> vault);
            beans.registerBean(KeyWrapper.class, () -> wrapper);
            beans.registerBean(NumberKey.class, () -> numbers);
            beans.registerBean(SessionKey.class, () -> session);
            beans.registerBean(SigningKey.class, () -> signing);
        });
        ConfigurableApplicationContext running = application.run();
        started.push(running);
        context = Optional.of(running);
        ending = Optional.of(running.getBean(Checkpoints.class));
        port =
                requireNonNull(((ServletWebServerApplicationContext) running).getWebServer())
                        .getPort();
        Optional<RegisterLine> register =
                settings.register().map(r -> RegisterLine.open(r, folder.place(), clock));
        Scheduler scheduler =
                Scheduling.of(
                        store.pool(), running, clock, register.map(r -> r.following(store, clock)));
        scheduler.start();
        started.push(scheduler::stop);
        // Stopped before the scheduler, which waits for work that is under way.
        register.ifPresent(started::push);
    }

    private static NodeClock clock(
            InstantSource told, Optional<InstantSource> machine, Upkeep upkeep) {
        return new NodeClock(
                told,
                machine.map(
                        own -> new NodeClock.Machine(own, System::nanoTime, upkeep::databaseTime)));
    }

    /**
     * Signs what has come since the last time, once no request is answered any more: what lies on
     * the disk of a Segl that stands still is vouched for.
     */
    private void signAtEnd() {
        ending.ifPresent(Checkpoints::runToTheEnd);
    }

    /** A part of the running product, for the demo and for tests. */
    public <T> T part(Class<T> type) {
        return context.orElseThrow().getBean(type);
    }

    /** The port on which it listens. */
    public int port() {
        return port;
    }

    /** Where its data are. */
    public DataFolder.Place place() {
        return folder.place();
    }

    /** Closes it when the process is told to end, and does {@code then}. */
    public void closeAtExit(Runnable then) {
        Thread stopper =
                new Thread(
                        () -> {
                            close();
                            then.run();
                        },
                        "stop");
        Runtime.getRuntime().addShutdownHook(stopper);
        for (AutoCloseable one : started) {
            if (one instanceof Store store) {
                store.leaveEndToCaller();
            }
        }
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        settings.address().ifPresent(at -> properties.put("server.address", at.getHostAddress()));
        return properties;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Server.class)
                        .warn("Something did not stop cleanly: {}", e.getClass().getName());
            }
        }
    }
}
