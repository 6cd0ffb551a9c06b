package no.segl.proof.sim;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import no.segl.app.store.Database;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL of its own, in which one history after another is run on empty tables. */
final class PostgresHouse implements AutoCloseable {

    /** What the tables are made with, and no history adds to. */
    private static final Set<String> KEPT =
            Set.of(
                    "flyway_schema_history",
                    "category",
                    "inheritance",
                    "recipient_form",
                    "key_role_code");

    private final EmbeddedDatabase database;
    private final HikariDataSource pool;

    private PostgresHouse(EmbeddedDatabase database) {
        this.database = database;
        owner("ALTER DATABASE segl SET synchronous_commit = off");
        Database.migrate(database.address());
        this.pool = Database.open(database.address(), 2);
    }

    /**
     * Starts it in an empty folder.
     *
     * @throws IOException if it does not start
     */
    static PostgresHouse start(Path folder) throws IOException {
        EmbeddedDatabase database =
                EmbeddedDatabase.start(
                        folder.resolve("postgres"),
                        Files.createDirectories(folder.resolve("keys")));
        try {
            return new PostgresHouse(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Empties the tables; what was made before must not be used any more. Rulings are asked by the
     * simulation: how long a claim holds and how an entry is made is the store's own.
     */
    Store make(Rulings rulings, int rules, RandomGenerator dice) {
        String tables =
                JdbcClient.create(pool)
                        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(table -> !KEPT.contains(table))
                        .collect(Collectors.joining(", "));
        owner("TRUNCATE " + tables);
        return new PostgresPost(pool, rules, dice);
    }

    /** A history's verdict is its ledger's; what a power cut would do to it is for other tests. */
    private void owner(String sql) {
        DatabaseAddress address = database.address();
        try (Connection connection =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be made ready", e);
        }
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }
}
