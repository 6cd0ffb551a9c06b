package no.segl.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import no.segl.core.notice.Backoff;

/**
 * Decides what is done after an event was sent to a webhook. Events go one after the other, so that
 * those of one letter come in order: one that does not come through holds the others back while it
 * is tried again, and is then set aside, where people see it and can have it sent again.
 */
public final class Delivering {

    /** How often an event is sent that is refused, though others may be taken. */
    static final int REFUSALS = 5;

    /** How long an event is tried where nobody takes anything. */
    static final Duration TRIED = Duration.ofDays(1);

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(20), Duration.ofHours(1));

    private Delivering() {}

    /** What became of an attempt. */
    public enum Outcome {
        /** Whoever is there took it. */
        TAKEN,
        /** Whoever is there does not want this one. */
        REFUSED,
        /** Nobody answered, or only that it cannot be taken now. */
        UNREACHED
    }

    /**
     * What is known of the event that is next.
     *
     * @param failures how many attempts failed
     * @param since when the first of them failed
     */
    public record Standing(int failures, Optional<Instant> since) {}

    /** What is done. */
    public sealed interface Next {
        /** The next event is sent. */
        record Onward() implements Next {}

        /** It is sent again then. */
        record Again(Instant at) implements Next {}

        /** It is set aside, and the next event is sent. */
        record SetAside() implements Next {}
    }

    /** Decides. */
    public static Next decide(
            Outcome outcome, Standing standing, Instant now, RandomGenerator dice) {
        if (outcome == Outcome.TAKEN) {
            return new Next.Onward();
        }
        int failures = standing.failures() + 1;
        boolean over =
                outcome == Outcome.REFUSED
                        ? failures >= REFUSALS
                        : !now.isBefore(standing.since().orElse(now).plus(TRIED));
        return over ? new Next.SetAside() : new Next.Again(BACKOFF.next(failures, now, dice));
    }
}
