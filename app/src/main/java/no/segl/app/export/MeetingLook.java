package no.segl.app.export;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import no.segl.app.lettering.Canvas.Ink;
import no.segl.app.lettering.TaggedDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** How the pages for a meeting look, and the few things that stand on them more than once. */
final class MeetingLook {

    static final float LEFT = 18;
    static final float WIDTH = 174;

    static final Color WAX = new Color(0x9c, 0x1f, 0x2e);
    static final Color BLUE = new Color(0x0b, 0x4a, 0x6f);
    static final Color PALE = new Color(0xa9, 0xc3, 0xd3);
    static final Color GROUND = new Color(0xf3, 0xf5, 0xf7);
    static final Color LINE = new Color(0xcf, 0xd4, 0xda);
    static final Color TEXT = new Color(0x1c, 0x23, 0x2b);
    static final Color QUIET = new Color(0x4d, 0x57, 0x63);

    static final Ink BODY = new Ink(9, TEXT, false);
    static final Ink SMALL = new Ink(8, QUIET, false);
    static final Ink LABEL = new Ink(9, QUIET, true);
    static final Ink ALARM = new Ink(9, WAX, true);

    private static final float LEADING = 4.2f;

    private final TaggedDocument document;

    MeetingLook(TaggedDocument document) {
        this.document = document;
    }

    TaggedDocument document() {
        return document;
    }

    /** Writes a text in lines of at most {@code wide}; says where the last one stands. */
    float text(String tag, String text, float x, float baseline, float wide, Ink ink)
            throws IOException {
        PDStructureElement element = document.element(tag, document.root());
        return lines(element, text, x, baseline, wide, ink);
    }

    private float lines(
            PDStructureElement element, String text, float x, float baseline, float wide, Ink ink)
            throws IOException {
        var lettering = document.lettering();
        float leading = Math.max(LEADING, ink.size() * 0.46f);
        float line = baseline - leading;
        for (String part : lettering.lines(lettering.writable(text), ink.size(), wide)) {
            line += leading;
            document.write(element, part, x, line, ink);
        }
        return line;
    }

    /** The heading of a part of a page. */
    float part(String text, float x, float baseline, float wide) throws IOException {
        return text(StandardStructureTypes.H3, text, x, baseline, wide, LABEL);
    }

    /** A table without a head: names, and a number for each at the right. */
    float numbers(List<Named> rows, float x, float baseline, float wide) throws IOException {
        PDStructureElement table = document.element(StandardStructureTypes.TABLE, document.root());
        float line = baseline;
        for (Named row : rows) {
            PDStructureElement its = document.element(StandardStructureTypes.TR, table);
            document.write(
                    head(its, PDTableAttributeObject.SCOPE_ROW),
                    cut(row.name(), wide - 16),
                    x,
                    line,
                    BODY);
            document.writeTo(
                    document.element(StandardStructureTypes.TD, its),
                    row.number(),
                    x + wide,
                    line,
                    BODY);
            float under = line + 1.6f;
            document.decorate(canvas -> canvas.rule(x, under, wide, LINE));
            line += 5.4f;
        }
        return line - 5.4f;
    }

    /** A number with its name. */
    record Named(String name, String number) {}

    /** A cell that says what its row, or column, is about. */
    PDStructureElement head(PDStructureElement row, String scope) {
        PDStructureElement head = document.element(StandardStructureTypes.TH, row);
        var attribute = new PDTableAttributeObject();
        attribute.setScope(scope);
        head.addAttribute(attribute);
        return head;
    }

    /** What of a name has room on one line. */
    private String cut(String name, float wide) throws IOException {
        var lettering = document.lettering();
        String writable = lettering.writable(name);
        if (lettering.width(writable, BODY.size()) <= wide) {
            return writable;
        }
        int end = writable.length();
        while (end > 1 && lettering.width(writable.substring(0, end) + "…", BODY.size()) > wide) {
            end--;
        }
        return writable.substring(0, end).strip() + "…";
    }
}
