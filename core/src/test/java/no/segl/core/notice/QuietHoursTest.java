package no.segl.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final QuietHours HOURS =
            new QuietHours(
                    OSLO,
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(17, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00, 2026-11-24T12:00",
        "2026-11-24T08:59:59, 2026-11-24T09:00",
        "2026-11-24T09:00, 2026-11-24T09:00",
        "2026-11-24T16:59:59, 2026-11-24T16:59:59",
        "2026-11-24T17:00, 2026-11-25T09:00",
        "2026-11-27T17:00, 2026-11-30T09:00",
        "2026-11-28T12:00, 2026-11-30T09:00",
        "2026-03-27T18:00, 2026-03-30T09:00",
        "2026-10-23T18:00, 2026-10-26T09:00"
    })
    void isNotQuietFrom9To17OnWeekdays(LocalDateTime at, LocalDateTime next) {
        assertThat(HOURS.next(in(at), _ -> false)).isEqualTo(in(next));
        assertThat(HOURS.isQuiet(in(at))).isEqualTo(!at.equals(next));
    }

    @Test
    void isQuietOnDaysOff() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        assertThat(HOURS.next(in(LocalDateTime.of(2026, 12, 25, 12, 0)), christmas::equals))
                .isEqualTo(in(LocalDateTime.of(2026, 12, 28, 9, 0)));
    }

    @Test
    void isNotTheHourOfTheServer() {
        assertThat(HOURS.isQuiet(Instant.parse("2026-11-24T08:00:00Z"))).isFalse();
        assertThat(HOURS.isQuiet(Instant.parse("2026-11-24T16:00:00Z"))).isTrue();
        assertThat(HOURS.isQuiet(Instant.parse("2026-07-01T07:00:00Z"))).isFalse();
    }

    @Test
    void isNeverQuietForEver() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuietHours(OSLO, Set.of(), LocalTime.MIN, LocalTime.NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new QuietHours(
                                OSLO, Set.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.NOON));
        assertThatIllegalStateException()
                .isThrownBy(() -> HOURS.next(Instant.parse("2026-11-24T12:00:00Z"), _ -> true));
    }

    private static Instant in(LocalDateTime time) {
        return time.atZone(OSLO).toInstant();
    }
}
