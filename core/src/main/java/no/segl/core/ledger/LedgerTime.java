package no.segl.core.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Times as the ledger writes them: UTC, exact to the microsecond, always 27 characters, such as
 * {@code 2026-11-24T08:15:30.000250Z}.
 *
 * <p>There is one way to write each time, because the text itself is hashed. Microseconds, since
 * that is what PostgreSQL keeps: a finer time would not survive being stored.
 */
public final class LedgerTime {

    private static final String SHAPE = "0000-00-00T00:00:00.000000Z";

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private LedgerTime() {}

    /**
     * The same time without what is finer than a microsecond.
     *
     * @throws IllegalArgumentException if the year does not have four digits
     */
    public static Instant exact(Instant at) {
        if (at.isBefore(FIRST) || !at.isBefore(END)) {
            throw new IllegalArgumentException("a ledger time needs a year of four digits");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The 27 characters of an {@linkplain #exact exact} time. */
    public static String text(Instant at) {
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        char[] text = SHAPE.toCharArray();
        put(text, 0, 4, utc.getYear());
        put(text, 5, 2, utc.getMonthValue());
        put(text, 8, 2, utc.getDayOfMonth());
        put(text, 11, 2, utc.getHour());
        put(text, 14, 2, utc.getMinute());
        put(text, 17, 2, utc.getSecond());
        put(text, 20, 6, utc.getNano() / 1_000);
        return new String(text);
    }

    /** The time in {@code text}, or empty if it is not written in exactly this form. */
    public static Optional<Instant> parse(String text) {
        if (!hasShape(text)) {
            return Optional.empty();
        }
        try {
            LocalDateTime utc =
                    LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 2),
                            number(text, 8, 2),
                            number(text, 11, 2),
                            number(text, 14, 2),
                            number(text, 17, 2),
                            number(text, 20, 6) * 1_000);
            return utc.getYear() < 1
                    ? Optional.empty()
                    : Optional.of(utc.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasShape(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = SHAPE.charAt(i) == '0' ? c >= '0' && c <= '9' : c == SHAPE.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static void put(char[] text, int from, int digits, int value) {
        int rest = value;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
