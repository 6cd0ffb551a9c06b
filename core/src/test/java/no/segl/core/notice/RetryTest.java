package no.segl.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import no.segl.core.notice.Retry.Tried;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final UUID OLD = new UUID(1, 1);
    private static final UUID NEW = new UUID(2, 2);
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    @Test
    void whatIsNewIsNotGivenUpWithWhatIsOld() {
        Retry retry = of(new Tried(OLD, NOW, 40), new Tried(NEW, LATER, 1));

        assertThat(retry.over()).containsExactly(OLD);
        assertThat(retry.again()).containsExactly(NEW);
        assertThat(retry.at().orElseThrow()).isBetween(NOW, NOW.plusSeconds(60));
    }

    @Test
    void whatGoesOnGoesTogetherAtTheEarliest() {
        Retry retry = of(new Tried(OLD, LATER, 20), new Tried(NEW, LATER, 1));

        assertThat(retry.again()).containsExactly(OLD, NEW);
        assertThat(retry.at().orElseThrow()).isBeforeOrEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void whenAllAreOverThereIsNoNextTime() {
        Retry retry = of(new Tried(OLD, NOW, 40));

        assertThat(retry).isEqualTo(new Retry(List.of(OLD), List.of(), Optional.empty()));
    }

    private static Retry of(Tried... tried) {
        return Retry.of(List.of(tried), Backoff.usual(), NOW, new SplittableRandom(1));
    }
}
