package no.segl.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A short table of texts, as a file that a spreadsheet opens. */
public final class PlainTable {

    private PlainTable() {}

    /** Writes it whole; {@code out} is not closed. */
    public static void csv(OutputStream out, List<String> head, List<List<String>> rows)
            throws IOException {
        Sheet sheet = new CsvSheet(out);
        sheet.head(head);
        for (List<String> row : rows) {
            sheet.row(row.stream().<Sheet.Cell>map(Sheet.Cell.Text::new).toList());
        }
        sheet.end();
    }
}
