package no.segl.sandbox.svarut;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Lesefrist: hours that are counted on working days alone. Holidays count as working days, since it
 * is not told that they do not.
 */
final class Deadline {

    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private Deadline() {}

    static Instant after(Instant from, Duration hours) {
        ZonedDateTime at = from.atZone(OSLO);
        Duration left = hours;
        while (true) {
            LocalDate day = at.toLocalDate();
            ZonedDateTime next = day.plusDays(1).atStartOfDay(OSLO);
            boolean free =
                    day.getDayOfWeek() == DayOfWeek.SATURDAY
                            || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            Duration today = free ? Duration.ZERO : Duration.between(at, next);
            if (!free && left.compareTo(today) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = next;
        }
    }
}
