package no.segl.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much lies unopened, and how long it takes until letters are opened.
 *
 * @param asOf the moment for which they hold
 * @param oldest when the one that has lain longest became available
 */
public record Figures(
        Instant asOf,
        long unopened,
        Optional<Instant> oldest,
        List<OfAge> byAge,
        List<OfCategory> byCategory,
        Opened openedLately) {

    /** Those that have lain for so many days of the calendar. */
    public record OfAge(int fromDays, Optional<Integer> toDays, long unopened) {}

    /** Those of one category. */
    public record OfCategory(String category, long unopened) {}

    /** Those that were opened in the last 30 days. */
    public record Opened(long letters, long medianSeconds, long ninetiethPercentileSeconds) {}
}
