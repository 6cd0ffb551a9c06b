package no.segl.core.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a letter has lain. */
class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T22:59:00Z, 2026-12-01T07:00:00Z, 1",
        "2026-11-30T23:01:00Z, 2026-12-01T07:00:00Z, 0",
        "2026-11-24T10:00:00Z, 2026-12-01T07:00:00Z, 7",
        // The night that has 23 hours, and the one that has 25.
        "2026-03-28T22:30:00Z, 2026-03-29T21:30:00Z, 1",
        "2026-10-24T22:30:00Z, 2026-10-25T22:59:00Z, 0",
        "2026-10-24T21:30:00Z, 2026-10-25T23:00:00Z, 2",
        // A letter from a clock that is ahead has lain no less than nothing.
        "2026-12-03T10:00:00Z, 2026-12-01T07:00:00Z, -2",
    })
    void days_are_days_of_the_calendar_in_norway(Instant since, Instant now, long days) {
        assertThat(Age.days(since, now)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-29T00:30:00Z",
                "2026-03-30T12:00:00Z",
                "2026-10-25T01:30:00Z",
                "2026-10-26T12:00:00Z",
                "2026-12-01T23:30:00Z",
            })
    void what_lies_before_the_moment_has_lain_for_more_days_and_nothing_else(Instant now) {
        for (int days = 0; days < 40; days++) {
            Instant before = Age.before(days, now);
            assertThat(Age.days(before.minusSeconds(1), now)).isEqualTo(days + 1L);
            assertThat(Age.days(before, now)).isEqualTo(days);
        }
    }

    @Test
    void every_number_of_days_falls_in_the_one_that_names_it() {
        for (int days = 0; days < 60; days++) {
            Age age = Age.of(days);
            assertThat(days).isBetween(age.least(), age.most().orElse(Integer.MAX_VALUE));
        }
        assertThat(Age.of(-1)).isEqualTo(Age.TODAY);
    }
}
