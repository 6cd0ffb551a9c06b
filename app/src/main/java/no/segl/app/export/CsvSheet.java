package no.segl.app.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import no.segl.core.day.WorkingDays;

/**
 * Writes what a Norwegian spreadsheet opens as it is meant: UTF-8 with a byte order mark,
 * semicolons, CRLF (RFC 4180 else), and no cell that a spreadsheet would take for a formula.
 */
public final class CsvSheet implements Sheet {

    private static final String FORMULA = "=+-@\t\r\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingDays.NORWAY);

    private final Writer out;

    /** Writes to {@code out}, which stays open. */
    public CsvSheet(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
    }

    @Override
    public void head(List<String> names) throws IOException {
        write(names);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        write(cells.stream().map(CsvSheet::text).toList());
    }

    @Override
    public void note(String text) throws IOException {
        write(List.of(text));
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> text;
            case Cell.Whole(var number) -> Long.toString(number);
            case Cell.Time(var at) -> TIME.format(at);
            case Cell.Nothing() -> "";
        };
    }

    private void write(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ";");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    /** In quotes where it must be; with an apostrophe before what looks like a formula. */
    static String cell(String value) {
        String safe =
                !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
