package no.segl.app.lettering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import no.segl.app.lettering.Canvas.Ink;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * A plain text that goes on from page to page: headings, paragraphs and tables, each in an element
 * that a screen reader can follow. Distances are in millimetres.
 */
public final class TaggedPages implements AutoCloseable {

    private static final float TOP = 24;
    private static final float FOOT = 21;

    private final TaggedDocument document;
    private final float left;
    private float line = TOP;

    /**
     * Begins on A4 pages that stand upright.
     *
     * @param language the tag of the language it is in
     */
    public TaggedPages(String title, String language) throws IOException {
        this(new TaggedDocument(title, language, false), 20);
    }

    /**
     * Begins on a document's first page.
     *
     * @param left how wide the margins are
     */
    public TaggedPages(TaggedDocument document, float left) {
        this.document = document;
        this.left = left;
    }

    /** The document's title. */
    public void title(String text) throws IOException {
        write(StandardStructureTypes.H1, text, 18, 9);
        line += 2;
    }

    /** The heading of a part, which is not left alone at the end of a page. */
    public void heading(String text) throws IOException {
        line += 5;
        if (line > bottom() - 20) {
            line = bottom() + 1;
        }
        write(StandardStructureTypes.H2, text, 13, 7);
        line += 1;
    }

    /** A paragraph. */
    public void paragraph(String text) throws IOException {
        write(StandardStructureTypes.P, text, 10, 4.8f);
        line += 1.5f;
    }

    /** What only few look at. */
    public void small(String text) throws IOException {
        write(StandardStructureTypes.P, text, 8, 3.8f);
        line += 0.8f;
    }

    /** Some room. */
    public void space() {
        line += 2.5f;
    }

    /** A table, over the whole width. */
    public TaggedTable table(List<TaggedTable.Column> columns) throws IOException {
        return new TaggedTable(this, document, columns);
    }

    private void write(String tag, String text, float size, float leading) throws IOException {
        var element = document.element(tag, document.root());
        Lettering lettering = document.lettering();
        for (String part : lettering.lines(lettering.writable(text), size, width())) {
            down(leading);
            document.write(element, part, left, line, Ink.plain(size));
        }
    }

    float left() {
        return left;
    }

    float width() {
        return document.width() - 2 * left;
    }

    private float bottom() {
        return document.height() - FOOT;
    }

    /** Whether there is no room for so much more on this page. */
    boolean isFull(float more) {
        return line + more > bottom();
    }

    /** Goes down by {@code leading}, over to a new page if there is no room; says where it is. */
    float down(float leading) throws IOException {
        if (isFull(leading)) {
            turn();
        }
        line += leading;
        return line;
    }

    void turn() throws IOException {
        document.turn();
        line = TOP;
    }

    /**
     * The finished file.
     *
     * @param foot stands at the foot of each page, with its number; screen readers skip it
     */
    public byte[] finish(String foot) throws IOException {
        var out = new ByteArrayOutputStream();
        finish(foot, out);
        return out.toByteArray();
    }

    /** The same, written to {@code out}, which is not closed. */
    public void finish(String foot, OutputStream out) throws IOException {
        document.finish(foot, left, out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
