package no.segl.proof.sim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days counted one by one, by a list of Norway's holidays that was copied from a calendar: nothing
 * here is worked out by core.
 */
final class NaivePlan {

    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** Of 2026 to 2028. Source: the almanac of the University of Oslo. */
    private static final Set<LocalDate> HOLIDAYS =
            Stream.of(
                            "2026-01-01 2026-04-02 2026-04-03 2026-04-05 2026-04-06 2026-05-01",
                            "2026-05-14 2026-05-17 2026-05-24 2026-05-25 2026-12-25 2026-12-26",
                            "2027-01-01 2027-03-25 2027-03-26 2027-03-28 2027-03-29 2027-05-01",
                            "2027-05-06 2027-05-16 2027-05-17 2027-12-25 2027-12-26",
                            "2028-01-01 2028-04-13 2028-04-14 2028-04-16 2028-04-17 2028-05-01",
                            "2028-05-17 2028-05-25 2028-06-04 2028-06-05 2028-12-25 2028-12-26")
                    .flatMap(year -> Stream.of(year.split(" ")))
                    .map(LocalDate::parse)
                    .collect(Collectors.toSet());

    private NaivePlan() {}

    /** When a step is due whose days are counted from {@code from}. */
    static Instant due(Tables.Step step, Instant from) {
        ZonedDateTime start = from.atZone(OSLO);
        LocalDate day = start.toLocalDate();
        for (int left = step.days(); left > 0; ) {
            day = day.plusDays(1);
            if (!step.working() || isWorkingDay(day)) {
                left--;
            }
        }
        return step.days() == 0 ? from : day.atTime(start.toLocalTime()).atZone(OSLO).toInstant();
    }

    /** The same time of day, so many days later. */
    static Instant days(Instant from, int days) {
        return days == 0
                ? from
                : from.atZone(OSLO)
                        .toLocalDate()
                        .plusDays(days)
                        .atTime(from.atZone(OSLO).toLocalTime())
                        .atZone(OSLO)
                        .toInstant();
    }

    /** From when a text message may be sent: on working days, from nine to five. */
    static Instant textFrom(Instant at) {
        ZonedDateTime time = at.atZone(OSLO);
        if (isWorkingDay(time.toLocalDate()) && time.getHour() >= 9 && time.getHour() < 17) {
            return at;
        }
        LocalDate day = time.toLocalDate();
        if (time.getHour() >= 9 || !isWorkingDay(day)) {
            do {
                day = day.plusDays(1);
            } while (!isWorkingDay(day));
        }
        return day.atTime(9, 0).atZone(OSLO).toInstant();
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }
}
