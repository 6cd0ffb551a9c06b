package no.segl.core.day;

import static no.segl.core.day.WorkingDays.NORWAY;
import static no.segl.core.day.WorkingDays.isWorkingDay;
import static no.segl.core.day.WorkingDays.plusWorkingDays;
import static no.segl.core.day.WorkingDays.workingDaysBetween;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    @Test
    void weekendsAndHolidaysAreNoWorkingDays() {
        assertThat(isWorkingDay(LocalDate.parse("2026-11-24"))).isTrue();
        assertThat(isWorkingDay(LocalDate.parse("2026-11-28"))).as("Saturday").isFalse();
        assertThat(isWorkingDay(LocalDate.parse("2026-11-29"))).as("Sunday").isFalse();
        assertThat(isWorkingDay(LocalDate.parse("2026-04-02"))).as("Maundy Thursday").isFalse();
        assertThat(isWorkingDay(LocalDate.parse("2026-12-24"))).as("Christmas Eve").isTrue();
    }

    /** Mondays to Fridays of each year, less the holidays among them. */
    @Test
    void aWholeYearHasAsManyAsCountedByHand() {
        assertThat(ofYear(2024)).as("all but two holidays").isEqualTo(262 - 10);
        assertThat(ofYear(2025)).as("17 May is a Saturday").isEqualTo(261 - 9);
        assertThat(ofYear(2026)).as("17 May and 26 December too").isEqualTo(261 - 8);
        assertThat(ofYear(2027)).as("17 May is Whit Monday, 1 May Saturday").isEqualTo(261 - 6);
    }

    private static long ofYear(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(WorkingDays::isWorkingDay)
                .count();
    }

    @Test
    void theDayItselfIsNotCounted() {
        assertThat(plusWorkingDays(oslo("2026-11-24T09:30"), 1))
                .isEqualTo(oslo("2026-11-25T09:30"));
        assertThat(plusWorkingDays(oslo("2026-11-27T09:30"), 1))
                .isEqualTo(oslo("2026-11-30T09:30"));
        assertThat(plusWorkingDays(oslo("2026-11-28T09:30"), 1))
                .isEqualTo(oslo("2026-11-30T09:30"));
        assertThat(plusWorkingDays(oslo("2026-11-28T09:30"), 0))
                .isEqualTo(oslo("2026-11-28T09:30"));
    }

    @Test
    void easterAndTheMoveToSummerTimeArePassedOver() {
        assertThat(plusWorkingDays(oslo("2027-03-24T12:00"), 1))
                .as("Easter 2027, with summer time from Easter Sunday")
                .isEqualTo(oslo("2027-03-30T12:00"));
        assertThat(Duration.between(oslo("2027-03-24T12:00"), oslo("2027-03-30T12:00")).toHours())
                .isEqualTo(6 * 24 - 1);
    }

    @Test
    void midnightIsNorwegian() {
        Instant lateOnFriday = Instant.parse("2026-07-03T21:59:59Z");
        Instant earlyOnSaturday = Instant.parse("2026-07-03T22:00:00Z");
        assertThat(isWorkingDay(lateOnFriday)).isTrue();
        assertThat(isWorkingDay(earlyOnSaturday)).isFalse();
    }

    @Test
    void refusesToCountBackward() {
        assertThatThrownBy(() -> plusWorkingDays(Instant.EPOCH, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(workingDaysBetween(oslo("2026-11-25T09:00"), oslo("2026-11-20T09:00"))).isZero();
    }

    /** One seed replays one case. */
    @Test
    void addingAndCountingAgree() {
        for (long seed = 1; seed <= 5_000; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Instant from =
                    Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextLong(500_000_000));
            int days = random.nextInt(1, 60);
            Instant then = plusWorkingDays(from, days);
            String replay = "seed " + seed;

            assertThat(isWorkingDay(then)).as(replay).isTrue();
            assertThat(then.atZone(NORWAY).toLocalTime())
                    .as(replay)
                    .isEqualTo(from.atZone(NORWAY).toLocalTime());
            assertThat(workingDaysBetween(from, then)).as(replay).isEqualTo(days);
            assertThat(workingDaysBetween(from, then.minusNanos(1))).as(replay).isEqualTo(days - 1);
            assertThat(plusWorkingDays(plusWorkingDays(from, 1), days - 1))
                    .as(replay)
                    .isEqualTo(then);
            assertThat(Duration.between(from, then))
                    .as(replay)
                    .isGreaterThan(Duration.ofDays(days).minusHours(2))
                    .isLessThan(Duration.ofDays(days * 7L / 5 + 16));
        }
    }

    private static Instant oslo(String local) {
        return LocalDateTime.parse(local).atZone(NORWAY).toInstant();
    }
}
