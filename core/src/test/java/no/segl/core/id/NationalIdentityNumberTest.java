package no.segl.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.segl.core.id.NationalIdentityNumber.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** National identity numbers; all of them synthetic, or from Skatteetaten's own examples. */
class NationalIdentityNumberTest {

    @ParameterizedTest
    @CsvSource({
        "21859950032, TENOR, false",
        "01819010001, TENOR, false",
        "41819010003, TENOR, true",
        "01419010029, DOLLY, false",
        "01669010075, NAV, false",
        "29820460160, TENOR, false",
        // Skatteetaten's examples of numbers given from 2032 on, the third and last by the new
        // rule.
        "02013299997, REAL, false",
        "30108299920, REAL, false",
        "02013299903, REAL, false",
        "30108299939, REAL, false"
    })
    void theSeriesAndKindAreTold(String digits, Series series, boolean dNumber) {
        Optional<NationalIdentityNumber> number = NationalIdentityNumber.parse(digits);

        assertThat(number).isPresent();
        assertThat(number.get().series()).isEqualTo(series);
        assertThat(number.get().isDNumber()).isEqualTo(dNumber);
        assertThat(number.get().digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21859950032", "21859950040", "21859950059", "21859950067"})
    void fourFirstCheckDigitsAreGoodFrom2032(String digits) {
        assertThat(NationalIdentityNumber.parse(digits)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2185995003",
                "218599500320",
                "2185995003x",
                "٢1859950032", // a digit, but not one of ours
                "21859950075", // the remainder of the first check is 4
                "21859950083", // and 5
                "21859950033", // the second check digit has no such freedom
                "21859950041",
                "31829012378", // 31 February
                "00819010072", // day 0
                "32819010063", // 32 January
                "29820199942", // 29 February in a year that is no leap year in any century
                "2185995 0032",
                " 21859950032"
            })
    void whatIsNoneIsRefused(String digits) {
        assertThat(NationalIdentityNumber.parse(digits)).isEmpty();
    }

    @Test
    void everyOtherDigitInAnyPlaceIsNoticed() {
        String good = "21859950032";
        for (int i = 0; i < good.length(); i++) {
            // By the new rule the first check alone would let some through; both together do not.
            for (char other = '0'; other <= '9'; other++) {
                if (other != good.charAt(i)) {
                    String changed = good.substring(0, i) + other + good.substring(i + 1);
                    assertThat(NationalIdentityNumber.parse(changed)).as("%d", i).isEmpty();
                }
            }
        }
    }

    @Test
    void aSpaceAfterTheDateIsAllowed() {
        assertThat(NationalIdentityNumber.parse("218599 50032"))
                .isEqualTo(NationalIdentityNumber.parse("21859950032"));
    }

    @Test
    void isFoundInAText() {
        for (String text :
                List.of(
                        "21859950032",
                        "sak om 218599 50032, uåpnet",
                        "21.85.99 50032",
                        "21 85 99-50032",
                        "nr21859950032x",
                        "0 21859950032")) {
            assertThat(NationalIdentityNumber.isIn(text)).as(text).isTrue();
        }
        for (String text : List.of("", "uåpnet > 7 dager", "310451223 312780402", "2185995003")) {
            assertThat(NationalIdentityNumber.isIn(text)).as(text).isFalse();
        }
    }

    @Test
    void itsTextHidesIt() {
        NationalIdentityNumber number = NationalIdentityNumber.parse("21859950032").orElseThrow();

        assertThat("" + number).doesNotContainPattern("[0-9]{2}");
        assertThat(number).isEqualTo(NationalIdentityNumber.parse("21859950032").orElseThrow());
        assertThat(number).isNotEqualTo(NationalIdentityNumber.parse("01819010001").orElseThrow());
    }
}
