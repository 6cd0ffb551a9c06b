package no.segl.proof.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import no.segl.app.store.DatabaseAddress;

/**
 * A Segl whose own work is put off, so that what is measured meanwhile is measured alone: otherwise
 * each letter that is sent is looked at and told of while the next is being sent.
 */
final class AtRest implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Bulk owner;

    /** Puts it off, and waits for what is under way. */
    AtRest(DatabaseAddress database) throws SQLException, IOException {
        owner = new Bulk(database);
        long end = System.nanoTime() + LONGEST.toNanos();
        while (putOff()) {
            if (System.nanoTime() > end) {
                throw new IOException("Segl's own work does not end");
            }
        }
    }

    /** Whether some of it is under way still. */
    private boolean putOff() throws SQLException {
        owner.run(
                """
                UPDATE scheduled_tasks SET execution_time = now() + interval '1 day'
                 WHERE NOT picked
                """);
        // Asked now and then, and not all the time.
        return owner.number(
                        """
                        SELECT count(*) FROM scheduled_tasks, (SELECT pg_sleep(0.1)) waited
                         WHERE picked
                        """)
                > 0;
    }

    /** Lets it begin again. */
    @Override
    public void close() throws SQLException {
        try (owner) {
            owner.run("UPDATE scheduled_tasks SET execution_time = now()");
        }
    }
}
