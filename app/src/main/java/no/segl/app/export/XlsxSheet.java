package no.segl.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.segl.core.day.WorkingDays;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a sheet for Excel and LibreOffice (ECMA-376), whose head stays in sight and can be
 * filtered by. Texts stand in the cells themselves and not in a table of all texts, which would be
 * kept in memory to the end; they are texts to whoever opens the file, whatever they begin with.
 */
final class XlsxSheet implements Sheet {

    /** So many rows are in memory at a time. */
    private static final int AT_ONCE = 500;

    /** The longest text that a cell holds, in characters. */
    private static final int LONGEST = 32_767;

    private static final double NARROW = 12;
    private static final double WIDE = 28;
    private static final double WIDEST = 46;

    private final Workbook book;
    private final Worksheet sheet;
    private int next;

    /**
     * Begins one.
     *
     * @param name what the sheet is called
     */
    XlsxSheet(OutputStream out, String name) {
        this.book = new Workbook(out, "Segl", null);
        this.sheet = book.newWorksheet(name);
    }

    @Override
    public void head(List<String> names) throws IOException {
        for (int c = 0; c < names.size(); c++) {
            sheet.inlineString(0, c, names.get(c));
            sheet.style(0, c).bold().wrapText(true).verticalAlignment("top").set();
            sheet.width(c, Math.clamp(names.get(c).length() + 4.0, NARROW, WIDE));
        }
        // The letter's id, and who is at its ends.
        sheet.width(0, WIDEST);
        sheet.width(1, WIDEST);
        sheet.width(3, WIDEST);
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, names.size() - 1);
        written();
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int c = 0; c < cells.size(); c++) {
            switch (cells.get(c)) {
                case Cell.Text(var text) -> {
                    if (!text.isEmpty()) {
                        sheet.inlineString(
                                next, c, text.substring(0, Math.min(LONGEST, text.length())));
                    }
                }
                case Cell.Whole(var number) -> sheet.value(next, c, number);
                case Cell.Time(var at) -> {
                    sheet.value(
                            next,
                            c,
                            LocalDateTime.ofInstant(
                                    at.truncatedTo(ChronoUnit.SECONDS), WorkingDays.NORWAY));
                    sheet.style(next, c).format("yyyy-mm-dd hh:mm").set();
                }
                case Cell.Nothing() -> {}
            }
        }
        written();
    }

    @Override
    public void note(String text) throws IOException {
        sheet.inlineString(next, 0, text);
        written();
    }

    private void written() throws IOException {
        next++;
        if (next % AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void end() throws IOException {
        book.finish();
    }
}
