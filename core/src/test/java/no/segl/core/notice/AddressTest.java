package no.segl.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people write them. */
class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "912 34 567,+4791234567",
        "+47 41 23 45 67,+4741234567",
        "0047-912.34.567,+4791234567",
        "+46 70 123 45 67,+46701234567"
    })
    void aMobileNumberHasOneForm(String written, String kept) {
        assertThat(Address.mobile(written)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22 12 34 56", "9123456", "912345678", "+47 22123456", "ring meg"})
    void whatTakesNoTextMessageIsNone(String written) {
        assertThat(Address.mobile(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"post@example.com", " kari.ås@fjordvik.example.no ", "a+b@x.no"})
    void anEmailAddressIsTaken(String written) {
        assertThat(Address.email(written)).contains(written.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "post",
                "post@",
                "@example.com",
                "a@b",
                "a b@example.com",
                "a@example.com\nBcc: b@x.no",
                "<a@example.com>",
                "a@example.com,b@example.com"
            })
    void whatIsNoEmailAddressIsNone(String written) {
        assertThat(Address.email(written)).isEmpty();
    }

    @Test
    void anEndlessAddressIsNone() {
        assertThat(Address.email("a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(4) + ".no"))
                .isEmpty();
    }
}
