package no.segl.core.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of file that a letter may carry. */
class MediaTypeTest {

    @Test
    void everyEndingHasATypeInAnyCase() {
        assertThat(MediaType.endings()).isSorted().contains("pdf", "zip", "docx");
        for (String ending : MediaType.endings()) {
            MediaType type = MediaType.ofName("a." + ending).orElseThrow();
            assertThat(MediaType.ofName("a." + ending.toUpperCase(java.util.Locale.ROOT)))
                    .contains(type);
            assertThat(type.agreesWith(type.value())).isTrue();
            assertThat(type.agreesWith(null)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "a.", "a.pdf ", "a.html", "a.svg", "a.js", "", "."})
    void otherNamesHaveNone(String name) {
        assertThat(MediaType.ofName(name)).isEmpty();
    }

    /** What a browser could run must never be shown in the page. */
    @Test
    void onlyWhatCannotRunIsShownInThePage() {
        assertThat(
                        MediaType.endings().stream()
                                .filter(e ->
                                        MediaType.ofName("a." + e).orElseThrow().showsInPage()))
                .containsExactly("jpeg", "jpg", "pdf", "png", "txt");
    }
}
