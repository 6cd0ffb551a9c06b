package no.segl.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When an attempt that failed is made again: after {@code first}, then after twice as long each
 * time, up to {@code longest}. Each pause is shortened by chance by up to half, so that what failed
 * together does not come back together.
 *
 * @param first the longest pause after the first attempt
 * @param longest the longest pause of all
 * @param until how long after it was ordered a notice is given up; then all that may follow is for
 *     a person to decide
 */
public record Backoff(Duration first, Duration longest, Duration until) {

    /** Twice and twice again at most this often: a pause stays within what a Duration holds. */
    private static final int DOUBLINGS = 30;

    /** For e-mail and text messages: from a minute to four hours, for three days. */
    public static Backoff ofNotices() {
        return new Backoff(Duration.ofMinutes(1), Duration.ofHours(4), Duration.ofDays(3));
    }

    /**
     * @throws IllegalArgumentException if a pause could be nothing, or the first be the longest
     */
    public Backoff {
        if (first.toMillis() < 2 || longest.compareTo(first) < 0 || until.isNegative()) {
            throw new IllegalArgumentException(
                    "a pause is some time, and none is over the longest");
        }
    }

    /**
     * Whether what was ordered then is not tried at {@code now}, though nothing has come of it:
     * twice as long has passed as it is tried for. What goes out, and cannot be written down to
     * have gone out, would go out for ever.
     */
    public boolean isLost(Instant ordered, Instant now) {
        return now.isAfter(ordered.plus(until).plus(until));
    }

    /**
     * When to try again.
     *
     * @param ordered when the notice was ordered, or when it could first be sent if that is later
     * @param attempts how many attempts were made, at least 1
     * @param failed when the last of them failed
     * @return empty if the next attempt would come too late: it is given up
     */
    public Optional<Instant> next(
            Instant ordered, int attempts, Instant failed, RandomGenerator dice) {
        if (attempts < 1) {
            throw new IllegalArgumentException("nothing was attempted");
        }
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        long pause = (doubled.compareTo(longest) < 0 ? doubled : longest).toMillis();
        Instant next = failed.plusMillis(pause - dice.nextLong(pause / 2));
        return next.isAfter(ordered.plus(until)) ? Optional.empty() : Optional.of(next);
    }
}
