package no.segl.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sandbox's clock. It can be set, moved and stopped, and be read wrongly by a neighbour. */
public final class SandboxClock implements InstantSource {

    private final InstantSource base;
    private final Map<String, Duration> skews = new HashMap<>();
    private Duration offset = Duration.ZERO;
    private Optional<Instant> standing = Optional.empty();

    /**
     * A clock that goes as {@code base} does, until it is told otherwise.
     *
     * @param base the machine's, or a fixed one
     */
    public SandboxClock(InstantSource base) {
        this.base = base;
    }

    /** One that stands until it is moved. */
    public static SandboxClock standingAt(Instant instant) {
        SandboxClock clock = new SandboxClock(InstantSource.fixed(instant));
        clock.stop();
        return clock;
    }

    @Override
    public synchronized Instant instant() {
        return standing.orElseGet(() -> base.instant().plus(offset));
    }

    /** Sets it; backwards too. It stands or goes as before. */
    public synchronized void set(Instant instant) {
        if (standing.isPresent()) {
            standing = Optional.of(instant);
        } else {
            offset = Duration.between(base.instant(), instant);
        }
    }

    /** Moves it. */
    public synchronized void advance(Duration by) {
        set(instant().plus(by));
    }

    /** Stops it where it is. */
    public synchronized void stop() {
        standing = Optional.of(instant());
    }

    /** Lets it go on from where it is. */
    public synchronized void go() {
        Instant now = instant();
        standing = Optional.empty();
        offset = Duration.between(base.instant(), now);
    }

    public synchronized boolean isStanding() {
        return standing.isPresent();
    }

    /**
     * Lets a neighbour's own clock be wrong.
     *
     * @param by how far it is ahead; negative if behind
     */
    public synchronized void skew(String neighbour, Duration by) {
        skews.put(neighbour, by);
    }

    /** How far a neighbour's clock is ahead. */
    public synchronized Duration skewOf(String neighbour) {
        return skews.getOrDefault(neighbour, Duration.ZERO);
    }

    /** The time as a neighbour reads it. */
    public InstantSource asReadBy(String neighbour) {
        return () -> instant().plus(skewOf(neighbour));
    }
}
