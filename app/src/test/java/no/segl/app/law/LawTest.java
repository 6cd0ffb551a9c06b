package no.segl.app.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.segl.app.ProjectFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every citation of law has its file, and every file is truthful about being cited. */
class LawTest {

    private static final String PARAGRAPH =
            """
            # Testloven § 7: an example

            - Cited from code: %s
            - As of: 2026-11-24
            - Source: <https://lovdata.no/>

            - Something is required. **[known]**
            """;

    @TempDir Path root;

    @BeforeEach
    void anEmptyBook() throws IOException {
        write("law/README.md", "[Testloven § 7](testloven-7.md)\n");
        Files.createDirectories(root.resolve("src"));
    }

    @Test
    void theCodeAndTheDocumentsAgree() {
        Path project = ProjectFolder.path();
        LawBook book =
                LawBook.read(
                        project,
                        project.resolve("docs/law"),
                        List.of(project.resolve("core/src/main"), project.resolve("app/src/main")));

        assertThat(book.paragraphs()).as("read something").hasSizeGreaterThan(10);
        assertThat(book.citations()).as("read something").isNotEmpty();
        assertThat(book.faults()).isEmpty();
    }

    @Test
    void acceptsAParagraphThatIsCited() throws IOException {
        write("law/testloven-7.md", PARAGRAPH.formatted("yes"));
        write("src/A.java", "/** One week (law: testloven-7). */\n");

        assertThat(faults()).isEmpty();
    }

    @Test
    void acceptsAParagraphForLaterWork() throws IOException {
        write("law/testloven-7.md", PARAGRAPH.formatted("no"));

        assertThat(faults()).isEmpty();
    }

    @Test
    void findsACitationWithoutAFileWhereverItStands() throws IOException {
        write("src/A.java", "class A {\n    // law: testloven-8\n}\n");
        write("src/db/V1.sql", "insert into rule values ('renotice', 7, 'law: testloven-9');\n");
        write("src/texts_nb.properties", "# law: testloven-10\n");
        write("src/web/page.jte", "<%-- law: testloven-11 --%>\n");

        assertThat(faults())
                .containsExactly(
                        "no docs/law/testloven-10.md, cited at [src/texts_nb.properties:1]",
                        "no docs/law/testloven-11.md, cited at [src/web/page.jte:1]",
                        "no docs/law/testloven-8.md, cited at [src/A.java:2]",
                        "no docs/law/testloven-9.md, cited at [src/db/V1.sql:1]");
    }

    @Test
    void findsAParagraphThatClaimsToBeCited() throws IOException {
        write("law/testloven-7.md", PARAGRAPH.formatted("yes"));
        write("src/A.java", "// the bylaw: testloven-7, and law:testloven-7, are no citations\n");

        assertThat(faults())
                .containsExactly(
                        "docs/law/testloven-7.md says it is cited, and nothing cites it:"
                                + " say no, or cite it");
    }

    @Test
    void findsAParagraphThatDeniesBeingCited() throws IOException {
        write("law/testloven-7.md", PARAGRAPH.formatted("no"));
        write("src/A.java", "// law: testloven-7\n");

        assertThat(faults())
                .containsExactly(
                        "docs/law/testloven-7.md says it is not cited: say yes, for [src/A.java:1]");
    }

    @Test
    void findsAFileWithoutItsFields() throws IOException {
        write("law/testloven-7.md", "# Testloven § 7\n\nSo it is, surely. **[sure]**\n");
        write("law/README.md", "nothing yet\n");

        assertThat(faults())
                .hasSize(5)
                .anyMatch(fault -> fault.contains("'- Cited from code: yes' or 'no'"))
                .anyMatch(fault -> fault.contains("'- As of: ' with a date"))
                .anyMatch(fault -> fault.contains("'- Source: ' with an address"))
                .anyMatch(fault -> fault.contains("has evidence marks [sure]"))
                .anyMatch(fault -> fault.contains("README.md does not list testloven-7"));
    }

    private List<String> faults() {
        return LawBook.read(root, root.resolve("law"), List.of(root.resolve("src"))).faults();
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
