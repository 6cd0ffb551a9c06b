package no.segl.core.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.segl.core.day.WorkingDays;

/**
 * How long a letter has lain, in days of the calendar in Norway: what became available yesterday
 * evening has lain one day this morning. The letter's age is counted from when it became available,
 * or from when it was sealed for as long as it has not.
 */
public enum Age {
    TODAY(0, 0),
    DAYS_1_2(1, 2),
    DAYS_3_6(3, 6),
    /**
     * Past the week after which the law wants a second notice (law: eforvaltningsforskriften-8).
     */
    DAYS_7_13(7, 13),
    DAYS_14_20(14, 20),
    DAYS_21_MORE(21, Integer.MAX_VALUE);

    private final int least;
    private final int most;

    Age(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** In days, at least. */
    public int least() {
        return least;
    }

    /** In days, at most; empty if there is no end. */
    public Optional<Integer> most() {
        return most == Integer.MAX_VALUE ? Optional.empty() : Optional.of(most);
    }

    /** In which of them a number of days falls; what is in the future has lain no day. */
    public static Age of(long days) {
        Age found = TODAY;
        for (Age age : values()) {
            found = days >= age.least ? age : found;
        }
        return found;
    }

    /** Whole days of the calendar from {@code since} to {@code now}. */
    public static long days(Instant since, Instant now) {
        return ChronoUnit.DAYS.between(day(since), day(now));
    }

    /**
     * What came before this moment has lain for more than {@code days} days; all else has not.
     *
     * @param days 0 or more
     */
    public static Instant before(int days, Instant now) {
        return day(now).minusDays(days).atStartOfDay(WorkingDays.NORWAY).toInstant();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkingDays.NORWAY);
    }
}
