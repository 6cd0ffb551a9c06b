package no.segl.app.wiring;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import no.segl.app.connect.ping.Ping;
import no.segl.app.office.Feed;
import no.segl.app.session.Sessions;
import no.segl.app.store.Months;
import no.segl.app.store.Rounds;
import no.segl.app.work.AccessReminders;
import no.segl.app.work.BreachSweep;
import no.segl.app.work.CaseSweep;
import no.segl.app.work.Checkpoints;
import no.segl.app.work.ControlMail;
import no.segl.app.work.ControlSweep;
import no.segl.app.work.ExportRuns;
import no.segl.app.work.Looks;
import no.segl.app.work.Losses;
import no.segl.app.work.Nearer;
import no.segl.app.work.Notices;
import no.segl.app.work.Orphans;
import no.segl.app.work.Prints;
import no.segl.app.work.RegisterUpdates;
import no.segl.app.work.Reports;
import no.segl.app.work.Retention;
import no.segl.app.work.Unanswered;
import no.segl.app.work.WebhookRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;

/**
 * When each kind of work is woken. Any number of nodes may run this: one of them wakes it. Letters
 * are looked at in several lanes, which nodes share: each lane claims what no other has.
 */
final class Scheduling {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduling.class);

    /** What looks at letters is called. */
    static final String LOOK = "look";

    /**
     * In how many lanes letters are looked at, and webhooks sent to: more than that wait for one
     * database, and one that answers slowly holds up one lane.
     */
    private static final int LANES = 4;

    /** What makes the files that people wait for is called. */
    private static final String EXPORTS = "exports";

    /** How many files are made at a time: one that is long keeps no other waiting. */
    private static final int EXPORT_LANES = 2;

    /** How long whoever asked for one waits before it is begun, beside the scheduler's own pace. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** What gives the ledger's entries their place in the feed of events is called. */
    private static final String EVENTS = "events";

    /** What else must be done every few minutes. */
    static final List<String> OFTEN =
            List.of("cases", "notices", "prints", "controls", "told", "breaches");

    private final Rounds rounds;
    private final NodeClock clock;

    private Scheduling(Rounds rounds, NodeClock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Work that may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** The register, and how long to wait from one reading of it to the next. */
    record Following(RegisterUpdates updates, Duration every) {}

    /**
     * The schedule of a Segl.
     *
     * @param part gives each part of it
     */
    static Scheduler of(
            DataSource database, BeanFactory part, NodeClock clock, Optional<Following> register) {
        Scheduling its = new Scheduling(part.getBean(Rounds.class), clock);
        return its.start(database, part, register);
    }

    private Scheduler start(DataSource database, BeanFactory part, Optional<Following> register) {
        List<RecurringTask<Void>> tasks = new ArrayList<>();
        Looks looks = part.getBean(Looks.class);
        tasks.addAll(lanes(Duration.ofMinutes(1), LOOK, looks::run));
        tasks.add(every(Duration.ofMinutes(1), "cases", part.getBean(CaseSweep.class)::run));
        tasks.add(every(Duration.ofMinutes(1), "notices", part.getBean(Notices.class)::run));
        tasks.add(every(Duration.ofMinutes(1), "prints", part.getBean(Prints.class)::run));
        tasks.add(every(Duration.ofSeconds(10), EVENTS, part.getBean(Feed.class)::note));
        WebhookRound webhooks = part.getBean(WebhookRound.class);
        tasks.addAll(lanes(Duration.ofSeconds(10), "webhooks", webhooks::run));
        tasks.add(every(Duration.ofMinutes(1), "controls", part.getBean(ControlSweep.class)::run));
        tasks.add(every(Duration.ofMinutes(1), "told", part.getBean(ControlMail.class)::run));
        tasks.add(every(Duration.ofMinutes(5), "breaches", part.getBean(BreachSweep.class)::run));
        tasks.add(every(Duration.ofMinutes(5), "reports", part.getBean(Reports.class)::run));
        tasks.add(every(Duration.ofMinutes(5), "checkpoint", part.getBean(Checkpoints.class)::run));
        tasks.add(every(Duration.ofMinutes(10), "sessions", part.getBean(Sessions.class)::sweep));
        ExportRuns exports = part.getBean(ExportRuns.class);
        tasks.add(every(SOON, EXPORTS, exports::run));
        for (int lane = 2; lane <= EXPORT_LANES; lane++) {
            tasks.add(
                    Tasks.recurring(EXPORTS + "-" + lane, FixedDelay.of(SOON))
                            .execute((_, _) -> run(EXPORTS, exports::run)));
        }
        tasks.add(every(Duration.ofHours(1), "export-sweep", exports::sweep));
        tasks.add(every(Duration.ofHours(1), "retention", part.getBean(Retention.class)::run));
        tasks.add(every(Duration.ofHours(1), "losses", part.getBean(Losses.class)::run));
        tasks.add(every(Duration.ofHours(1), "nearer", part.getBean(Nearer.class)::run));
        Months months = part.getBean(Months.class);
        tasks.add(every(Duration.ofHours(6), "months", () -> months.count(clock.instant())));
        tasks.add(every(Duration.ofHours(6), "orphans", part.getBean(Orphans.class)::run));
        tasks.add(
                every(Duration.ofHours(1), "reminders", part.getBean(AccessReminders.class)::run));
        tasks.add(every(Duration.ofHours(6), "unanswered", part.getBean(Unanswered.class)::run));
        register.ifPresent(r -> tasks.add(every(r.every(), "register", r.updates()::run)));
        Health health = part.getBean(Health.class);
        part.getBean(NoticeParts.PingLine.class)
                .ping()
                .ifPresent(ping ->
                        tasks.add(every(Duration.ofMinutes(1), "ping", () -> tell(ping, health))));
        SchedulerBuilder builder = Scheduler.create(database).startTasks(tasks);
        if (clock.isCompared()) {
            // A clock that leaps must put off no work, nor take another node's for dead.
            builder.clock(clock::trusted);
        }
        return builder
                // One that hangs, such as on a relay that answers slowly, keeps no other waiting.
                .threads(tasks.size())
                // Said by us: a library's line would quote the message.
                .failureLogging(LogLevel.OFF, false)
                .pollingInterval(Duration.ofSeconds(10))
                // A node that dies in the midst of work is found out after six of these.
                .heartbeatInterval(Duration.ofSeconds(30))
                .build();
    }

    /** Silence is the alarm: nothing is told unless all is well. */
    private static void tell(Ping ping, Health health) {
        if (health.isWell() && !ping.tell()) {
            LOG.warn("Nobody answers at SEGL_PING_URL; whoever listens there will raise the alarm");
        }
    }

    private List<RecurringTask<Void>> lanes(Duration pause, String name, Work work) {
        List<RecurringTask<Void>> lanes = new ArrayList<>(List.of(every(pause, name, work)));
        for (int lane = 2; lane <= LANES; lane++) {
            lanes.add(
                    Tasks.recurring(name + "-" + lane, FixedDelay.of(pause))
                            .execute((_, _) -> run(name, work)));
        }
        return lanes;
    }

    private RecurringTask<Void> every(Duration pause, String name, Work work) {
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
    private void run(String name, Work work) {
        try {
            if (clock.off().isPresent()) {
                throw new NodeClock.ClockIsOff();
            }
            work.run();
            rounds.ended(name, clock.instant());
        } catch (Exception e) {
            LOG.error("The work '{}' failed: {}", name, no.segl.app.api.Causes.of(e));
            throw new RoundFailed(name);
        }
    }
}
