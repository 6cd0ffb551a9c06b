package no.segl.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import no.segl.core.control.Rhythm.Every;
import no.segl.core.day.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Controls come on working days in Norway, at the time of day that was chosen. */
class RhythmTest {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    private static Instant norway(String local) {
        return LocalDateTime.parse(local).atZone(WorkingDays.NORWAY).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // A Tuesday, a Friday, the day before Good Friday of 2026.
        "DAY, 0, 2026-11-24T07:59, 2026-11-24T08:00",
        "DAY, 0, 2026-11-24T08:00, 2026-11-25T08:00",
        "DAY, 0, 2026-11-27T09:00, 2026-11-30T08:00",
        "DAY, 0, 2026-04-01T09:00, 2026-04-07T08:00",
        // Mondays; the Easter Monday becomes the Tuesday.
        "WEEK, 1, 2026-11-24T12:00, 2026-11-30T08:00",
        "WEEK, 1, 2026-03-30T09:00, 2026-04-07T08:00",
        "WEEK, 1, 2026-04-06T12:00, 2026-04-07T08:00",
        "WEEK, 1, 2026-04-07T08:00, 2026-04-13T08:00",
        // Over the change to winter time it is eight all the same.
        "WEEK, 1, 2026-10-19T08:00, 2026-10-26T08:00",
        "MONTH, 1, 2026-11-24T12:00, 2026-12-01T08:00",
        // The first of November 2026 is a Sunday, and New Year's Day a holiday before a weekend.
        "MONTH, 1, 2026-10-31T12:00, 2026-11-02T08:00",
        "MONTH, 1, 2026-11-01T12:00, 2026-11-02T08:00",
        "MONTH, 1, 2026-12-31T12:00, 2027-01-04T08:00",
        "MONTH, 28, 2026-02-28T12:00, 2026-03-02T08:00"
    })
    void comesNextOnAWorkingDay(Every every, int day, String after, String comes) {
        assertThat(new Rhythm(every, day, EIGHT).next(norway(after))).isEqualTo(norway(comes));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:00, 0, 2026-11-25T00:00",
        "2026-11-24T08:00, 1, 2026-11-26T00:00",
        "2026-11-27T08:00, 1, 2026-12-01T00:00",
        "2026-04-01T08:00, 2, 2026-04-09T00:00"
    })
    void isToBeDoneByTheEndOfAWorkingDay(String from, int days, String until) {
        assertThat(Rhythm.until(norway(from), days)).isEqualTo(norway(until));
    }

    @Test
    void hasADayThatThereIs() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm(Every.WEEK, 6, EIGHT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm(Every.MONTH, 29, EIGHT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rhythm(Every.DAY, 1, EIGHT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rhythm(Every.DAY, 0, LocalTime.of(8, 0, 1)));
    }
}
