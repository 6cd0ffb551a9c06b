package no.segl.app.lettering;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes text with a font that is embedded in the file, in millimetres from the page's upper left
 * corner. The font is Liberation Sans (SIL Open Font License), which PDFBox carries: Latin with its
 * extensions, Greek and Cyrillic.
 */
public final class Lettering {

    /** Points in a millimetre. */
    public static final float POINTS_PER_MM = 72 / 25.4f;

    /** The height of an A4 page, in millimetres. */
    public static final float HEIGHT_MM = 297;

    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDType0Font font;
    private final float height;

    /** Embeds the font in {@code document}, whose pages are A4 and stand upright. */
    public Lettering(PDDocument document) throws IOException {
        this(document, HEIGHT_MM);
    }

    /**
     * Embeds the font in {@code document}.
     *
     * @param height of its pages, in millimetres
     */
    Lettering(PDDocument document, float height) throws IOException {
        this.height = height;
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox does not carry its font any more");
            }
            font = PDType0Font.load(document, in, true);
        }
    }

    /** Whether every character of {@code text} can be written. */
    public boolean canWrite(String text) throws IOException {
        try {
            font.encode(composed(text));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code text} with a question mark for each character that cannot be written. */
    public String writable(String text) throws IOException {
        StringBuilder writable = new StringBuilder();
        for (int c : composed(text).codePoints().toArray()) {
            String one = Character.toString(c);
            writable.append(canWrite(one) ? one : "?");
        }
        return writable.toString();
    }

    /** How wide {@code text} is at {@code size} points, in millimetres. */
    public float width(String text, float size) throws IOException {
        return font.getStringWidth(composed(text)) / 1000 * size / POINTS_PER_MM;
    }

    /** The largest size up to {@code size} at which {@code text} is at most {@code mm} wide. */
    public float fitting(String text, float size, float mm) throws IOException {
        float width = width(text, size);
        return width <= mm ? size : size * mm / width;
    }

    /**
     * Writes {@code text} at {@code size} points, {@code x} from the left and {@code baseline} from
     * the top.
     */
    public void write(PDPageContentStream page, String text, float x, float baseline, float size)
            throws IOException {
        put(page, text, size, Matrix.getTranslateInstance(points(x), points(height - baseline)));
    }

    /** Writes upward along the left edge. */
    public void writeUpward(PDPageContentStream page, String text, float x, float from, float size)
            throws IOException {
        put(
                page,
                text,
                size,
                Matrix.getRotateInstance(Math.PI / 2, points(x), points(height - from)));
    }

    private void put(PDPageContentStream page, String text, float size, Matrix at)
            throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.setTextMatrix(at);
        page.showText(composed(text));
        page.endText();
    }

    /** {@code text} in lines at most {@code mm} wide; a longer word is cut. */
    public List<String> lines(String text, float size, float mm) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) > mm && !line.isEmpty()) {
                lines.add(line.toString());
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
            while (width(line.toString(), size) > mm) {
                int fits = line.length() - 1;
                while (fits > 1 && width(line.substring(0, fits), size) > mm) {
                    fits--;
                }
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Millimetres in points. */
    public static float points(float mm) {
        return mm * POINTS_PER_MM;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
