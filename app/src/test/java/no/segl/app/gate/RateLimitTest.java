package no.segl.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final int A_TENTH_OF_A_MINUTE = 60;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));
    private final RateLimit limit = new RateLimit(10 * A_TENTH_OF_A_MINUTE, now::get);

    @Test
    void aBucketHoldsATenthOfAMinutesWorthAndFillsEvenly() {
        assertThat(taken("a")).isEqualTo(A_TENTH_OF_A_MINUTE);
        pass(Duration.ofSeconds(1));
        assertThat(taken("a")).as("the one that was refused counts").isEqualTo(10 - 1);
        pass(Duration.ofDays(1));
        assertThat(taken("a")).isEqualTo(A_TENTH_OF_A_MINUTE);
    }

    @Test
    void oneClientDoesNotSpendAnothersBucket() {
        taken("a");
        assertThat(taken("b")).isEqualTo(A_TENTH_OF_A_MINUTE);
    }

    @Test
    void aMultitudeOfNewcomersSharesOneBucketAndTheKnownKeepTheirs() {
        limit.allows("known");
        for (int i = 0; i < 100_000; i++) {
            limit.allows("newcomer " + i);
        }
        int newcomers = 0;
        for (int i = 0; i < 1000; i++) {
            newcomers += limit.allows("late newcomer " + i) ? 1 : 0;
        }
        assertThat(newcomers).isLessThanOrEqualTo(A_TENTH_OF_A_MINUTE + 1);
        assertThat(taken("known")).isEqualTo(A_TENTH_OF_A_MINUTE - 1);
        pass(Duration.ofMinutes(1));
        assertThat(taken("late newcomer 7")).as("there is room again").isGreaterThan(10);
    }

    private int taken(String client) {
        int taken = 0;
        while (limit.allows(client)) {
            taken++;
        }
        return taken;
    }

    private void pass(Duration time) {
        now.updateAndGet(n -> n.plus(time));
    }
}
