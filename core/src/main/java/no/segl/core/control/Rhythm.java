package no.segl.core.control;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import no.segl.core.day.WorkingDays;

/**
 * When something comes again, on working days in Norway. What would fall on another day comes on
 * the next working day, at the same time of day.
 *
 * @param day of the week, 1 (Monday) to 5, or of the month, 1 to 28; 0 if it comes every day
 * @param time of the day in Norway, to the minute
 */
public record Rhythm(Every every, int day, LocalTime time) {

    /** How often. */
    public enum Every {
        DAY(0, 0),
        WEEK(1, 5),
        MONTH(1, 28);

        private final int first;
        private final int last;

        Every(int first, int last) {
            this.first = first;
            this.last = last;
        }

        /** The first day on which it can come. */
        public int first() {
            return first;
        }

        /** The last one: no month is without it. */
        public int last() {
            return last;
        }
    }

    /**
     * @throws IllegalArgumentException if there is no such day, or the time has seconds
     */
    public Rhythm {
        if (!isDay(every, day)) {
            throw new IllegalArgumentException("not a day of that rhythm");
        }
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new IllegalArgumentException("a time of day is told to the minute");
        }
    }

    /** Whether something can come {@code every} on such a day. */
    public static boolean isDay(Every every, int day) {
        return day >= every.first && day <= every.last;
    }

    /** When it comes next, later than {@code after}. */
    public Instant next(Instant after) {
        LocalDate from = after.atZone(WorkingDays.NORWAY).toLocalDate();
        // One that was moved to a later day may not have come yet: begun one round earlier.
        LocalDate date =
                switch (every) {
                    case DAY -> from;
                    case WEEK ->
                            from.minusWeeks(1)
                                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day)));
                    case MONTH -> from.minusMonths(1).withDayOfMonth(day);
                };
        while (true) {
            ZonedDateTime comes = working(date).atTime(time).atZone(WorkingDays.NORWAY);
            if (comes.toInstant().isAfter(after)) {
                return comes.toInstant();
            }
            date =
                    switch (every) {
                        case DAY -> date.plusDays(1);
                        case WEEK -> date.plusWeeks(1);
                        case MONTH -> date.plusMonths(1);
                    };
        }
    }

    /**
     * When a day's work that begins at {@code from} must be done: at the midnight that ends that
     * day, or so many working days later.
     *
     * @param days 0 for the same day
     */
    public static Instant until(Instant from, int days) {
        return WorkingDays.plusWorkingDays(from, days)
                .atZone(WorkingDays.NORWAY)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(WorkingDays.NORWAY)
                .toInstant();
    }

    private static LocalDate working(LocalDate date) {
        LocalDate day = date;
        while (!WorkingDays.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
