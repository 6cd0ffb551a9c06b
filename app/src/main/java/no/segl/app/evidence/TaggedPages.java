package no.segl.app.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.segl.app.lettering.Lettering;
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
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A plain text on A4 pages, whose headings and paragraphs a screen reader can follow (ISO 32000-1,
 * 14.7 and 14.8). Distances are in millimetres.
 */
final class TaggedPages implements AutoCloseable {

    private static final float LEFT = 20;
    private static final float WIDTH = 170;
    private static final float TOP = 24;
    private static final float BOTTOM = 276;
    private static final float FOOT = 287;

    private final PDDocument document = new PDDocument();
    private final Lettering lettering;
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement root;
    private final List<COSArray> parents = new ArrayList<>();
    private PDPage page;
    private PDPageContentStream content;
    private float line;

    TaggedPages(String title, String language) throws IOException {
        this.lettering = new Lettering(document);
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
        this.page = new PDPage(PDRectangle.A4);
        this.content = begin();
    }

    private PDPageContentStream begin() throws IOException {
        document.addPage(page);
        page.setStructParents(parents.size());
        // Tab order follows the structure.
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        parents.add(new COSArray());
        line = TOP;
        return new PDPageContentStream(document, page);
    }

    void title(String text) throws IOException {
        write(StandardStructureTypes.H1, text, 18, 9);
        line += 2;
    }

    void heading(String text) throws IOException {
        line += 5;
        if (line > BOTTOM - 20) {
            line = BOTTOM + 1;
        }
        write(StandardStructureTypes.H2, text, 13, 7);
        line += 1;
    }

    void paragraph(String text) throws IOException {
        write(StandardStructureTypes.P, text, 10, 4.8f);
        line += 1.5f;
    }

    /** What only few look at. */
    void small(String text) throws IOException {
        write(StandardStructureTypes.P, text, 8, 3.8f);
        line += 0.8f;
    }

    void space() {
        line += 2.5f;
    }

    private void write(String tag, String text, float size, float leading) throws IOException {
        var element = new PDStructureElement(tag, root);
        root.appendKid(element);
        for (String part : lettering.lines(lettering.writable(text), size, WIDTH)) {
            if (line + leading > BOTTOM) {
                turn();
            }
            line += leading;
            int mark = parents.getLast().size();
            content.beginMarkedContent(COSName.getPDFName(tag), mark);
            lettering.write(content, part, LEFT, line, size);
            content.endMarkedContent();
            parents.getLast().add(element);
            var reference = new PDMarkedContentReference();
            reference.setPage(page);
            reference.setMCID(mark);
            element.appendKid(reference);
        }
    }

    private void turn() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.A4);
        content = begin();
    }

    /**
     * The finished file.
     *
     * @param foot stands at the foot of each page, with its number; screen readers skip it
     */
    byte[] finish(String foot) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (var end =
                    new PDPageContentStream(
                            document,
                            document.getPage(i),
                            PDPageContentStream.AppendMode.APPEND,
                            true,
                            true)) {
                end.beginMarkedContent(COSName.ARTIFACT);
                lettering.write(end, foot + "  " + (i + 1) + " / " + pages, LEFT, FOOT, 8);
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
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
