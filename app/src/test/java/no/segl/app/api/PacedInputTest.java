package no.segl.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PacedInputTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));
    private Duration slow = Duration.ZERO;
    private final PacedInput in = new PacedInput(new Endless(), now::get);

    @Test
    void graceIsHalfAMinute() throws IOException {
        slow = Duration.ofSeconds(30);
        assertThat(in.read()).isZero();
        slow = Duration.ofSeconds(1);
        assertTooSlow();
    }

    @Test
    void aKibibyteASecondOnTheWholeIsEnough() throws IOException {
        assertThat(in.readNBytes(60 * 1024)).hasSize(60 * 1024);
        slow = Duration.ofSeconds(90);
        assertThat(in.read()).isZero();
        slow = Duration.ofSeconds(1);
        assertTooSlow();
    }

    @Test
    void timeThatSeglTakesIsNotTheClients() throws IOException {
        assertThat(in.read()).isZero();
        pass(Duration.ofHours(1));
        assertThat(in.read()).isZero();
    }

    @Test
    void sixHoursAreTheEndAtAnyPace() throws IOException {
        assertThat(in.readNBytes(32 << 20)).hasSize(32 << 20);
        pass(Duration.ofHours(6));
        assertThat(in.read()).isZero();
        pass(Duration.ofMillis(1));
        assertTooSlow();
    }

    private void assertTooSlow() {
        assertThatThrownBy(in::read)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.TIMEOUT_UPLOAD));
    }

    private void pass(Duration time) {
        now.updateAndGet(n -> n.plus(time));
    }

    /** Gives all that is asked for, and takes its time over it. */
    private final class Endless extends InputStream {
        @Override
        public int read() {
            pass(slow);
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int most) {
            pass(slow);
            return most;
        }
    }
}
