package no.segl.app.wiring;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import no.segl.app.session.Sessions;
import no.segl.app.work.CaseSweep;
import no.segl.app.work.Checkpoints;
import no.segl.app.work.Looks;
import no.segl.app.work.Notices;
import no.segl.app.work.Orphans;
import no.segl.app.work.RegisterUpdates;
import no.segl.app.work.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When each kind of work is woken. Any number of nodes may run this: one of them wakes it. */
final class Scheduling {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduling.class);

    private Scheduling() {}

    /** Work that may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** The register, and how long to wait from one reading of it to the next. */
    record Following(RegisterUpdates updates, Duration every) {}

    static Scheduler of(
            DataSource database,
            Looks looks,
            CaseSweep cases,
            Notices notices,
            Retention retention,
            Orphans orphans,
            Checkpoints checkpoints,
            Sessions sessions,
            Optional<Following> register) {
        List<RecurringTask<Void>> tasks =
                new ArrayList<>(
                        List.of(
                                every(Duration.ofMinutes(1), "look", looks::run),
                                every(Duration.ofMinutes(1), "cases", cases::run),
                                every(Duration.ofMinutes(1), "notices", notices::run),
                                every(Duration.ofMinutes(5), "checkpoint", checkpoints::run),
                                every(Duration.ofMinutes(10), "sessions", sessions::sweep),
                                every(Duration.ofHours(1), "retention", retention::run),
                                every(Duration.ofHours(6), "orphans", orphans::run)));
        register.ifPresent(r -> tasks.add(every(r.every(), "register", r.updates()::run)));
        return Scheduler.create(database)
                .startTasks(tasks)
                .threads(2)
                // Said by us: a library's line would quote the message.
                .failureLogging(LogLevel.OFF, false)
                .pollingInterval(Duration.ofSeconds(10))
                // A node that dies in the midst of work is found out after six of these.
                .heartbeatInterval(Duration.ofSeconds(30))
                .build();
    }

    private static RecurringTask<Void> every(Duration pause, String name, Work work) {
        return Tasks.recurring(name, FixedDelay.of(pause)).execute((_, _) -> run(name, work));
    }

    /** That a round failed, for the scheduler to write down: health shows it until one succeeds. */
    private static final class RoundFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RoundFailed(String name) {
            super(name);
        }
    }

    /**
     * A failure is said here, without the message, which may quote what failed; then tried again.
     */
    private static void run(String name, Work work) {
        try {
            work.run();
        } catch (Exception e) {
            LOG.error("The work '{}' failed: {}", name, no.segl.app.api.Causes.of(e));
            throw new RoundFailed(name);
        }
    }
}
