package no.segl.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When an attempt that failed is made again: after {@code first}, then after twice as long each
 * time, up to {@code longest}. Each pause is shortened by chance by up to half, so that what failed
 * together does not come back together. When it is given up is for the rule table to say.
 *
 * @param first the longest pause after the first attempt
 * @param longest the longest pause of all
 */
public record Backoff(Duration first, Duration longest) {

    /** Twice and twice again at most this often: a pause stays within what a Duration holds. */
    private static final int DOUBLINGS = 30;

    /** For what goes out to others: from a minute to four hours. */
    public static Backoff usual() {
        return new Backoff(Duration.ofMinutes(1), Duration.ofHours(4));
    }

    /**
     * @throws IllegalArgumentException if a pause could be nothing, or the first be the longest
     */
    public Backoff {
        if (first.toMillis() < 2 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "a pause is some time, and none is over the longest");
        }
    }

    /**
     * When to try again.
     *
     * @param attempts how many attempts were made, at least 1
     * @param failed when the last of them failed
     */
    public Instant next(int attempts, Instant failed, RandomGenerator dice) {
        if (attempts < 1) {
            throw new IllegalArgumentException("nothing was attempted");
        }
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        long pause = (doubled.compareTo(longest) < 0 ? doubled : longest).toMillis();
        return failed.plusMillis(pause - dice.nextLong(pause / 2));
    }
}
