package no.segl.core.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What is done with notices that went in one message, and did not get through. Each is given up by
 * its own age: what was ordered today is not lost because it shared a message with what is old. The
 * others are tried again at one time, so that they still go in one message.
 *
 * @param over those that are given up
 * @param again those that are tried again
 * @param at when; empty exactly if none is
 */
public record Retry(List<UUID> over, List<UUID> again, Optional<Instant> at) {

    /**
     * One of the notices.
     *
     * @param ordered when it was ordered
     * @param attempts how many times it has been tried, at least once
     */
    public record Tried(UUID notice, Instant ordered, int attempts) {}

    public Retry {
        over = List.copyOf(over);
        again = List.copyOf(again);
    }

    /**
     * Decides.
     *
     * @param failed when the message failed
     */
    public static Retry of(
            List<Tried> tried, Backoff backoff, Instant failed, RandomGenerator dice) {
        List<UUID> over = new ArrayList<>();
        List<UUID> again = new ArrayList<>();
        Optional<Instant> at = Optional.empty();
        for (Tried one : tried) {
            Optional<Instant> next = backoff.next(one.ordered(), one.attempts(), failed, dice);
            if (next.isEmpty()) {
                over.add(one.notice());
                continue;
            }
            again.add(one.notice());
            at = at.filter(earliest -> !earliest.isAfter(next.get())).or(() -> next);
        }
        return new Retry(over, again, at);
    }
}
