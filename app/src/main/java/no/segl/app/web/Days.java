package no.segl.app.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import no.segl.core.day.WorkingDays;

/**
 * Days as people enter them: «til og med», through the whole of a day in Norway. What holds through
 * a day ends at the midnight that ends it, whatever the hour of summer time.
 */
final class Days {

    private static final int MOST_YEARS = 10;

    private Days() {}

    /**
     * A day that was entered.
     *
     * @param end when it is over; empty if none was entered
     * @param isFaulty whether what was entered is no day, is over, or is too far away
     */
    record Entered(Optional<Instant> end, boolean isFaulty) {}

    /** Reads what was entered as the last day. */
    static Entered read(Optional<String> text, Instant now) {
        if (text.map(String::isBlank).orElse(true)) {
            return new Entered(Optional.empty(), false);
        }
        try {
            LocalDate day = LocalDate.parse(text.get());
            LocalDate today = first(now);
            boolean near = !day.isBefore(today) && day.isBefore(today.plusYears(MOST_YEARS));
            return near
                    ? new Entered(
                            Optional.of(
                                    day.plusDays(1).atStartOfDay(WorkingDays.NORWAY).toInstant()),
                            false)
                    : new Entered(Optional.empty(), true);
        } catch (DateTimeParseException e) {
            return new Entered(Optional.empty(), true);
        }
    }

    /**
     * When the first day that was entered begins: now, if it is today or none was entered.
     *
     * @return empty if what was entered is no day, is over, or is too far away
     */
    static Optional<Instant> begin(Optional<String> text, Instant now) {
        if (text.map(String::isBlank).orElse(true)) {
            return Optional.of(now);
        }
        return read(text, now)
                .end()
                .map(_ -> LocalDate.parse(text.get()).atStartOfDay(WorkingDays.NORWAY).toInstant())
                .map(begin -> begin.isAfter(now) ? begin : now);
    }

    /** The first day that something can end on: today. */
    static LocalDate first(Instant now) {
        return LocalDate.ofInstant(now, WorkingDays.NORWAY);
    }
}
