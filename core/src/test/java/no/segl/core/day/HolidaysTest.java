package no.segl.core.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import no.segl.core.day.Holidays.Holiday;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    /**
     * Sources: for 2020 to 2027 the Easter Mondays that klokkeonline.no/tidsur/paske lists; for
     * 2024 to 2034 the Easter Sundays that kalender.se/helgdagar/paskdagen lists; for 2035 the rule
     * of R. Penrose, which {@link #anotherRuleSaysTheSame} holds against all years.
     */
    private static final String[] EASTERS = {
        "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09",
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
        "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
        "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25"
    };

    @Test
    void findsTheEastersOfTheTable() {
        for (String easter : EASTERS) {
            LocalDate date = LocalDate.parse(easter);
            assertThat(Holidays.easterSunday(date.getYear())).isEqualTo(date);
        }
    }

    /**
     * The latest and earliest that there are. Source: nettarkiv.h-a.no/kultur/tavla/paaskedatoer.
     */
    @Test
    void findsTheExtremes() {
        assertThat(Holidays.easterSunday(1943)).isEqualTo("1943-04-25");
        assertThat(Holidays.easterSunday(2038)).isEqualTo("2038-04-25");
        assertThat(Holidays.easterSunday(1818)).isEqualTo("1818-03-22");
        assertThat(Holidays.easterSunday(2285)).isEqualTo("2285-03-22");
        assertThat(Holidays.easterSunday(2076))
                .as("Prop. 81 L (2010-2011)")
                .isEqualTo("2076-04-19");
    }

    /** R. Penrose's rule, which holds from 1900 to 2099. */
    @Test
    void anotherRuleSaysTheSame() {
        for (int year = 1900; year <= 2099; year++) {
            int d = 225 - 11 * (year % 19);
            while (d > 50) {
                d -= 30;
            }
            d = d > 48 ? d - 1 : d;
            int e = (year + year / 4 + d + 1) % 7;
            assertThat(Holidays.easterSunday(year))
                    .isEqualTo(LocalDate.of(year, 3, 1).plusDays(d + 7 - e - 1));
        }
    }

    @Test
    void easterIsASundayWithinItsBounds() {
        IntStream.rangeClosed(1701, 4000)
                .mapToObj(Holidays::easterSunday)
                .forEach(easter -> {
                    assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
                    assertThat(easter)
                            .isBetween(
                                    LocalDate.of(easter.getYear(), 3, 22),
                                    LocalDate.of(easter.getYear(), 4, 25));
                });
    }

    @Test
    void knowsTheDaysOfAYear() {
        assertThat(Holidays.of(2026))
                .containsExactly(
                        day("2026-01-01", Holiday.NEW_YEARS_DAY),
                        day("2026-04-02", Holiday.MAUNDY_THURSDAY),
                        day("2026-04-03", Holiday.GOOD_FRIDAY),
                        day("2026-04-05", Holiday.EASTER_SUNDAY),
                        day("2026-04-06", Holiday.EASTER_MONDAY),
                        day("2026-05-01", Holiday.LABOUR_DAY),
                        day("2026-05-14", Holiday.ASCENSION_DAY),
                        day("2026-05-17", Holiday.CONSTITUTION_DAY),
                        day("2026-05-24", Holiday.WHIT_SUNDAY),
                        day("2026-05-25", Holiday.WHIT_MONDAY),
                        day("2026-12-25", Holiday.CHRISTMAS_DAY),
                        day("2026-12-26", Holiday.SECOND_CHRISTMAS_DAY));
    }

    @Test
    void twoHolidaysOnOneDayAreOneDay() {
        assertThat(Holidays.of(2012)).hasSize(11).containsKey(LocalDate.parse("2012-05-17"));
        assertThat(Holidays.of(2008)).hasSize(11).containsKey(LocalDate.parse("2008-05-01"));
    }

    @Test
    void askedByDateTheAnswerIsThatOfTheYear() {
        for (LocalDate date = LocalDate.of(2000, 1, 1);
                date.getYear() < 2040;
                date = date.plusDays(1)) {
            assertThat(Holidays.on(date).isPresent())
                    .as(date.toString())
                    .isEqualTo(Holidays.of(date.getYear()).containsKey(date));
        }
    }

    @Test
    void evesAreNoHolidays() {
        for (String eve : new String[] {"2026-12-24", "2026-12-31", "2026-04-04", "2026-05-23"}) {
            assertThat(Holidays.on(LocalDate.parse(eve))).as(eve).isEmpty();
        }
    }

    @Test
    void refusesYearsOfAnotherCalendar() {
        assertThatThrownBy(() -> Holidays.easterSunday(1700))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Holiday.LABOUR_DAY.in(1700))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static java.util.Map.Entry<LocalDate, Holiday> day(String date, Holiday holiday) {
        return java.util.Map.entry(LocalDate.parse(date), holiday);
    }
}
