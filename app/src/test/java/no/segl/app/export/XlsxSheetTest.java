package no.segl.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.segl.app.export.Sheet.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets for Excel and LibreOffice. */
class XlsxSheetTest {

    private static final List<String> FORMULAS =
            List.of(
                    "=1+1",
                    "+47",
                    "-1",
                    "@SUM(A1)",
                    "\t=1",
                    "=HYPERLINK(\"http://x\")",
                    "<f>1</f>");

    @TempDir private Path folder = Path.of("");

    private static byte[] written(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxSheet sheet = new XlsxSheet(out, "Sendt");
        sheet.head(List.of("Brev", "Avsender", "Åpnet", "Dager"));
        for (int i = 0; i < rows; i++) {
            sheet.row(
                    List.of(
                            new Cell.Text("0100200" + i),
                            new Cell.Text(FORMULAS.get(i % FORMULAS.size())),
                            Cell.of(Optional.of(Instant.parse("2026-07-01T22:30:00.5Z"))),
                            i % 2 == 0 ? new Cell.Whole(i) : new Cell.Nothing()));
        }
        sheet.note("Det er flere.");
        sheet.end();
        return out.toByteArray();
    }

    @Test
    void textsAreTextsTimesAreTimesAndNumbersAreNumbers() throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(written(1_700)))) {
            assertThat(book.getFirstSheet().getName()).isEqualTo("Sendt");
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(1_702);
            assertThat(rows.getFirst().getCellText(1)).isEqualTo("Avsender");
            for (int i = 0; i < 1_700; i++) {
                Row row = rows.get(i + 1);
                assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(0).asString()).isEqualTo("0100200" + i);
                assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(1).asString()).isEqualTo(FORMULAS.get(i % FORMULAS.size()));
                assertThat(row.getCell(2).asDate())
                        .isEqualTo(LocalDateTime.parse("2026-07-02T00:30:00"));
                assertThat(row.getCellAsNumber(3).isPresent()).isEqualTo(i % 2 == 0);
            }
            assertThat(rows.getLast().getCellText(0)).isEqualTo("Det er flere.");
        }
    }

    @Test
    void theHeadStaysAndIsFilteredByAndNothingIsAFormula() throws IOException {
        String sheet = part(written(3), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("state=\"frozen\"")
                .contains("ySplit=\"1\"")
                .contains("<autoFilter ref=\"A1:D1\"")
                .doesNotContain("<f>");
        assertThat(part(written(3), "xl/sharedStrings.xml"))
                .as("nothing is kept to the end")
                .doesNotContain("Avsender");
    }

    @Test
    void whatIsNotEndedIsNoWorkbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxSheet sheet = new XlsxSheet(out, "Sendt");
        sheet.head(List.of("Brev"));
        for (int i = 0; i < 2_000; i++) {
            sheet.row(List.of(new Cell.Text("x")));
        }
        assertThat(out.size()).as("it goes out as it is written").isPositive();
        assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1))
                .as("no end of a ZIP")
                .doesNotContain("PK\u0005\u0006");
    }

    @Test
    void aHundredThousandRowsTakeNoMoreMemoryThanTen() throws IOException {
        long[] most = {0};
        XlsxSheet sheet = new XlsxSheet(OutputStream.nullOutputStream(), "Sendt");
        sheet.head(List.of("Brev"));
        long before = used();
        for (int i = 0; i < 100_000; i++) {
            sheet.row(List.of(new Cell.Text("a text that is another in each row, " + i)));
            if (i % 25_000 == 0) {
                most[0] = Math.max(most[0], used() - before);
            }
        }
        sheet.end();
        assertThat(most[0]).as("bytes, of texts that are 4 MB together").isLessThan(3_000_000);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private String part(byte[] file, String name) throws IOException {
        Path path = Files.write(folder.resolve("sheet.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            try (InputStream in = zip.getInputStream(entry)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
