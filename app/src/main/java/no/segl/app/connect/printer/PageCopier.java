package no.segl.app.connect.printer;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws the pages of one document on A4 portrait: as they are where they fit, turned where they lie
 * on their side, made smaller where they are larger. Fields and notes that would be printed become
 * part of the page.
 */
final class PageCopier {

    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();

    /** Paper sizes are rounded to points in more than one way. */
    private static final float TOLERANCE = 2;

    private final PDDocument source;
    private final LayerUtility layers;

    PageCopier(PDDocument source, PDDocument target) {
        this.source = source;
        this.layers = new LayerUtility(target);
    }

    /** Draws page {@code index}, from 0, on a page of A4. */
    void draw(int index, PDPageContentStream content) throws IOException {
        PDPage original = source.getPage(index);
        bakeIn(original);
        PDFormXObject form = layers.importPageAsForm(source, original);
        Rectangle2D box = form.getBBox().transform(form.getMatrix()).getBounds2D();
        float wide = (float) box.getWidth();
        float high = (float) box.getHeight();
        boolean turned = wide > high;
        float across = turned ? high : wide;
        float along = turned ? wide : high;
        float scale =
                across <= WIDTH + TOLERANCE && along <= HEIGHT + TOLERANCE
                        ? 1
                        : Math.min(WIDTH / across, HEIGHT / along);
        AffineTransform at = new AffineTransform();
        at.translate((WIDTH - across * scale) / 2, (HEIGHT - along * scale) / 2);
        at.scale(scale, scale);
        if (turned) {
            at.translate(across, 0);
            at.quadrantRotate(1);
        }
        at.translate(-box.getX(), -box.getY());
        content.saveGraphicsState();
        content.transform(new Matrix(at));
        content.drawForm(form);
        content.restoreGraphicsState();
    }

    /** Draws what a reader would print of the annotations. Source: ISO 32000-1, 12.5.5. */
    private void bakeIn(PDPage page) throws IOException {
        List<PDAnnotation> printed =
                page.getAnnotations().stream()
                        .filter(a -> a.isPrinted() && !a.isHidden() && a.getRectangle() != null)
                        .toList();
        if (printed.isEmpty()) {
            return;
        }
        try (PDPageContentStream content =
                new PDPageContentStream(source, page, AppendMode.APPEND, true, true)) {
            for (PDAnnotation annotation : printed) {
                if (annotation.getNormalAppearanceStream() == null) {
                    annotation.constructAppearances(source);
                }
                PDAppearanceStream appearance = annotation.getNormalAppearanceStream();
                if (appearance != null && appearance.getBBox() != null) {
                    bakeIn(content, appearance, annotation.getRectangle());
                }
            }
        }
    }

    private static void bakeIn(
            PDPageContentStream content, PDAppearanceStream appearance, PDRectangle into)
            throws IOException {
        Rectangle2D box = appearance.getBBox().transform(appearance.getMatrix()).getBounds2D();
        if (box.getWidth() <= 0 || box.getHeight() <= 0) {
            return;
        }
        AffineTransform at = new AffineTransform();
        at.translate(into.getLowerLeftX(), into.getLowerLeftY());
        at.scale(into.getWidth() / box.getWidth(), into.getHeight() / box.getHeight());
        at.translate(-box.getX(), -box.getY());
        content.saveGraphicsState();
        content.transform(new Matrix(at));
        content.drawForm(appearance);
        content.restoreGraphicsState();
    }
}
