package no.segl.proof.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import no.segl.proof.demo.Sheet.Style;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Makes a letter from a {@link Paper}: a PDF that looks as one from a Norwegian public office does,
 * with its font inside. Equal input gives equal bytes, so that a test can compare what was sent
 * with what was opened.
 */
public final class SamplePdf {

    private static final float LEFT = 71;
    private static final float RIGHT = Sheet.WIDTH - 71;
    private static final float REFERENCES = 356;
    private static final float BOTTOM = Sheet.HEIGHT - 92;
    private static final float FACT_VALUE = LEFT + 118;

    private static final int INK = 0x1e2b3c;
    private static final int FAINT = 0x5b6673;
    private static final Style TEXT = new Style(10.5f, INK, false);
    private static final Style LABEL = new Style(8.5f, FAINT, false);

    /** Liberation Sans, as PDFBox carries it (SIL Open Font License 1.1). */
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document;
    private final PDFont font;
    private final Paper paper;
    private Sheet sheet;
    private float y;

    private SamplePdf(PDDocument document, PDFont font, Paper paper) throws IOException {
        this.document = document;
        this.font = font;
        this.paper = paper;
        this.sheet = Sheet.added(document, font);
    }

    /**
     * The letter as a PDF file, dated {@code date}.
     *
     * @throws UncheckedIOException if the font cannot be read: the class path is broken
     */
    public static byte[] of(Paper paper, LocalDate date) {
        try (PDDocument document = new PDDocument();
                InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IOException("PDFBox has no " + FONT);
            }
            // Otherwise PDFBox derives the file's id from the clock.
            document.setDocumentId(date.toEpochDay());
            describe(document, paper, date);
            new SamplePdf(document, PDType0Font.load(document, file, true), paper).draw(date);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, Paper paper, LocalDate date) {
        GregorianCalendar midnight =
                new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        midnight.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(paper.heading());
        information.setAuthor(paper.letterhead().organisation());
        information.setCreationDate(midnight);
        information.setModificationDate(midnight);
        document.getDocumentCatalog().setLanguage(paper.language().tag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private void draw(LocalDate date) throws IOException {
        letterhead();
        addressee();
        references(date);
        heading();
        for (int i = 0; i < paper.body().size(); i++) {
            if (i > 0 && closes(paper.body().get(i - 1), paper.body().get(i))) {
                y += 6;
            }
            block(paper.body().get(i));
        }
        signature();
        sheet.close();
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            footer(page);
        }
    }

    private void letterhead() throws IOException {
        int colour = paper.letterhead().colour();
        sheet.emblem(LEFT, 40, 33, colour);
        sheet.write(paper.letterhead().organisation(), LEFT + 44, 57, new Style(15, colour, true));
        sheet.write(paper.letterhead().unit(), LEFT + 44, 73, new Style(9.5f, FAINT, false));
        sheet.rule(LEFT, RIGHT, 96, 0.8f, colour);
    }

    private void addressee() throws IOException {
        y = 142;
        for (String line : paper.addressee()) {
            sheet.write(line, LEFT, y, TEXT);
            y += TEXT.lineHeight();
        }
    }

    private void references(LocalDate date) throws IOException {
        float at = 128;
        sheet.write(
                words("Unntatt offentlighet", "Unnateke offentlegheit", "Exempt from disclosure"),
                REFERENCES,
                at,
                new Style(9, INK, true));
        sheet.write(
                words(
                        "Offl. § 13 jf. fvl. § 13",
                        "Offl. § 13 jf. fvl. § 13",
                        "Public Records Act § 13"),
                REFERENCES,
                at + 12,
                LABEL);
        at += 36;
        at = reference(words("Dato", "Dato", "Date"), written(date), at);
        at =
                reference(
                        words("Vår referanse", "Vår referanse", "Our reference"),
                        paper.ourReference(),
                        at);
        if (!paper.yourReference().isEmpty()) {
            reference(
                    words("Deres referanse", "Dykkar referanse", "Your reference"),
                    paper.yourReference(),
                    at);
        }
    }

    private float reference(String label, String value, float at) throws IOException {
        sheet.write(label, REFERENCES, at, LABEL);
        sheet.write(value, REFERENCES + 84, at, new Style(9, INK, false));
        return at + 14;
    }

    private void heading() throws IOException {
        Style style = new Style(15, INK, true);
        y = 252;
        for (String line : sheet.lines(paper.heading(), style.size(), RIGHT - LEFT)) {
            sheet.write(line, LEFT, y, style);
            y += style.lineHeight();
        }
        y += 6;
    }

    private void block(String block) throws IOException {
        if (block.startsWith("## ")) {
            Style style = new Style(11.5f, INK, true);
            y += 6;
            // A subheading never stands alone at the foot of a page.
            room(style.lineHeight() + 3 * TEXT.lineHeight());
            sheet.write(block.substring(3), LEFT, y, style);
            y += style.lineHeight() + 1;
        } else if (block.startsWith("- ")) {
            item(block.substring(2));
        } else if (isFact(block)) {
            fact(block);
        } else {
            paragraph(block, LEFT);
            y += 7;
        }
    }

    /** Whether {@code next} ends a list or a table that {@code block} belongs to. */
    private static boolean closes(String block, String next) {
        return (isFact(block) && !isFact(next))
                || (block.startsWith("- ") && !next.startsWith("- "));
    }

    private static boolean isFact(String block) {
        return block.contains(": | ");
    }

    private void item(String text) throws IOException {
        room(TEXT.lineHeight());
        sheet.write("•", LEFT + 6, y, TEXT);
        paragraph(text, LEFT + 18);
        y += 2;
    }

    private void fact(String block) throws IOException {
        int bar = block.indexOf(": | ");
        room(TEXT.lineHeight());
        sheet.write(block.substring(0, bar), LEFT, y, new Style(TEXT.size(), FAINT, false));
        paragraph(block.substring(bar + 4), FACT_VALUE);
        y += 1;
    }

    private void paragraph(String text, float left) throws IOException {
        for (String line : sheet.lines(text, TEXT.size(), RIGHT - left)) {
            room(TEXT.lineHeight());
            sheet.write(line, left, y, TEXT);
            y += TEXT.lineHeight();
        }
    }

    private void signature() throws IOException {
        List<String> lines = paper.signature();
        y += 14;
        room(TEXT.lineHeight() * (lines.size() + 4));
        sheet.write(words("Med hilsen", "Med helsing", "Yours sincerely"), LEFT, y, TEXT);
        y += TEXT.lineHeight() * 1.7f;
        for (int i = 0; i < lines.size(); i++) {
            sheet.write(lines.get(i), LEFT, y, new Style(TEXT.size(), INK, i == 0));
            y += TEXT.lineHeight();
        }
        y += 10;
        sheet.write(
                words(
                        "Dokumentet er elektronisk godkjent og har derfor ingen underskrift.",
                        "Dokumentet er elektronisk godkjent og har difor inga underskrift.",
                        "Approved electronically, and therefore not signed by hand."),
                LEFT,
                y,
                LABEL);
    }

    /** Turns to a new page unless {@code height} more fits on this one. */
    private void room(float height) throws IOException {
        if (y + height > BOTTOM) {
            sheet.close();
            sheet = Sheet.added(document, font);
            y = 80;
        }
    }

    private void footer(int page) throws IOException {
        try (Sheet foot = Sheet.again(document, font, page)) {
            float line = Sheet.HEIGHT - 44;
            foot.rule(LEFT, RIGHT, line - 14, 0.5f, 0xc5ccd3);
            foot.write(String.join("   ·   ", paper.letterhead().footer()), LEFT, line, LABEL);
            String number =
                    words("Side", "Side", "Page")
                            + " "
                            + (page + 1)
                            + words(" av ", " av ", " of ")
                            + document.getNumberOfPages();
            foot.write(number, RIGHT - foot.width(number, LABEL.size()), line, LABEL);
        }
    }

    private String written(LocalDate date) {
        String pattern = paper.language() == Language.EN ? "d MMMM uuuu" : "d. MMMM uuuu";
        Locale locale = Locale.forLanguageTag(paper.language() == Language.EN ? "en-GB" : "nb");
        return date.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    private String words(String nb, String nn, String en) {
        return new Text(nb, nn, en).in(paper.language());
    }
}
