package no.segl.app.lettering;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.segl.app.lettering.Canvas.Drawing;
import no.segl.app.lettering.Canvas.Ink;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A4 pages on which each text stands in an element that a screen reader can follow, and all else is
 * marked as of no meaning (ISO 32000-1, 14.7 and 14.8). Distances are in millimetres from a page's
 * upper left corner.
 */
public final class TaggedDocument implements AutoCloseable {

    private static final float WIDTH_MM = 210;

    private final PDDocument document = new PDDocument();
    private final boolean across;
    private final Lettering lettering;
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement root;
    private final List<COSArray> parents = new ArrayList<>();
    private PDPage page;
    private PDPageContentStream content;

    /**
     * Begins one, at its first page.
     *
     * @param language the tag of the language it is in
     * @param across whether its pages lie on their side
     */
    public TaggedDocument(String title, String language, boolean across) throws IOException {
        this.across = across;
        this.lettering = new Lettering(document, height());
        this.root = new PDStructureElement(StandardStructureTypes.DOCUMENT, tree);
        tree.appendKid(root);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language);
        catalog.setStructureTreeRoot(tree);
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        this.page = page();
        this.content = begin();
    }

    /** How wide a page is. */
    public float width() {
        return across ? Lettering.HEIGHT_MM : WIDTH_MM;
    }

    /** How high a page is. */
    public float height() {
        return across ? WIDTH_MM : Lettering.HEIGHT_MM;
    }

    /** Measures and breaks texts. */
    public Lettering lettering() {
        return lettering;
    }

    /** The element of the whole document. */
    public PDStructureElement root() {
        return root;
    }

    private PDPage page() {
        return new PDPage(new PDRectangle(Lettering.points(width()), Lettering.points(height())));
    }

    private PDPageContentStream begin() throws IOException {
        document.addPage(page);
        page.setStructParents(parents.size());
        // Tab order follows the structure.
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        parents.add(new COSArray());
        return new PDPageContentStream(document, page);
    }

    /** Goes on on a new page. */
    public void turn() throws IOException {
        content.close();
        page = page();
        content = begin();
    }

    /** A new element, the last of {@code parent}. */
    public PDStructureElement element(String tag, PDStructureElement parent) {
        var element = new PDStructureElement(tag, parent);
        parent.appendKid(element);
        return element;
    }

    /** Writes a line of {@code element}. What the font has no sign for becomes a question mark. */
    public void write(PDStructureElement element, String text, float x, float baseline, Ink ink)
            throws IOException {
        String writable = lettering.writable(text);
        mark(element, canvas -> canvas.text(writable, x, baseline, ink));
    }

    /** Writes a line of {@code element} that ends at {@code right}. */
    public void writeTo(
            PDStructureElement element, String text, float right, float baseline, Ink ink)
            throws IOException {
        String writable = lettering.writable(text);
        mark(element, canvas -> canvas.textTo(writable, right, baseline, ink));
    }

    /**
     * Draws a figure.
     *
     * @param told what it shows, for those who do not see it
     */
    public void figure(
            PDStructureElement parent,
            String told,
            float x,
            float top,
            float wide,
            float high,
            Drawing drawing)
            throws IOException {
        PDStructureElement figure = element(StandardStructureTypes.Figure, parent);
        figure.setAlternateDescription(told);
        var layout = new PDLayoutAttributeObject();
        layout.setPlacement(PDLayoutAttributeObject.PLACEMENT_BLOCK);
        layout.setBBox(
                new PDRectangle(
                        Lettering.points(x),
                        Lettering.points(height() - top - high),
                        Lettering.points(wide),
                        Lettering.points(high)));
        figure.addAttribute(layout);
        mark(figure, drawing);
    }

    private void mark(PDStructureElement element, Drawing drawing) throws IOException {
        int mark = parents.getLast().size();
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), mark);
        drawing.on(new Canvas(content, lettering, height()));
        content.endMarkedContent();
        parents.getLast().add(element);
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(mark);
        element.appendKid(reference);
    }

    /** Draws what tells nothing: screen readers skip it. */
    public void decorate(Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.on(new Canvas(content, lettering, height()));
        content.endMarkedContent();
    }

    /**
     * Ends it.
     *
     * @param foot stands at the foot of each page, with its number; screen readers skip it
     * @param left where that begins
     * @param out where the file goes; not closed
     */
    public void finish(String foot, float left, OutputStream out) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        String writable = lettering.writable(foot);
        for (int i = 0; i < pages; i++) {
            try (var end =
                    new PDPageContentStream(
                            document,
                            document.getPage(i),
                            PDPageContentStream.AppendMode.APPEND,
                            true,
                            true)) {
                end.beginMarkedContent(COSName.ARTIFACT);
                lettering.write(
                        end, writable + "  " + (i + 1) + " / " + pages, left, height() - 10, 8);
                end.endMarkedContent();
            }
        }
        Map<Integer, PDParentTreeValue> byPage = new HashMap<>();
        for (int i = 0; i < parents.size(); i++) {
            byPage.put(i, new PDParentTreeValue(parents.get(i)));
        }
        var numbers = new PDNumberTreeNode(PDParentTreeValue.class);
        numbers.setNumbers(byPage);
        tree.setParentTree(numbers);
        tree.setParentTreeNextKey(parents.size());
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
