package no.segl.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for spreadsheets. */
class CsvWriterTest {

    @Test
    void aSpreadsheetReadsItAsItIsMeant() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter csv = new CsvWriter(out);
        csv.row(List.of("Avsender", "Åpnet"));
        csv.row(List.of("Å; \"Ø\" og\nÆ", ""));
        csv.flush();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFAvsender;Åpnet\r\n\"Å; \"\"Ø\"\" og\nÆ\";\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")"})
    void noCellIsAFormula(String value) {
        String cell = CsvWriter.cell(value);
        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
    }
}
