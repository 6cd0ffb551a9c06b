package no.segl.app.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes what a Norwegian spreadsheet opens as it is meant: UTF-8 with a byte order mark,
 * semicolons, CRLF (RFC 4180 else), and no cell that a spreadsheet would take for a formula.
 */
public final class CsvWriter {

    private static final String FORMULA = "=+-@\t\r\n";

    private final Writer out;

    public CsvWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
    }

    /**
     * Writes a row.
     *
     * @throws UncheckedIOException if whoever asked for it has gone
     */
    public void row(List<String> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                out.write(i == 0 ? "" : ";");
                out.write(cell(cells.get(i)));
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In quotes where it must be; with an apostrophe before what looks like a formula. */
    static String cell(String value) {
        String safe =
                !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** What has been written goes out: after the last row. */
    public void flush() throws IOException {
        out.flush();
    }
}
