package no.segl.core.day;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Counts working days in Norway: Monday to Friday, save holidays. */
public final class WorkingDays {

    /** The zone in which a day is a day. */
    public static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private WorkingDays() {}

    /** Whether {@code date} is a Monday to Friday and no holiday. */
    public static boolean isWorkingDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && Holidays.on(date).isEmpty();
    }

    /** Whether it is a working day in Norway at {@code at}. */
    public static boolean isWorkingDay(Instant at) {
        return isWorkingDay(at.atZone(NORWAY).toLocalDate());
    }

    /**
     * The same time of day in Norway, {@code days} working days later. The day of {@code from} is
     * not counted: one working day after a Friday, a Saturday or a Sunday is the Monday. That time
     * of day is always there, since clocks are moved on Sundays.
     *
     * @param days how many; 0 gives {@code from} itself, whatever day it is
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public static Instant plusWorkingDays(Instant from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days are counted forward");
        }
        if (days == 0) {
            return from;
        }
        ZonedDateTime start = from.atZone(NORWAY);
        LocalDate date = start.toLocalDate();
        for (int left = days; left > 0; ) {
            date = date.plusDays(1);
            if (isWorkingDay(date)) {
                left--;
            }
        }
        return date.atTime(start.toLocalTime()).atZone(NORWAY).toInstant();
    }

    /**
     * How many whole working days have passed from {@code from} until {@code until}: the most that
     * can be added to {@code from} without coming after {@code until}.
     *
     * @return 0 if {@code until} is not after {@code from}
     */
    public static int workingDaysBetween(Instant from, Instant until) {
        ZonedDateTime start = from.atZone(NORWAY);
        ZonedDateTime end = until.atZone(NORWAY);
        LocalDate last =
                end.toLocalTime().isBefore(start.toLocalTime())
                        ? end.toLocalDate().minusDays(1)
                        : end.toLocalDate();
        return (int)
                start.toLocalDate()
                        .datesUntil(last.isBefore(start.toLocalDate()) ? start.toLocalDate() : last)
                        .map(date -> date.plusDays(1))
                        .filter(WorkingDays::isWorkingDay)
                        .count();
    }
}
