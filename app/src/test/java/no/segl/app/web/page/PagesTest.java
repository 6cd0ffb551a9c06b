package no.segl.app.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes every page in every state and language to {@code target/pages}, and reads it. */
class PagesTest {

    private static final Path TARGET = Path.of("target/pages");
    private static final Pages PAGES = new Pages();

    static Stream<Arguments> pages() {
        return Samples.all().keySet().stream()
                .flatMap(name ->
                        Arrays.stream(Language.values())
                                .map(language -> Arguments.of(name, language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsSane(String name, Language language) throws IOException {
        String html = html(name, language);
        keep(name, language, html);

        assertThat(html.stripLeading())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"" + language.tag());
        assertThat(count(html, "<h1[ >]")).isEqualTo(1);
        assertThat(html).doesNotContain("??").doesNotContain("Optional[").doesNotContain("null");
        assertThat(html).doesNotContainPattern("<title>\\s*–");
        onlyWhatAStrictPolicyAllows(html);
        everyFieldHasALabel(html);
        everyReferenceLeadsSomewhere(html);
        if (html.contains("<table")) {
            assertThat(html)
                    .contains("<caption")
                    .contains("scope=\"col\"")
                    .contains("scope=\"row\"");
        }
    }

    private static void onlyWhatAStrictPolicyAllows(String html) {
        assertThat(html).doesNotContainPattern("<[^>]+\\sstyle\\s*=").doesNotContain("<style");
        assertThat(html).doesNotContainPattern("<[a-z][^>\"]*(\"[^\"]*\"[^>\"]*)*\\son[a-z]+\\s*=");
        assertThat(html).doesNotContain("javascript:").doesNotContain("hx-on");
        assertThat(count(html, "<script"))
                .isEqualTo(count(html, "<script src=\"/assets/[^\"]+\" defer></script>"));
        assertThat(html).doesNotContainPattern("(src|href|action)=\"(https?:)?//");
    }

    private static void everyFieldHasALabel(String html) {
        Pattern field = Pattern.compile("<(?:input|select|textarea)\\b[^>]*>");
        field.matcher(html)
                .results()
                .map(r -> r.group())
                .filter(tag -> !tag.contains("type=\"hidden\""))
                .forEach(tag -> {
                    String id = tag.replaceFirst("(?s).*\\bid=\"([^\"]+)\".*", "$1");
                    assertThat(html).contains("for=\"" + id + "\"");
                });
    }

    private static void everyReferenceLeadsSomewhere(String html) {
        List<String> ids = found(html, "\\sid=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(found(html, "href=\"#([^\"]+)\""));
        assertThat(ids).containsAll(found(html, "aria-labelledby=\"([^\"]+)\""));
        assertThat(ids).containsAll(found(html, "popovertarget=\"([^\"]+)\""));
        for (String describedBy : found(html, "aria-describedby=\"([^\"]+)\"")) {
            assertThat(ids).containsAll(List.of(describedBy.split(" ")));
        }
    }

    @Test
    void everyFormThatChangesSomethingCarriesTheToken() {
        for (String name : Samples.all().keySet()) {
            String html = html(name, Language.NB);
            assertThat(count(html, "<form"))
                    .as(name)
                    .isEqualTo(
                            count(html, "name=\"_csrf\"")
                                    + count(html, "action=\"/sprak\"")
                                    + count(html, "method=\"get\""));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsWrittenIsEscaped(String name, Language language) {
        assertThat(html(name, language))
                .doesNotContain("<script>alert")
                .doesNotContain("\" onmouse");
    }

    @Test
    void aTitleIsShownOnlyWhereItMayBe() {
        String title = "Oversending av rapport";
        assertThat(html("sealed", Language.NB)).contains(title);
        assertThat(html("refused-no-grant", Language.NB)).doesNotContain(title);
        assertThat(html("sent-letter", Language.NB)).doesNotContain(title);
    }

    @Test
    void whatIsNotShownIsCounted() {
        assertThat(html("person-access", Language.NB)).contains("Viser de 1 siste av 240.");
        assertThat(html("four-eyes", Language.NB)).contains("Viser de 2 siste av 240.");
    }

    @Test
    void aTitleIsNeverInTheNameOfTheWindow() {
        for (String name : List.of("sealed", "letter", "sent-letter")) {
            assertThat(html(name, Language.NB)).doesNotContainPattern("<title>[^<]*Oversending");
        }
    }

    @Test
    void noTemplateWritesRawHtml() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContain("$unsafe");
            }
        }
    }

    private static String html(String name, Language language) {
        Page page = Samples.page(name, language);
        return new String(PAGES.html(page), StandardCharsets.UTF_8);
    }

    /** Keeps the page so that it opens from the file, with its styles. */
    private static void keep(String name, Language language, String html) throws IOException {
        Path folder = Files.createDirectories(TARGET.resolve(language.tag()));
        Files.writeString(
                folder.resolve(name + ".html"),
                html.replace("\"/assets/", "\"../../classes/static/assets/"));
    }

    private static int count(String html, String regex) {
        return (int) Pattern.compile(regex).matcher(html).results().count();
    }

    private static List<String> found(String html, String regex) {
        return Pattern.compile(regex).matcher(html).results().map(r -> r.group(1)).toList();
    }
}
