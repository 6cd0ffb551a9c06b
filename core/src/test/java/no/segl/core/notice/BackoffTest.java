package no.segl.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant ORDERED = Instant.parse("2026-11-24T12:00:00Z");
    private static final Backoff BACKOFF = Backoff.usual();

    private final RandomGenerator dice = new SplittableRandom(7);

    @Test
    void doublesFromAMinuteToFourHours() {
        Duration[] longest = {
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(16),
            Duration.ofMinutes(32),
            Duration.ofMinutes(64),
            Duration.ofMinutes(128),
            Duration.ofHours(4),
            Duration.ofHours(4)
        };
        for (int attempt = 1; attempt <= longest.length; attempt++) {
            for (int i = 0; i < 100; i++) {
                assertThat(pause(attempt))
                        .isGreaterThan(longest[attempt - 1].dividedBy(2))
                        .isLessThanOrEqualTo(longest[attempt - 1]);
            }
        }
    }

    @Test
    void whatFailedTogetherDoesNotComeBackTogether() {
        assertThat(IntStream.range(0, 100).mapToObj(_ -> pause(9)).distinct().count())
                .isGreaterThan(90);
    }

    @Test
    void staysAtFourHoursHoweverManyAttempts() {
        assertThat(pause(Integer.MAX_VALUE)).isLessThanOrEqualTo(Duration.ofHours(4)).isPositive();
    }

    @Test
    void oneThatAlwaysFailsIsTriedSome20TimesInThreeDays() {
        Instant next = ORDERED;
        int attempts = 0;
        while (next.isBefore(ORDERED.plus(Duration.ofDays(3)))) {
            attempts++;
            next = BACKOFF.next(attempts, next, dice);
        }
        assertThat(attempts).isBetween(20, 45);
    }

    @Test
    void isNoPauseWithoutAnAttempt() {
        assertThatIllegalArgumentException().isThrownBy(() -> BACKOFF.next(0, ORDERED, dice));
    }

    private Duration pause(int attempt) {
        return Duration.between(ORDERED, BACKOFF.next(attempt, ORDERED, dice));
    }
}
