package no.segl.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.segl.core.letter.Notice.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One message for many things, whatever they are. */
class GatheringTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private final Instant at = Instant.parse("2026-03-02T10:00:00Z");

    private Instant from(Kind kind, Optional<Duration> ago) {
        return Gathering.from(kind, ago.map(at::minus), HOUR, at);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHARED")
    void whatIsSaidOfOneAfterAnotherWaitsForTheNext(Kind kind) {
        assertThat(from(kind, Optional.empty())).as("the first goes at once").isEqualTo(at);
        assertThat(from(kind, Optional.of(Duration.ofMinutes(20))))
                .isEqualTo(at.plus(Duration.ofMinutes(40)));
        assertThat(from(kind, Optional.of(HOUR))).isEqualTo(at);
    }

    @Test
    void whatAReaderSendsWaitsForNothing() {
        assertThat(from(Kind.SHARED, Optional.of(Duration.ofMinutes(1)))).isEqualTo(at);
    }
}
