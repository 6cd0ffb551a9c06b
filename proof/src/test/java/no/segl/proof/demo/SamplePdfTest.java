package no.segl.proof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SamplePdfTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    private final List<Paper> papers =
            World.fjordvik().letters().stream()
                    .flatMap(letter -> letter.documents().stream())
                    .map(World.Document::paper)
                    .toList();

    @Test
    void equalInputGivesEqualBytes() {
        for (Paper paper : papers) {
            assertThat(SamplePdf.of(paper, DATE)).isEqualTo(SamplePdf.of(paper, DATE));
        }
    }

    @Test
    void anotherDateGivesAnotherLetter() throws IOException {
        byte[] later = SamplePdf.of(papers.getFirst(), DATE.plusDays(1));

        assertThat(later).isNotEqualTo(SamplePdf.of(papers.getFirst(), DATE));
        assertThat(text(later)).contains("25. november 2026").doesNotContain("24. november");
    }

    @Test
    void everyWordOfTheLetterCanBeRead() throws IOException {
        for (Paper paper : papers) {
            String text = text(SamplePdf.of(paper, DATE));

            assertThat(text).contains(paper.heading(), paper.letterhead().organisation());
            assertThat(text).contains(paper.ourReference(), paper.yourReference());
            assertThat(text).contains(paper.addressee());
            assertThat(text).contains(paper.signature());
            for (String block : paper.body()) {
                assertThat(text).contains(words(block));
            }
        }
    }

    @Test
    void aLetterHasOneOrTwoPagesAndCountsThem() throws IOException {
        for (Paper paper : papers) {
            try (PDDocument document = Loader.loadPDF(SamplePdf.of(paper, DATE))) {
                int pages = document.getNumberOfPages();

                assertThat(pages).isBetween(1, 2);
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Side " + pages + " av " + pages);
            }
        }
        assertThat(papers).anySatisfy(paper -> assertThat(pages(paper)).isEqualTo(2));
    }

    @Test
    void itsFontIsInside() throws IOException {
        try (PDDocument document = Loader.loadPDF(SamplePdf.of(papers.getFirst(), DATE))) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getResources().getFontNames()).isNotEmpty();
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nn");
        }
    }

    private static int pages(Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(SamplePdf.of(paper, DATE))) {
            return document.getNumberOfPages();
        }
    }

    /** The text of all pages, a space where a line was broken. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String words(String block) {
        return block.replaceFirst("^(## |- )", "").replace(": | ", " ");
    }
}
