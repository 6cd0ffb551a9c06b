package no.segl.proof.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A sheet of A4 to write on, from the top down; all lengths are points (1/72 inch), heights
 * measured from the top edge. It knows words, lines and colours, and nothing about letters.
 */
final class Sheet implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    /** How thick the outline is that makes a regular font bold, as a part of its size. */
    private static final float BOLD_OUTLINE = 0.035f;

    private final PDFont font;
    private final PDPageContentStream content;

    private Sheet(PDFont font, PDPageContentStream content) {
        this.font = font;
        this.content = content;
    }

    /** A new, empty page at the end of {@code document}. */
    static Sheet added(PDDocument document, PDFont font) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new Sheet(font, new PDPageContentStream(document, page));
    }

    /** A page that has been written on before, to add to. */
    static Sheet again(PDDocument document, PDFont font, int index) throws IOException {
        return new Sheet(
                font,
                new PDPageContentStream(
                        document, document.getPage(index), AppendMode.APPEND, true, true));
    }

    /** How text looks: its size and colour ({@code 0xRRGGBB}), and whether it is bold. */
    record Style(float size, int colour, boolean bold) {

        float lineHeight() {
            return size * 1.42f;
        }
    }

    /** Writes one line; {@code baseline} is the height on which it stands. */
    void write(String line, float x, float baseline, Style style) throws IOException {
        content.beginText();
        content.setFont(font, style.size());
        content.setNonStrokingColor(colour(style.colour()));
        if (style.bold()) {
            content.setStrokingColor(colour(style.colour()));
            content.setLineWidth(style.size() * BOLD_OUTLINE);
            content.setRenderingMode(RenderingMode.FILL_STROKE);
        } else {
            content.setRenderingMode(RenderingMode.FILL);
        }
        content.newLineAtOffset(x, HEIGHT - baseline);
        content.showText(line);
        content.endText();
    }

    void rule(float x1, float x2, float y, float thickness, int colour) throws IOException {
        content.setNonStrokingColor(colour(colour));
        content.addRect(x1, HEIGHT - y, x2 - x1, thickness);
        content.fill();
    }

    /** A shield with two waves: a coat of arms that is nobody's. */
    void emblem(float left, float top, float width, int colour) throws IOException {
        float height = width * 1.22f;
        float x = left;
        float y = HEIGHT - top;
        content.setNonStrokingColor(colour(colour));
        content.moveTo(x, y);
        content.lineTo(x + width, y);
        content.lineTo(x + width, y - height * 0.5f);
        content.curveTo(
                x + width,
                y - height * 0.8f,
                x + width * 0.7f,
                y - height * 0.92f,
                x + width / 2,
                y - height);
        content.curveTo(
                x + width * 0.3f, y - height * 0.92f, x, y - height * 0.8f, x, y - height * 0.5f);
        content.closePath();
        content.fill();
        content.setStrokingColor(colour(0xffffff));
        content.setLineWidth(width * 0.07f);
        wave(x, y - height * 0.36f, width);
        wave(x, y - height * 0.56f, width);
    }

    private void wave(float x, float y, float width) throws IOException {
        float step = width * 0.36f;
        float swing = width * 0.13f;
        float from = x + width * 0.14f;
        content.moveTo(from, y);
        content.curveTo(from + step / 2, y + swing, from + step / 2, y - swing, from + step, y);
        content.curveTo(
                from + step * 1.5f, y + swing, from + step * 1.5f, y - swing, from + step * 2, y);
        content.stroke();
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** {@code text} broken between words, so that no line is wider than {@code width}. */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    private static PDColor colour(int rgb) {
        float[] parts = {(rgb >> 16 & 0xff) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f};
        return new PDColor(parts, PDDeviceRGB.INSTANCE);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
