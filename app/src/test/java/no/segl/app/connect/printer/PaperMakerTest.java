package no.segl.app.connect.printer;

import static no.segl.app.connect.printer.SamplePdfs.RECIPIENT;
import static no.segl.app.connect.printer.SamplePdfs.front;
import static no.segl.app.connect.printer.SamplePdfs.pages;
import static no.segl.app.connect.printer.SamplePdfs.pdf;
import static no.segl.app.connect.printer.SamplePdfs.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.segl.app.lettering.Lettering;
import no.segl.core.id.Digest;
import no.segl.core.print.Printability.Limits;
import no.segl.core.print.Sheets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The print file: what is in the window, what is on which sheet, and that nothing is left out. */
class PaperMakerTest {

    private static final float MM = Lettering.POINTS_PER_MM;

    @TempDir Path folder;

    @Test
    void theWindowShowsTheAddressesAndNothingElse() throws Exception {
        try (PDDocument printed = printed(true, pages("en"))) {
            String window =
                    in(
                            printed,
                            FrontPage.WINDOW_LEFT,
                            FrontPage.WINDOW_TOP,
                            FrontPage.WINDOW_WIDTH,
                            FrontPage.WINDOW_HEIGHT);
            assertThat(window.lines())
                    .containsExactly(
                            "Retur: Fjordvik kommune, Postboks 1, 5801 FJORDVIK",
                            "Advokatfirmaet Čáhci & Øyås AS",
                            "Åsgårdsvegen 3 A",
                            "5800 ÅLVIK");
            assertThat(
                            in(
                                    printed,
                                    FrontPage.WINDOW_LEFT,
                                    0,
                                    FrontPage.QUIET_WIDTH - FrontPage.WINDOW_LEFT,
                                    FrontPage.QUIET_HEIGHT))
                    .as("wherever the sheet lies in the envelope")
                    .isEqualTo(window);
            assertThat(text(printed, 1))
                    .contains("Fjordvik kommune", SamplePdfs.TITLE, "Saksnummer: 2026/123", "ref-1")
                    .contains("dokument-1.pdf (1 sider)", "Talet på ark, med dette: 2");
        }
    }

    @Test
    void sixLongLinesStandInTheWindow() throws Exception {
        var long6 =
                new no.segl.core.print.PostalAddress(
                        "W".repeat(48),
                        List.of("M".repeat(48), "a", "b"),
                        "123",
                        "Ærøskøbing",
                        "DK");
        assertThat(long6.fault()).isEmpty();
        try (PDDocument printed = printed(front(long6), true, pages("en"))) {
            assertThat(in(printed, 15, 44, 105, 35).lines())
                    .hasSize(7)
                    .contains("W".repeat(48), "M".repeat(48), "123 ÆRØSKØBING", "DANMARK");
        }
    }

    @Test
    void everyPageIsThereAndEachDocumentBeginsOnANewSheet() throws Exception {
        byte[] first = pages("en", "to", "tre");
        byte[] second = pages("fire");
        try (PDDocument printed = printed(true, first, second)) {
            assertThat(texts(printed))
                    .containsExactly(
                            "en|SEGL0198f3aa2/4D",
                            "to|",
                            "tre|SEGL0198f3aa3/4D",
                            "|",
                            "fire|SEGL0198f3aa4/4D",
                            "|");
        }
        try (PDDocument printed = printed(false, first, second)) {
            assertThat(texts(printed))
                    .containsExactly(
                            "en|SEGL0198f3aa2/5S",
                            "to|SEGL0198f3aa3/5S",
                            "tre|SEGL0198f3aa4/5S",
                            "fire|SEGL0198f3aa5/5S");
        }
    }

    @Test
    void otherSizesAndTurnedPagesFitTheSheet() throws Exception {
        byte[] odd =
                pdf(document -> {
                    SamplePdfs.page(document, PDRectangle.A3, "stor");
                    SamplePdfs.page(document, PDRectangle.A5, "liten");
                    SamplePdfs.page(document, PDRectangle.A4, "snudd").setRotation(90);
                    PDPage cropped = SamplePdfs.page(document, PDRectangle.A4, "skåret");
                    cropped.setCropBox(new PDRectangle(50, 50, 500, 750));
                });
        try (PDDocument printed = printed(false, odd)) {
            for (PDPage page : printed.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
                assertThat(page.getRotation()).isZero();
            }
            for (int i = 2; i <= 5; i++) {
                assertThat(inkOf(printed, i)).as("page %d", i).isPositive();
            }
            assertThat(text(printed, 2)).contains("stor");
        }
    }

    @Test
    void whatAReaderWouldPrintOfNotesIsPrinted() throws Exception {
        byte[] stamped =
                pdf(document -> {
                    PDPage page = SamplePdfs.page(document, PDRectangle.A4, "side");
                    page.getAnnotations().add(stamp(document, "STEMPEL", true));
                    page.getAnnotations().add(stamp(document, "SKJULT", false));
                });
        try (PDDocument printed = printed(true, stamped)) {
            assertThat(text(printed, 3)).contains("side", "STEMPEL").doesNotContain("SKJULT");
            assertThat(printed.getPage(2).getAnnotations()).isEmpty();
        }
    }

    @Test
    void theDigestIsThatOfTheFileHoweverLittleMemoryThereIs() throws Exception {
        byte[] large = pages(java.util.Collections.nCopies(40, "side").toArray(String[]::new));
        PaperMaker maker = new PaperMaker(folder, new Limits(99, true), 8_192, 1L << 28);
        try (Paper paper = ready(maker.compose(front(RECIPIENT), List.of(source(1, large))))) {
            byte[] file = paper.open().readAllBytes();
            assertThat(Digest.of(file)).isEqualTo(paper.sha256());
            assertThat(paper.bytes()).isEqualTo(file.length);
            assertThat(paper.sheets()).isEqualTo(new Sheets(21, 42));
            assertThat(folder).as("the scratch has no name").isEmptyDirectory();
            try (PDDocument printed = Loader.loadPDF(file)) {
                assertThat(printed.getNumberOfPages()).isEqualTo(42);
                printed.getPage(0)
                        .getResources()
                        .getFontNames()
                        .forEach(name -> assertThat(embedded(printed, name)).isTrue());
            }
        }
    }

    private static boolean embedded(PDDocument printed, org.apache.pdfbox.cos.COSName name) {
        try {
            return printed.getPage(0).getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PDAnnotationRubberStamp stamp(PDDocument document, String text, boolean print)
            throws IOException {
        PDAppearanceStream appearance = new PDAppearanceStream(document);
        appearance.setBBox(new PDRectangle(0, 0, 200, 50));
        appearance.setResources(new org.apache.pdfbox.pdmodel.PDResources());
        try (PDAppearanceContentStream content = new PDAppearanceContentStream(appearance)) {
            content.beginText();
            content.setFont(
                    new org.apache.pdfbox.pdmodel.font.PDType1Font(
                            org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
                    20);
            content.newLineAtOffset(5, 10);
            content.showText(text);
            content.endText();
        }
        PDAppearanceDictionary appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(new PDRectangle(100, print ? 300 : 400, 200, 50));
        stamp.setAppearance(appearances);
        stamp.setPrinted(print);
        return stamp;
    }

    private PDDocument printed(boolean duplex, byte[]... documents) throws IOException {
        return printed(front(RECIPIENT), duplex, documents);
    }

    private PDDocument printed(Front front, boolean duplex, byte[]... documents)
            throws IOException {
        List<Source> sources = new ArrayList<>();
        for (byte[] document : documents) {
            sources.add(source(sources.size() + 1, document));
        }
        PaperMaker maker = new PaperMaker(folder, new Limits(99, duplex), 1 << 24, 1L << 28);
        try (Paper paper = ready(maker.compose(front, sources))) {
            return Loader.loadPDF(paper.open().readAllBytes());
        }
    }

    static Paper ready(Composed composed) {
        assertThat(composed).isInstanceOf(Composed.Ready.class);
        return ((Composed.Ready) composed).paper();
    }

    /** How many dark dots a page has, drawn coarsely, right of the mark. */
    private static int inkOf(PDDocument printed, int page) throws IOException {
        var image = new org.apache.pdfbox.rendering.PDFRenderer(printed).renderImage(page - 1, 1);
        int ink = 0;
        for (int x = 40; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                ink += (image.getRGB(x, y) & 0xff) < 200 ? 1 : 0;
            }
        }
        return ink;
    }

    private static List<String> texts(PDDocument printed) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int page = printed.getNumberOfPages() % 2 == 0 ? 3 : 2;
                page <= printed.getNumberOfPages();
                page++) {
            String body = in(printed, page, 20, 0, 190, 297);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            // Upward letters come one by one.
            String all = stripper.getText(printed).replaceAll("\\s+", "");
            String mark = all.contains("SEGL") ? all.substring(all.indexOf("SEGL")) : "";
            texts.add(body + "|" + mark);
        }
        return texts;
    }

    private static String text(PDDocument printed, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(printed);
    }

    private static String in(PDDocument printed, float x, float y, float width, float height)
            throws IOException {
        return in(printed, 1, x, y, width, height);
    }

    private static String in(
            PDDocument printed, int page, float x, float y, float width, float height)
            throws IOException {
        PDFTextStripperByArea area = new PDFTextStripperByArea();
        area.setSortByPosition(true);
        area.addRegion("here", new Rectangle2D.Float(x * MM, y * MM, width * MM, height * MM));
        area.extractRegions(printed.getPage(page - 1));
        return area.getTextForRegion("here").strip();
    }
}
