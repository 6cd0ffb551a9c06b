package no.segl.app.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import no.segl.core.id.OrgNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static final Figures NB = Texts.of(Language.NB).figures();
    private static final Figures NN = Texts.of(Language.NN).figures();
    private static final Figures EN = Texts.of(Language.EN).figures();

    @Test
    void datesAreWrittenAsInNorwayAndInNorwegianTime() {
        Instant winter = Instant.parse("2026-11-24T12:05:00Z");
        assertThat(NB.dateTime(winter)).isEqualTo("24. november 2026 kl. 13.05");
        assertThat(NN.dateTime(winter)).isEqualTo("24. november 2026 kl. 13.05");
        assertThat(EN.dateTime(winter)).isEqualTo("24 November 2026 at 13:05");
        assertThat(NB.shortDate(winter)).isEqualTo("24. nov. 2026");

        Instant summerNight = Instant.parse("2026-06-30T22:30:00Z");
        assertThat(NB.dateTime(summerNight)).isEqualTo("1. juli 2026 kl. 00.30");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:05:00Z, nå nettopp",
        "2026-11-24T12:04:30Z, nå nettopp",
        "2026-11-24T12:04:00Z, 1 minutt",
        "2026-11-24T11:06:00Z, 59 minutter",
        "2026-11-24T11:05:00Z, 1 time",
        "2026-11-23T12:06:00Z, 23 timer",
        "2026-11-23T12:05:00Z, 1 dag",
        "2026-11-21T23:30:00Z, 2 dager",
        "2026-11-21T22:30:00Z, 3 dager",
        "2025-10-08T12:05:00Z, 412 dager",
        "2026-11-25T12:05:00Z, nå nettopp"
    })
    void agesAreInOneUnitAndDaysAreCalendarDaysInNorway(Instant from, String age) {
        assertThat(NB.age(from, Instant.parse("2026-11-24T12:05:00Z"))).isEqualTo(age);
    }

    @Test
    void theDayTheClocksChangeIsStillOneDay() {
        Instant before = Instant.parse("2026-10-24T10:00:00Z");
        assertThat(NN.age(before, Instant.parse("2026-10-25T11:00:00Z"))).isEqualTo("1 dag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 byte",
                "999|999 byte",
                "1000|1\u00a0kB",
                "248311|248\u00a0kB",
                "999499|999\u00a0kB",
                "999600|1\u00a0MB",
                "1402118|1,4\u00a0MB",
                "18440902|18\u00a0MB",
                "2000000000|2\u00a0GB"
            })
    void sizesAreRoundedToWhatMatters(long bytes, String size) {
        assertThat(NB.size(bytes)).isEqualTo(size);
    }

    @Test
    void numbersAreGrouped() {
        assertThat(NB.number(1204)).isEqualTo("1\u00a0204");
        assertThat(EN.number(1204)).isEqualTo("1,204");
        assertThat(NB.orgNumber(new OrgNumber("923609016"))).isEqualTo("923\u00a0609\u00a0016");
    }

    @Test
    void languagesAreNamedInTheReadersOwn() {
        assertThat(NB.languageName("nn")).isEqualTo("norsk nynorsk");
        assertThat(EN.languageName("se")).isEqualTo("Northern Sami");
        assertThat(NN.languageName("qx")).isEqualTo("qx");
    }
}
