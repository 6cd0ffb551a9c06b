package no.segl.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often what can safely be asked again is asked again, and how long it is waited in between:
 * twice as long each time, and somewhere between half of that and all of it, so that many clients
 * do not come back at once. If Segl says how long, that holds, up to {@code most}.
 *
 * @param tries how often in all, 1 or more
 * @param first the longest first pause
 * @param most the longest pause
 */
public record Retries(int tries, Duration first, Duration most, Pause pause) {

    /** Waits; a test need not. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /** Four tries in some seconds. */
    public static final Retries USUAL =
            new Retries(4, Duration.ofMillis(500), Duration.ofSeconds(30), Thread::sleep);

    /** One try. */
    public static final Retries NONE =
            new Retries(1, Duration.ofMillis(1), Duration.ofMillis(1), _ -> {});

    /**
     * @throws IllegalArgumentException if it would never be tried
     */
    public Retries {
        if (tries < 1) {
            throw new IllegalArgumentException("it must be tried once");
        }
    }

    /** How long to wait after try {@code number}, which is 1 or more. */
    Duration after(int number, RandomGenerator random) {
        Duration longest = first.multipliedBy(1L << Math.min(number - 1, 20));
        Duration bound = longest.compareTo(most) < 0 ? longest : most;
        return bound.dividedBy(2).plusNanos(random.nextLong(bound.toNanos() / 2 + 1));
    }

    /** As long as Segl says, within bounds. */
    Duration asked(Duration wait) {
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
