package no.segl.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm7Test {

    @Test
    void norwegianLettersAreInTheAlphabet() {
        assertThat(Gsm7.length("Æøå ÆØÅ")).isEqualTo(7);
    }

    @Test
    void someSignsCountAsTwo() {
        assertThat(Gsm7.length("[~]€")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"á", "š", "–", "«", "😀"})
    void othersAreNotInIt(String sign) {
        assertThat(Gsm7.length("a" + sign)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "Kárášjoga gielda, Karasjoga gielda",
        "Guovdageainnu suohkan, Guovdageainnu suohkan",
        "Deanu gielda – Tana kommune, Deanu gielda - Tana kommune",
        "Unjárgga/Nesseby, Unjargga/Nesseby",
        "Gáivuotna – Kåfjord, Gaivuotna - Kåfjord",
        "Loabát 😀, Loabat ?",
        "Måsøy, Måsøy"
    })
    void becomeTheNearestThatIs(String name, String near) {
        assertThat(Gsm7.near(name)).isEqualTo(near);
        assertThat(Gsm7.length(near)).isPositive();
    }

    @Test
    void aLetterWithItsRingApartIsOneLetter() {
        assertThat(Gsm7.near("Ma\u030als\u00f8y")).isEqualTo("Målsøy");
    }

    @Test
    void hundredAndSixtyGoInOne() {
        assertThat(Gsm7.isOneMessage("a".repeat(160))).isTrue();
        assertThat(Gsm7.isOneMessage("a".repeat(161))).isFalse();
        assertThat(Gsm7.isOneMessage("á")).isFalse();
    }
}
