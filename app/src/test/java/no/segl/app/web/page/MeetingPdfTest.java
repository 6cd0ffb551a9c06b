package no.segl.app.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.segl.app.export.MeetingPdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The overview as it is laid on the table; each is kept in {@code target/pages}, to look at. */
class MeetingPdfTest {

    private static byte[] pdf(String sample, Language language) throws IOException {
        byte[] bytes = new MeetingPdf((OverviewPage) Samples.page(sample, language)).bytes();
        Path folder = Files.createDirectories(Path.of("target/pages", language.tag()));
        Files.write(folder.resolve("meeting-" + sample + ".pdf"), bytes);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void itIsTaggedSaysTheSameAsThePageAndNamesNobody(Language language) throws IOException {
        OverviewPage page = (OverviewPage) Samples.page("overview", language);
        try (var document = Loader.loadPDF(pdf("overview", language))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo(language.tag());
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
            List<PDStructureElement> elements = elements(catalog.getStructureTreeRoot());
            assertThat(elements.stream().map(PDStructureElement::getStructureType))
                    .contains("Document", "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD");
            assertThat(elements.stream().filter(e -> e.getStructureType().equals("Figure")))
                    .hasSize(2)
                    .allSatisfy(e -> assertThat(e.getAlternateDescription()).isNotBlank());
            for (var sheet : document.getPages()) {
                assertThat(sheet.getCOSObject().getNameAsString(COSName.getPDFName("Tabs")))
                        .isEqualTo("S");
            }
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            Figures f = page.shell().texts().figures();
            assertThat(text)
                    .contains(f.dateTime(World.NOW).replaceAll("\\s+", " "))
                    .doesNotContain("??")
                    .doesNotContain("Kari Nordgård");
            OverviewPage.Routine routine = page.routine();
            Texts texts = page.shell().texts();
            assertThat(text)
                    .contains(
                            texts.get("overview.controls"),
                            texts.get("overview.controls.of", "24", "26"),
                            texts.count("breach.late", routine.lateBreaches()));
            String numbers = text.replaceAll("[\\s\\u00a0\\u202f]", "");
            for (OverviewPage.End end : page.ends()) {
                for (OverviewPage.Lying lying : end.lying()) {
                    assertThat(numbers).contains(plain(f.number(lying.letters())));
                }
                for (OverviewPage.Month month : end.months()) {
                    assertThat(numbers)
                            .contains(plain(f.number(month.available())))
                            .contains(plain(f.number(month.openedInWeek())));
                }
            }
        }
    }

    private static String plain(String number) {
        return number.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLateIsSaidSo(Language language) throws IOException {
        try (var document = Loader.loadPDF(pdf("overview-calm", language))) {
            String late = Texts.of(language).get("overview.fresh.late", "").strip();
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(late.substring(2, 20));
        }
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        List<PDStructureElement> all = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                all.add(element);
                all.addAll(elements(element));
            }
        }
        return all;
    }
}
