package no.segl.app.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/**
 * The time as Segl is told it, held against the database's clock. A node that wakes from a sleep
 * with its clock a year ahead would look at every letter, and put the next look off by a year: so
 * it does nothing while the clock of its machine and the database's are more than some minutes
 * apart. Which of the two is right nobody here can know.
 *
 * <p>What is told may be another time than the machine's, as in the demo; only the machine's own is
 * held against the database's.
 */
final class NodeClock implements InstantSource {

    /** How far apart they may be. */
    static final Duration MOST = Duration.ofMinutes(5);

    /** After how long the database is asked again, where nothing gives reason to sooner. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final InstantSource told;
    private final Optional<Machine> machine;
    private volatile Optional<Mark> mark = Optional.empty();

    /**
     * What there is to go by.
     *
     * @param clock the machine's
     * @param nanos a count of nanoseconds that no change of the clock changes
     * @param database asks the database what time it is
     */
    record Machine(InstantSource clock, LongSupplier nanos, Supplier<Instant> database) {}

    /** What the database's clock was, by the count of nanoseconds. */
    private record Mark(Instant at, long nanos) {}

    /** Work that is not done, since it is not known what time it is. */
    static final class ClockIsOff extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ClockIsOff() {
            super("this machine's clock and the database's are too far apart");
        }
    }

    /**
     * @param told the time as Segl is told it
     * @param machine empty where nothing is to be compared, as in tests that set the time
     */
    NodeClock(InstantSource told, Optional<Machine> machine) {
        this.told = told;
        this.machine = machine;
    }

    /**
     * The time.
     *
     * @throws ClockIsOff if the clock has leapt away from the database's since it was last asked
     */
    @Override
    public Instant instant() {
        if (machine.filter(this::hasLeapt).flatMap(this::ask).isPresent()) {
            throw new ClockIsOff();
        }
        return told.instant();
    }

    /**
     * By how much this machine's clock is ahead of the database's, asked now; behind it, if
     * negative; empty if they agree.
     *
     * @throws DataAccessException if the database does not answer
     */
    Optional<Duration> off() {
        return machine.flatMap(this::compare);
    }

    /** Whether the clocks are compared at all. */
    boolean isCompared() {
        return machine.isPresent();
    }

    /** The machine's time, or the database's where the two are too far apart. */
    Instant trusted() {
        return machine.map(this::trusted).orElseGet(told::instant);
    }

    private Instant trusted(Machine by) {
        long since = mark.map(m -> by.nanos().getAsLong() - m.nanos()).orElse(Long.MAX_VALUE);
        if (since > FRESH.toNanos() || hasLeapt(by)) {
            ask(by);
        }
        Instant here = by.clock().instant();
        return hasLeapt(by) ? database(by).orElse(here) : here;
    }

    /** The same as {@link #off}; empty also if the database does not answer. */
    private Optional<Duration> ask(Machine by) {
        try {
            return compare(by);
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    private Optional<Duration> compare(Machine by) {
        Instant before = by.clock().instant();
        Instant there = by.database().get();
        mark = Optional.of(new Mark(there, by.nanos().getAsLong()));
        Duration ahead = Duration.between(there, before);
        Duration behind = Duration.between(by.clock().instant(), there);
        if (ahead.compareTo(MOST) > 0) {
            return Optional.of(ahead);
        }
        return behind.compareTo(MOST) > 0 ? Optional.of(behind.negated()) : Optional.empty();
    }

    /** What the database's clock must be by now. */
    private Optional<Instant> database(Machine by) {
        return mark.map(m -> m.at().plusNanos(by.nanos().getAsLong() - m.nanos()));
    }

    private boolean hasLeapt(Machine by) {
        return database(by)
                .map(there -> Duration.between(there, by.clock().instant()).abs())
                .filter(apart -> apart.compareTo(MOST) > 0)
                .isPresent();
    }
}
