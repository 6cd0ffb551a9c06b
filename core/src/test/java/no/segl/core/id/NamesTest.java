package no.segl.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a name, and what only looks like one. */
class NamesTest {

    private static final String UPPER = "01A20C33-66D3-7498-B29E-328BB8D3B412";

    @Test
    void anIdIsReadInEitherCase() {
        LetterId id = LetterId.parse(UPPER).orElseThrow();
        assertThat(LetterId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "01a20c33-66d3-7498-b29e-328bb8d3b41",
                "01a20c33-66d3-7498-b29e-328bb8d3b4123",
                "001a20c33-66d3-7498-b29e-28bb8d3b412",
                "01a20c33-66d3-7498-b29e-328bb8d3b41g",
                "01a20c3366d3-7498-b29e-328bb8d3b4120",
                "-1a20c33-66d3-7498-b29e-328bb8d3b412",
                "+1a20c33-66d3-7498-b29e-328bb8d3b412",
                "{1a20c33-66d3-7498-b29e-328bb8d3b41}",
                "٠1a20c33-66d3-7498-b29e-328bb8d3b412"
            })
    void whatIsNotTheStandardFormIsNoId(String text) {
        assertThat(LetterId.parse(text)).isEmpty();
        assertThat(DocumentId.parse(text)).isEmpty();
        assertThat(DispatchId.parse(text)).isEmpty();
        assertThat(PersonId.parse(text)).isEmpty();
        assertThat(UploadId.parse(text)).isEmpty();
    }

    @Test
    void newIdsSortByTimeAndSayTheirVersion() {
        Random random = new Random(1);
        Instant at = Instant.parse("2026-11-24T08:15:30.123Z");
        UUID first = Uuids.v7(at, random);
        UUID second = Uuids.v7(at.plusMillis(1), random);
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(first.toString()).isLessThan(second.toString());
        assertThat(Instant.ofEpochMilli(first.getMostSignificantBits() >>> 16)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"310451223", "310 451 223", "310\u00a0451\u00a0223", " 310451223 "})
    void anOrganisationNumberMayBeGrouped(String text) {
        assertThat(OrgNumber.parse(text)).contains(new OrgNumber("310451223"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "310451224",
                "31045122",
                "3104512233",
                "310-451-223",
                "31045122x",
                "３１０４５１２２３"
            })
    void whatFailsTheCheckDigitIsNoOrganisationNumber(String text) {
        assertThat(OrgNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new OrgNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an organisation number");
    }

    @Test
    void aDigestIsReadInEitherCaseAndHasSixtyFourDigits() {
        String hex = Digest.of(new byte[] {1}).hex();
        assertThat(Digest.parse(hex.toUpperCase(java.util.Locale.ROOT)))
                .contains(Digest.of(new byte[] {1}));
        assertThat(Digest.parse(hex.substring(1))).isEmpty();
        assertThat(Digest.parse("g" + hex.substring(1))).isEmpty();
        assertThat(Digest.ofRaw(Digest.ZERO.raw())).isEqualTo(Digest.ZERO);
    }
}
