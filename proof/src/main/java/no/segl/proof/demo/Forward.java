package no.segl.proof.demo;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.wiring.Server;
import no.segl.app.work.CaseSweep;
import no.segl.app.work.Checkpoints;
import no.segl.app.work.Looks;
import no.segl.app.work.Notices;
import no.segl.app.work.Prints;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves the demo's time forward, hour by hour, and does in each hour what Segl would have done in
 * it: what Segl's own schedule does is done by the machine's time, for which it is one moment.
 */
final class Forward {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_OF_A_DAY = 24;
    private static final Duration MOST = Duration.ofDays(60);

    private final DemoTime time;
    private final List<Runnable> hourly;
    private final List<Runnable> daily;
    private final JdbcClient database;
    private int hours;

    Forward(DemoTime time, Server server) {
        this.time = time;
        this.database = server.part(JdbcClient.class);
        this.hourly =
                List.of(
                        server.part(Looks.class)::run,
                        server.part(CaseSweep.class)::run,
                        server.part(Notices.class)::run);
        // A line to the printing house for each hour of a week would take its time.
        this.daily = List.of(server.part(Prints.class)::run, server.part(Checkpoints.class)::run);
    }

    /** Moves it by {@code by}, 60 days at most. */
    synchronized void by(Duration by) throws IOException {
        Instant until = time.instant().plus(by.compareTo(MOST) > 0 ? MOST : by);
        while (time.instant().isBefore(until)) {
            Duration left = Duration.between(time.instant(), until);
            time.forward(left.compareTo(HOUR) < 0 ? left : HOUR);
            hourly.forEach(Runnable::run);
            hours++;
            if (hours % HOURS_OF_A_DAY == 0) {
                daily.forEach(Runnable::run);
            }
        }
        work();
    }

    /** Does what is due now. */
    void work() {
        hourly.forEach(Runnable::run);
        daily.forEach(Runnable::run);
    }

    /** When Segl next looks at a letter; empty if every letter is closed. */
    Optional<Instant> nextLook() {
        return database.sql("SELECT min(next_look_at) FROM letter")
                .query((rs, _) -> Optional.ofNullable(rs.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Moves it to when Segl next looks at a letter, and a minute on: those sent together, too. */
    void toNextLook() throws IOException {
        Optional<Instant> next = nextLook();
        if (next.isPresent()) {
            Duration left = Duration.between(time.instant(), next.get());
            by(left.isNegative() ? Duration.ZERO : left.plus(MINUTE));
        }
    }
}
