package no.segl.core.day;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days, other than ordinary Sundays, on which Norway does not work (law: helligdagsfredloven-2,
 * law: hoytidsdagsloven-1). The eves of Christmas and New Year, and the Saturday before Easter, are
 * no holidays.
 */
public final class Holidays {

    /** From when the calendar that these rules are made for is in use in Norway. */
    private static final int FIRST_YEAR = 1701;

    private Holidays() {}

    /** A day that is kept each year. */
    public enum Holiday {
        NEW_YEARS_DAY(1, 1),
        MAUNDY_THURSDAY(-3),
        GOOD_FRIDAY(-2),
        EASTER_SUNDAY(0),
        EASTER_MONDAY(1),
        LABOUR_DAY(5, 1),
        CONSTITUTION_DAY(5, 17),
        ASCENSION_DAY(39),
        WHIT_SUNDAY(49),
        WHIT_MONDAY(50),
        CHRISTMAS_DAY(12, 25),
        SECOND_CHRISTMAS_DAY(12, 26);

        private final int month;
        private final int day;

        Holiday(int month, int day) {
            this.month = month;
            this.day = day;
        }

        Holiday(int daysAfterEaster) {
            this(0, daysAfterEaster);
        }

        /**
         * When it is in {@code year}.
         *
         * @throws IllegalArgumentException if the year is before 1701
         */
        public LocalDate in(int year) {
            return month == 0
                    ? easterSunday(year).plusDays(day)
                    : LocalDate.of(checked(year), month, day);
        }
    }

    /**
     * Easter Sunday of {@code year}: the first Sunday after the first full moon on or after 21
     * March, the moon being that of the church's tables. Source: the algorithm published
     * anonymously in Nature 13 (1876) p. 487, as given by J. Meeus, Astronomical Algorithms, ch. 8.
     *
     * @throws IllegalArgumentException if the year is before 1701
     */
    public static LocalDate easterSunday(int year) {
        int a = checked(year) % 19;
        int b = year / 100;
        int c = year % 100;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }

    /**
     * The holidays of {@code year} by date. Two may fall on one day, as when Ascension Day is on 17
     * May; then the one that is named first in {@link Holiday} stands.
     *
     * @throws IllegalArgumentException if the year is before 1701
     */
    public static SortedMap<LocalDate, Holiday> of(int year) {
        SortedMap<LocalDate, Holiday> days = new TreeMap<>();
        Arrays.stream(Holiday.values()).forEach(day -> days.putIfAbsent(day.in(year), day));
        return days;
    }

    /** Which holiday {@code date} is, if any. An ordinary Sunday is none. */
    public static Optional<Holiday> on(LocalDate date) {
        LocalDate easter = easterSunday(date.getYear());
        return Arrays.stream(Holiday.values())
                .filter(day ->
                        day.month == 0
                                ? easter.plusDays(day.day).equals(date)
                                : date.getMonth() == Month.of(day.month)
                                        && date.getDayOfMonth() == day.day)
                .findFirst();
    }

    private static int checked(int year) {
        if (year < FIRST_YEAR) {
            throw new IllegalArgumentException("holidays are known from 1701 on");
        }
        return year;
    }
}
