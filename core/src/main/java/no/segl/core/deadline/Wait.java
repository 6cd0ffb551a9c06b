package no.segl.core.deadline;

import static no.segl.core.day.WorkingDays.NORWAY;

import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import no.segl.core.day.WorkingDays;

/**
 * How long to wait, counted in Norway.
 *
 * @param period calendar days, months and years; or, if {@code workingDays}, only days
 * @param workingDays whether the period's days are working days
 */
public record Wait(Period period, boolean workingDays) {

    /** No wait at all. */
    public static final Wait NONE = new Wait(Period.ZERO, false);

    /**
     * @throws IllegalArgumentException if the period goes backwards, or is of working months
     */
    public Wait {
        if (period.isNegative()) {
            throw new IllegalArgumentException("a wait goes backwards");
        }
        if (workingDays && period.toTotalMonths() != 0) {
            throw new IllegalArgumentException("a month is not counted in working days");
        }
    }

    /** So many calendar days. */
    public static Wait days(int days) {
        return new Wait(Period.ofDays(days), false);
    }

    /** So many working days. */
    public static Wait workingDays(int days) {
        return new Wait(Period.ofDays(days), true);
    }

    /** When it is over, if it began at {@code from}. */
    public Instant after(Instant from) {
        return workingDays
                ? WorkingDays.plusWorkingDays(from, Math.toIntExact(period.get(ChronoUnit.DAYS)))
                : from.atZone(NORWAY).plus(period).toInstant();
    }

    /** Whether it is over at once. */
    boolean isNone() {
        return period.isZero();
    }
}
