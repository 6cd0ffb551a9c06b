package no.segl.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import no.segl.app.store.Changes;
import no.segl.app.store.Database;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.store.KnownKeys;
import no.segl.app.store.LedgerRows;
import no.segl.app.store.RuleTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database for the server, and for commands that run beside it or without it. */
public final class Store implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final DataFolder.Place place;
    private HikariDataSource pool = new HikariDataSource();

    private Store(DataFolder.Place place) {
        this.place = place;
    }

    /** The store of a server that holds {@code folder}. */
    static Store of(Settings settings, DataFolder folder) throws IOException {
        Store store = new Store(folder.place());
        DatabaseAddress address;
        if (settings.database().isPresent()) {
            address = settings.database().get();
        } else {
            EmbeddedDatabase database =
                    EmbeddedDatabase.start(store.place.postgres(), store.place.keys());
            store.opened.push(database);
            address = database.address();
        }
        return store.connect(address, CONNECTIONS);
    }

    /**
     * Opens the database for a command: beside a running Segl if there is one, else for itself.
     *
     * @throws DataFolder.Taken if another Segl has the folder and its database cannot be found
     * @throws IOException if the database cannot be used
     */
    public static Store open(Settings settings) throws IOException, DataFolder.Taken {
        try {
            DataFolder folder = DataFolder.take(settings.data());
            try {
                Store store = of(settings, folder);
                store.opened.addLast(folder);
                return store;
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (DataFolder.Taken e) {
            Store store = new Store(new DataFolder.Place(settings.data()));
            Optional<DatabaseAddress> address =
                    settings.database().isPresent()
                            ? settings.database()
                            : EmbeddedDatabase.running(store.place.postgres(), store.place.keys());
            return store.connect(address.orElseThrow(() -> e), 2);
        }
    }

    private Store connect(DatabaseAddress address, int connections) {
        try {
            Database.migrate(address);
            pool = Database.open(address, connections);
            opened.push(pool);
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The connections. */
    public HikariDataSource pool() {
        return pool;
    }

    /** For reading. */
    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** Which keys the nodes have. */
    KnownKeys knownKeys() {
        return new KnownKeys(transaction(), jdbc());
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** For changing. */
    public Changes changes() {
        JdbcTemplate template = new JdbcTemplate(pool);
        return new Changes(
                transaction(),
                template,
                new LedgerRows(template),
                new RuleTable(JdbcClient.create(template)));
    }

    /** Where keys and passwords lie. */
    public DataFolder.Place place() {
        return place;
    }

    /**
     * Whether anything is sealed: then the keyset that sealed it must be there, and none is made.
     */
    boolean hasSealed() {
        return Database.holdsSealed(jdbc());
    }

    /** Whether a checkpoint was ever signed: then the key that signed it must be there. */
    boolean hasCheckpoints() {
        return Database.holdsCheckpoints(jdbc());
    }

    /** Lets whoever closes this end the embedded database, too, when the process ends. */
    void leaveEndToCaller() {
        for (AutoCloseable one : opened) {
            if (one instanceof EmbeddedDatabase database) {
                database.leaveEndToCaller();
            }
        }
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Store.class)
                        .warn("Something did not close cleanly: {}", e.getClass().getName());
            }
        }
    }
}
