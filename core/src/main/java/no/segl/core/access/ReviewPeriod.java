package no.segl.core.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** How often an organisation goes through all access that is given in it. */
public enum ReviewPeriod {
    YEARLY(12),
    HALF_YEARLY(6),
    QUARTERLY(3);

    private final int months;

    ReviewPeriod(int months) {
        this.months = months;
    }

    /** How long it is, in months: a divisor of a year. */
    public int months() {
        return months;
    }

    /** The one with that name. */
    public static Optional<ReviewPeriod> of(String name) {
        return Arrays.stream(values()).filter(p -> p.name().equals(name)).findFirst();
    }

    /** The one of so many months. */
    public static Optional<ReviewPeriod> of(int months) {
        return Arrays.stream(values()).filter(p -> p.months == months).findFirst();
    }

    /** The first day of the period of the calendar in which {@code day} lies. */
    public LocalDate begin(LocalDate day) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), month, 1);
    }

    /** The first day of the period after the one that begins on {@code first}. */
    public LocalDate next(LocalDate first) {
        return first.plusMonths(months);
    }
}
