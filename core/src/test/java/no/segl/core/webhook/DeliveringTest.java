package no.segl.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import no.segl.core.webhook.Delivering.Next;
import no.segl.core.webhook.Delivering.Outcome;
import no.segl.core.webhook.Delivering.Standing;
import org.junit.jupiter.api.Test;

class DeliveringTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private final SplittableRandom dice = new SplittableRandom(1);

    private Next after(Outcome outcome, int failures, Duration ago) {
        return Delivering.decide(
                outcome, new Standing(failures, Optional.of(NOW.minus(ago))), NOW, dice);
    }

    @Test
    void whatIsTakenIsFollowedByTheNext() {
        assertThat(after(Outcome.TAKEN, 3, Duration.ofHours(2))).isEqualTo(new Next.Onward());
    }

    @Test
    void whatIsRefusedTimeAfterTimeIsSetAside() {
        assertThat(after(Outcome.REFUSED, 3, Duration.ofDays(3))).isInstanceOf(Next.Again.class);
        assertThat(after(Outcome.REFUSED, 4, Duration.ZERO)).isEqualTo(new Next.SetAside());
    }

    @Test
    void whereNobodyAnswersItIsTriedForADayLaterAndLater() {
        assertThat(after(Outcome.UNREACHED, 500, Duration.ofHours(23)))
                .isInstanceOf(Next.Again.class);
        assertThat(after(Outcome.UNREACHED, 1, Duration.ofDays(1))).isEqualTo(new Next.SetAside());
        for (int failures = 0; failures < 40; failures++) {
            Next next =
                    Delivering.decide(
                            Outcome.UNREACHED, new Standing(failures, Optional.empty()), NOW, dice);
            assertThat(next)
                    .isInstanceOfSatisfying(
                            Next.Again.class,
                            again ->
                                    assertThat(Duration.between(NOW, again.at()))
                                            .isBetween(
                                                    Duration.ofSeconds(10), Duration.ofHours(1)));
        }
    }
}
