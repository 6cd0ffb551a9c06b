package no.segl.app.lettering;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws on one page, in millimetres from its upper left corner. */
public final class Canvas {

    /** How much of its size a strong letter's edge is wide: the font has one weight only. */
    private static final float STRONG = 0.03f;

    private final PDPageContentStream page;
    private final Lettering lettering;
    private final float height;

    Canvas(PDPageContentStream page, Lettering lettering, float height) {
        this.page = page;
        this.lettering = lettering;
        this.height = height;
    }

    /** How a text looks. */
    public record Ink(float size, Color color, boolean strong) {

        /** Plain black. */
        public static Ink plain(float size) {
            return new Ink(size, Color.BLACK, false);
        }
    }

    /** What is drawn. */
    @FunctionalInterface
    public interface Drawing {

        /** Draws it. */
        void on(Canvas canvas) throws IOException;
    }

    /** Writes a text that is known to be {@linkplain Lettering#writable writable}. */
    public void text(String text, float x, float baseline, Ink ink) throws IOException {
        page.setNonStrokingColor(ink.color());
        if (ink.strong()) {
            page.setStrokingColor(ink.color());
            page.setLineWidth(ink.size() * STRONG);
            page.setRenderingMode(RenderingMode.FILL_STROKE);
        }
        lettering.write(page, text, x, baseline, ink.size());
        if (ink.strong()) {
            page.setRenderingMode(RenderingMode.FILL);
        }
        page.setNonStrokingColor(Color.BLACK);
    }

    /** Writes a text that ends at {@code right}. */
    public void textTo(String text, float right, float baseline, Ink ink) throws IOException {
        text(text, right - lettering.width(text, ink.size()), baseline, ink);
    }

    /** Fills a rectangle; {@code top} is its upper edge. */
    public void box(float x, float top, float wide, float high, Color color) throws IOException {
        if (wide <= 0 || high <= 0) {
            return;
        }
        page.setNonStrokingColor(color);
        page.addRect(
                Lettering.points(x),
                Lettering.points(height - top - high),
                Lettering.points(wide),
                Lettering.points(high));
        page.fill();
        page.setNonStrokingColor(Color.BLACK);
    }

    /** A line across, a hair thick. */
    public void rule(float x, float y, float wide, Color color) throws IOException {
        box(x, y, wide, 0.2f, color);
    }
}
