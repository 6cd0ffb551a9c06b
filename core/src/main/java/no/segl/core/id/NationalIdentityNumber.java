package no.segl.core.id;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A Norwegian national identity number: a fødselsnummer or a D-number, of the real series or of a
 * synthetic one. Eleven digits: day, month, year, three for the individual, two check digits.
 *
 * <p>A D-number has 40 added to its day. Synthetic numbers have something added to their month: 80
 * in Skatteetaten's Tenor, 40 in NAV's Dolly, 65 where NAV makes its own of Tenor's kind. Numbers
 * given from 2032 on may have any of four first check digits, and tell neither sex nor century;
 * those given before stay valid. Both kinds are taken, since a number does not tell when it was
 * given. Source: Skatteetaten, "Nytt fødselsnummer fra 2032",
 * https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032/
 *
 * <p>It never stands in a text by itself: {@link #toString} hides it, and only {@link #digits}
 * tells.
 */
public final class NationalIdentityNumber {

    private static final int LENGTH = 11;

    /** Digits in a row, as many as a number has or more. */
    private static final Pattern RUN = Pattern.compile("[0-9](?:[ .\\u00a0-]?[0-9]){10,}");

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    /** The greatest remainder of the first check; until 2032 it had to be 0. */
    private static final int MOST_LEFT = 3;

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<!\\d)\\d{6}[\\s\\p{Z}\\p{Pd}.]?\\d{5}(?!\\d)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /** A leap year, for a date whose century is not told. */
    private static final int LEAP_YEAR = 2000;

    private final String digits;

    private NationalIdentityNumber(String digits) {
        this.digits = digits;
    }

    /** Who gave it, as far as the number tells. */
    public enum Series {
        /** Folkeregisteret: somebody who lives, or has lived. */
        REAL,
        /** Skatteetaten's test population, Tenor: 80 added to the month. */
        TENOR,
        /** NAV's test population, Dolly: 40 added to the month. */
        DOLLY,
        /** NAV's numbers of Tenor's kind: 65 added to the month. */
        NAV
    }

    /**
     * The number in {@code text}, which may have a space after the date, or empty if it is none.
     */
    public static Optional<NationalIdentityNumber> parse(String text) {
        String digits = text.replaceFirst("^([0-9]{6}) ", "$1");
        return isValid(digits) ? Optional.of(new NationalIdentityNumber(digits)) : Optional.empty();
    }

    /**
     * Whether one stands somewhere in {@code text}, also with a space, a full stop or a hyphen here
     * and there.
     */
    public static boolean isIn(String text) {
        return RUN.matcher(text)
                .results()
                .map(run -> run.group().replaceAll("[^0-9]", ""))
                .anyMatch(digits ->
                        IntStream.rangeClosed(0, digits.length() - LENGTH)
                                .anyMatch(i -> isValid(digits.substring(i, i + LENGTH))));
    }

    /** Whether eleven digits stand together in {@code text} as such a number does. */
    public static boolean looksToBeIn(String text) {
        return WRITTEN.matcher(text).find();
    }

    /**
     * Whether one stands there by itself, as they are written: a reference may have eleven digits
     * of its own.
     */
    public static boolean standsIn(String text) {
        return WRITTEN.matcher(text)
                .results()
                .map(found -> plain(found.group()))
                .anyMatch(NationalIdentityNumber::isValid);
    }

    private static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.digit(c, 10))
                .filter(digit -> digit >= 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }

    private static boolean isValid(String digits) {
        return digits.length() == LENGTH
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && remainder(digits, FIRST) <= MOST_LEFT
                && remainder(digits, SECOND) == 0
                && isDate(day(digits), month(digits), pair(digits, 4));
    }

    private static int remainder(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % LENGTH;
    }

    /** The year's last two digits do not tell the century: 29 February needs one that fits. */
    private static boolean isDate(int day, int month, int year) {
        try {
            LocalDate.of(LEAP_YEAR + year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int pair(String digits, int from) {
        return (digits.charAt(from) - '0') * 10 + digits.charAt(from + 1) - '0';
    }

    private static int day(String digits) {
        int day = pair(digits, 0);
        return day > 40 ? day - 40 : day;
    }

    private static int month(String digits) {
        return pair(digits, 2) - added(series(digits));
    }

    private static int added(Series series) {
        return switch (series) {
            case REAL -> 0;
            case DOLLY -> 40;
            case NAV -> 65;
            case TENOR -> 80;
        };
    }

    private static Series series(String digits) {
        int month = pair(digits, 2);
        if (month > 80) {
            return Series.TENOR;
        }
        if (month > 65) {
            return Series.NAV;
        }
        return month > 40 ? Series.DOLLY : Series.REAL;
    }

    /** The eleven digits, for whoever must have them: to seal them, or to show them to somebody. */
    public String digits() {
        return digits;
    }

    /** Whether it is a D-number: given to somebody who is not registered as living in Norway. */
    public boolean isDNumber() {
        return digits.charAt(0) >= '4';
    }

    /** Its series. */
    public Series series() {
        return series(digits);
    }

    /** Hides the number: what is made a text tends to end in a log. */
    @Override
    public String toString() {
        return "NationalIdentityNumber[***********]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NationalIdentityNumber that && that.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }
}
