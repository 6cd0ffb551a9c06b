package no.segl.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.export.Sheet.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for spreadsheets. */
class CsvSheetTest {

    @Test
    void aSpreadsheetReadsItAsItIsMeant() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvSheet csv = new CsvSheet(out);
        csv.head(List.of("Avsender", "Åpnet", "Dager", "Avsluttet"));
        csv.row(
                List.of(
                        new Cell.Text("Å; \"Ø\" og\nÆ"),
                        new Cell.Time(Instant.parse("2026-07-01T22:30:00Z")),
                        new Cell.Whole(7),
                        Cell.of(Optional.empty())));
        csv.end();
        String row = "\"Å; \"\"Ø\"\" og\nÆ\";2026-07-02 00:30;7;";
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFAvsender;Åpnet;Dager;Avsluttet\r\n" + row + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")"})
    void noCellIsAFormula(String value) {
        String cell = CsvSheet.cell(value);
        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
    }
}
