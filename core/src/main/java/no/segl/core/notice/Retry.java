package no.segl.core.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;

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
     * @param until when it is given up
     * @param attempts how many times it has been tried, at least once
     */
    public record Tried(UUID notice, Instant until, int attempts) {}

    public Retry {
        over = List.copyOf(over);
        again = List.copyOf(again);
    }

    /**
     * Whether what was ordered then is not tried at {@code now}, though nothing has come of it:
     * twice as long has passed as it is tried for. What goes out, and cannot be written down to
     * have gone out, would go out for ever.
     */
    public static boolean isLost(Instant ordered, Rules rules, Instant now) {
        Row tried = rules.row(Rule.NOTICE_TRIED);
        return now.isAfter(tried.after(tried.after(ordered)));
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
            Instant next = backoff.next(one.attempts(), failed, dice);
            if (next.isAfter(one.until())) {
                over.add(one.notice());
                continue;
            }
            again.add(one.notice());
            at = Optional.of(at.filter(next::isAfter).orElse(next));
        }
        return new Retry(over, again, at);
    }
}
