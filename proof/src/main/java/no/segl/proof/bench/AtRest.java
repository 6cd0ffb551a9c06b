package no.segl.proof.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import no.segl.app.store.DatabaseAddress;

/**
 * A Segl whose own work is put off, so that what is measured meanwhile is measured alone: otherwise
 * each letter that is sent is looked at and told of while the next is being sent.
 */
final class AtRest implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DatabaseAddress database;

    /** Puts it off, and waits for what is under way. */
    AtRest(DatabaseAddress database) throws SQLException, IOException {
        this.database = database;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (putOff()) {
            if (System.nanoTime() > end) {
                throw new IOException("Segl's own work does not end");
            }
        }
    }

    /** Whether some of it is under way still. */
    private boolean putOff() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    UPDATE scheduled_tasks SET execution_time = now() + interval '1 day'
                     WHERE NOT picked
                    """);
            try (ResultSet found =
                    statement.executeQuery(
                            // Asked now and then, and not all the time.
                            """
                            SELECT EXISTS (SELECT 1 FROM scheduled_tasks WHERE picked)
                              FROM (SELECT pg_sleep(0.1)) waited
                            """)) {
                found.next();
                return found.getBoolean(1);
            }
        }
    }

    /** Lets it begin again. */
    @Override
    public void close() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE scheduled_tasks SET execution_time = now()");
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner(), database.ownerPassword());
    }
}
