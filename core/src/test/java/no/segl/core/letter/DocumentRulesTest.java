package no.segl.core.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.Digest;
import no.segl.core.letter.DocumentRules.Named;
import no.segl.core.letter.Violation.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File names, types and content. */
class DocumentRulesTest {

    private static final String AT = "/documents/0";
    private static final Digest DIGEST = Digest.of("x".getBytes(StandardCharsets.UTF_8));

    private static List<Rule> faults(@Nullable String name, @Nullable String declared) {
        return DocumentRules.name(AT, name, declared) instanceof Named.Faulty(var violations)
                ? violations.stream().map(Violation::rule).toList()
                : List.of();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "brev.pdf",
                "Brev om Blårød – møte (2).PDF",
                "💌.pdf",
                "CONTRACT.pdf",
                "a..b.pdf",
                "arkiv.tar.zip",
                "'; DROP TABLE letter; --.pdf",
                "&amp;.pdf"
            })
    void namesThatPass(String name) {
        assertThat(DocumentRules.name(AT, name, null)).isInstanceOf(Named.Sound.class);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "../../etc/passwd.pdf",
                "C:\\x.pdf",
                "a/b.pdf",
                "a\u202efdp.pdf",
                "a\u0000.pdf",
                "a\nb.pdf",
                "<b>.pdf",
                "a|b.pdf",
                "a?.pdf",
                "\"a\".pdf",
                "CON.pdf",
                "nul .pdf",
                "lpt9.tar.zip",
                "com¹.pdf",
                ".pdf",
                ". .pdf",
                "a\ud800.pdf",
                "a\u200b.pdf"
            })
    void namesThatAreRefused(String name) {
        assertThat(faults(name, null)).containsExactly(Rule.FILE_NAME_NOT_ALLOWED);
    }

    @Test
    void aNameIsThere() {
        assertThat(faults(null, null)).containsExactly(Rule.REQUIRED);
        assertThat(faults(" \t", null)).containsExactly(Rule.REQUIRED);
    }

    @Test
    void aNameIsKeptComposedAndStripped() {
        assertThat(DocumentRules.name(AT, " bla\u030a.pdf ", null))
                .isEqualTo(new Named.Sound("bl\u00e5.pdf", MediaType.PDF));
    }

    @Test
    void aNameIsCountedInCharacters() {
        assertThat(faults("💌".repeat(196) + ".pdf", null)).isEmpty();
        assertThat(faults("💌".repeat(197) + ".pdf", null)).containsExactly(Rule.TOO_LONG);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"a.exe", "a.html", "a.svg", "brev", "a.pdf.js", "a.pdf ."})
    void kindsThatAreRefused(String name) {
        assertThat(faults(name, null)).contains(Rule.FILE_TYPE_NOT_ALLOWED);
    }

    @Test
    void allThatIsWrongWithANameIsSaidAtOnce() {
        assertThat(faults("/".repeat(201), "text/html"))
                .containsExactly(
                        Rule.TOO_LONG, Rule.FILE_NAME_NOT_ALLOWED, Rule.FILE_TYPE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, application/pdf",
        "a.pdf, APPLICATION/PDF; charset=binary",
        "a.pdf, application/octet-stream",
        "a.pdf, binary/octet-stream",
        "a.pdf, ''",
        "a.xml, text/xml",
        "a.zip, application/x-zip-compressed",
        "a.csv, application/vnd.ms-excel",
        "a.xls, application/vnd.ms-excel",
        "a.jpeg, image/jpeg"
    })
    void declaredTypesThatAgree(String name, String declared) {
        assertThat(faults(name, declared)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, text/html",
        "a.pdf, ;",
        "a.txt, application/pdf",
        "a.pdf, text/xml",
        "a.pdf, application/vnd.ms-excel",
        "a.pdf, application/pdfx"
    })
    void declaredTypesThatDisagree(String name, String declared) {
        assertThat(faults(name, declared)).containsExactly(Rule.FILE_TYPE_DISAGREES);
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, %PDF-1.7", "a.png, '\u0089PNG'", "a.jpg, 'ÿØÿà'", "a.zip, anything"})
    void contentThatAgrees(String name, String head) {
        assertThat(content(name, head, 8, Optional.of(DIGEST))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, <html>", "a.pdf, %PDF", "a.png, PNG", "a.jpg, '\u0089PNG'"})
    void contentThatDisagrees(String name, String head) {
        assertThat(content(name, head, 8, Optional.empty()))
                .containsExactly(new Violation(AT, Rule.FILE_CONTENT_DISAGREES));
    }

    @Test
    void nothingIsNoDocumentAndTheDigestMustBeTheSendersOwn() {
        assertThat(content("a.pdf", "", 0, Optional.of(Digest.ZERO)))
                .containsExactly(
                        new Violation(AT, Rule.EMPTY_DOCUMENT),
                        new Violation(AT, Rule.CHECKSUM_MISMATCH));
    }

    private static List<Violation> content(
            String name, String head, long size, Optional<Digest> expected) {
        MediaType type = MediaType.ofName(name).orElseThrow();
        return DocumentRules.faultsOfContent(AT, type, head, size, DIGEST, expected);
    }

    @Test
    void whatIsSealedIsSealedForSomebodyWithAName() {
        List<Boolean> sealed = List.of(true, false, true);
        assertThat(DocumentRules.faultsOfSeals(sealed, "Var Hassel")).isEmpty();
        assertThat(DocumentRules.faultsOfSeals(List.of(false), null)).isEmpty();
        for (String nobody : new String[] {null, "", " "}) {
            assertThat(DocumentRules.faultsOfSeals(sealed, nobody))
                    .containsExactly(
                            new Violation("/documents/0/sealed", Rule.SEALED_WITHOUT_CASE_WORKER),
                            new Violation("/documents/2/sealed", Rule.SEALED_WITHOUT_CASE_WORKER));
        }
    }
}
