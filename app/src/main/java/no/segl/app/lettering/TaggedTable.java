package no.segl.app.lettering;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.segl.app.lettering.Canvas.Ink;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * A table over as many pages as it takes. What the columns are called stands on each of them; a
 * screen reader is told so once, and of which column each cell is.
 */
public final class TaggedTable {

    private static final float SIZE = 8;
    private static final float LEADING = 3.6f;
    private static final float GAP = 3;
    private static final float PAD = 1.1f;
    private static final Color LINE = new Color(0xc9, 0xcd, 0xd3);
    private static final Color QUIET = new Color(0x4a, 0x53, 0x5e);
    private static final Ink PLAIN = Ink.plain(SIZE);
    private static final Ink HEAD = new Ink(SIZE, QUIET, true);

    private final TaggedPages pages;
    private final TaggedDocument document;
    private final List<Column> columns;
    private final PDStructureElement table;

    /**
     * A column.
     *
     * @param share of the table's width, beside those of the others
     */
    public record Column(String name, float share) {}

    TaggedTable(TaggedPages pages, TaggedDocument document, List<Column> columns)
            throws IOException {
        this.pages = pages;
        this.document = document;
        this.columns = columns;
        this.table = document.element(StandardStructureTypes.TABLE, document.root());
        head(document.element(StandardStructureTypes.T_HEAD, table));
    }

    private void head(PDStructureElement head) throws IOException {
        PDStructureElement row = document.element(StandardStructureTypes.TR, head);
        List<List<String>> cells = broken(columns.stream().map(Column::name).toList());
        float high = height(cells);
        if (pages.isFull(high + 3 * LEADING)) {
            pages.turn();
        }
        float top = pages.down(0);
        for (int c = 0; c < columns.size(); c++) {
            PDStructureElement cell = document.element(StandardStructureTypes.TH, row);
            var scope = new PDTableAttributeObject();
            scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            cell.addAttribute(scope);
            for (int i = 0; i < cells.get(c).size(); i++) {
                document.write(cell, cells.get(c).get(i), x(c), top + (i + 1) * LEADING, HEAD);
            }
        }
        under(high);
    }

    /** The head again, for the eye only. */
    private void again() throws IOException {
        List<List<String>> cells = broken(columns.stream().map(Column::name).toList());
        float top = pages.down(0);
        document.decorate(canvas -> {
            for (int c = 0; c < columns.size(); c++) {
                for (int i = 0; i < cells.get(c).size(); i++) {
                    canvas.text(cells.get(c).get(i), x(c), top + (i + 1) * LEADING, HEAD);
                }
            }
        });
        under(height(cells));
    }

    private void under(float high) throws IOException {
        float line = pages.down(high);
        document.decorate(canvas -> canvas.rule(pages.left(), line, pages.width(), LINE));
    }

    /** Writes a row, a cell for each column; it is not broken over two pages. */
    public void row(List<String> values) throws IOException {
        List<List<String>> cells = broken(values);
        float high = height(cells);
        if (pages.isFull(high)) {
            pages.turn();
            again();
        }
        float top = pages.down(0);
        PDStructureElement row = document.element(StandardStructureTypes.TR, table);
        for (int c = 0; c < columns.size(); c++) {
            PDStructureElement cell = document.element(StandardStructureTypes.TD, row);
            for (int i = 0; i < cells.get(c).size(); i++) {
                document.write(cell, cells.get(c).get(i), x(c), top + (i + 1) * LEADING, PLAIN);
            }
        }
        under(high);
    }

    private List<List<String>> broken(List<String> values) throws IOException {
        Lettering lettering = document.lettering();
        List<List<String>> cells = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            cells.add(lettering.lines(lettering.writable(values.get(c)), SIZE, wide(c) - GAP));
        }
        return cells;
    }

    private static float height(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * LEADING + PAD;
    }

    private float wide(int column) {
        float all = (float) columns.stream().mapToDouble(Column::share).sum();
        return pages.width() * columns.get(column).share() / all;
    }

    private float x(int column) {
        float x = pages.left();
        for (int c = 0; c < column; c++) {
            x += wide(c);
        }
        return x;
    }
}
