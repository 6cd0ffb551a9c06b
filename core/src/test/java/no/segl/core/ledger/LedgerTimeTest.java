package no.segl.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTimeTest {

    @Test
    void writesMicrosecondsAlways() {
        assertThat(LedgerTime.text(Instant.parse("2026-11-24T08:15:30Z")))
                .isEqualTo("2026-11-24T08:15:30.000000Z");
        assertThat(LedgerTime.text(Instant.parse("0001-01-01T00:00:00.000001Z")))
                .isEqualTo("0001-01-01T00:00:00.000001Z");
        assertThat(LedgerTime.text(Instant.parse("9999-12-31T23:59:59.999999Z")))
                .isEqualTo("9999-12-31T23:59:59.999999Z");
    }

    @Test
    void cutsOffWhatIsFinerRatherThanRounding() {
        assertThat(LedgerTime.exact(Instant.parse("2026-11-24T08:15:30.123456999Z")))
                .isEqualTo(Instant.parse("2026-11-24T08:15:30.123456Z"));
        assertThat(LedgerTime.exact(Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
    }

    @Test
    void readsBackWhatItWrote() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Instant at =
                    LedgerTime.exact(
                            Instant.ofEpochSecond(
                                    random.nextLong(-60_000_000_000L, 250_000_000_000L),
                                    random.nextInt(1_000_000_000)));
            String text = LedgerTime.text(at);
            assertThat(LedgerTime.parse(text)).contains(at);
            assertThat(Instant.parse(text)).isEqualTo(at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24T08:15:30Z",
                "2026-11-24T08:15:30.123Z",
                "2026-11-24T08:15:30.123456z",
                "2026-11-24t08:15:30.123456Z",
                "2026-11-24T08:15:30,123456Z",
                "2026-02-30T08:15:30.123456Z",
                "2026-11-24T24:00:00.000000Z",
                "2026-12-31T23:59:60.000000Z",
                "0000-11-24T08:15:30.123456Z",
                "-026-11-24T08:15:30.123456Z",
                "\u0662026-11-24T08:15:30.123456Z",
                "2026-11-24T08:15:30.123456+",
                " 2026-11-24T08:15:30.12345Z"
            })
    void refusesEveryOtherForm(String text) {
        assertThat(LedgerTime.parse(text)).isEmpty();
    }

    @Test
    void refusesYearsThatNeedMoreDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerTime.exact(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerTime.exact(Instant.MIN));
    }
}
