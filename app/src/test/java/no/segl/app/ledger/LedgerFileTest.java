package no.segl.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.verification.Finding;
import no.segl.core.ledger.verification.Finding.Kind;
import no.segl.core.ledger.verification.Line;
import no.segl.core.ledger.verification.Verification;
import org.junit.jupiter.api.Test;

/** What is written is read again, and damage to the file is found and named. */
class LedgerFileTest {

    private static final CheckpointKeys KEYS =
            new CheckpointKeys(List.of(SampleLedger.KEY.getPublic()));

    static List<Finding> findings(byte[] file) throws Exception {
        List<Finding> findings = new ArrayList<>();
        var reader = new LedgerReader(new ByteArrayInputStream(file));
        Verification.verify(reader, KEYS, findings::add);
        return findings;
    }

    private static List<Finding> findings(List<String> lines) throws Exception {
        return findings((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var reader = new LedgerReader(new ByteArrayInputStream(SampleLedger.file()));
        List<Object> read = new ArrayList<>();
        long line = 1;
        while (reader.hasNext()) {
            Line next = reader.next();
            line++;
            assertThat(next.line()).isEqualTo(line);
            switch (next) {
                case Line.OfEntry it -> read.add(it.entry());
                case Line.OfCheckpoint it -> read.add(it.checkpoint());
                case Line.End it -> read.add(List.of(it.entries(), it.checkpoints()));
                case Line.Unreadable it -> read.add(it.reason());
            }
        }

        List<Object> written = new ArrayList<>(SampleLedger.items());
        written.add(List.of(6L, 3L));
        assertThat(read).isEqualTo(written);
        assertThat(reader.header().madeAt()).isEqualTo(SampleLedger.MADE_AT);
        assertThat(reader.header().keys()).containsExactly(SampleLedger.KEY.getPublic());
    }

    @Test
    void anIntactFileHasNoFindings() throws Exception {
        assertThat(findings(SampleLedger.file())).isEmpty();
    }

    @Test
    void anEditedEntryIsNamed() throws Exception {
        List<String> lines = SampleLedger.lines();
        lines.set(2, lines.get(2).replace("LetterOpened", "LetterLooked"));

        assertThat(findings(lines))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(Kind.EDITED);
                    assertThat(it.from()).isEqualTo(2);
                    assertThat(it.line()).isEqualTo(3);
                });
    }

    @Test
    void aDroppedEntryIsNamed() throws Exception {
        List<String> lines = SampleLedger.lines();
        lines.remove(5);

        assertThat(findings(lines))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(Kind.DROPPED);
                    assertThat(it.from()).isEqualTo(3);
                    assertThat(it.to()).isEqualTo(3);
                });
    }

    @Test
    void entriesInAnotherOrderAreNamed() throws Exception {
        List<String> lines = SampleLedger.lines();
        Collections.swap(lines, 5, 6);

        assertThat(findings(lines))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.REORDERED));
    }

    @Test
    void aFileThatBrokeOffIsIncomplete() throws Exception {
        List<String> lines = SampleLedger.lines();

        assertThat(findings(lines.subList(0, lines.size() - 1)))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.INCOMPLETE));
    }

    /** No bit after the header counts for nothing; every fifth byte, to be quick. */
    @Test
    void aTurnedBitIsFound() throws Exception {
        byte[] file = SampleLedger.file();
        int header = SampleLedger.lines().getFirst().getBytes(StandardCharsets.UTF_8).length;
        // The last line feed may be missing.
        for (int at = header + 1; at < file.length - 1; at += 5) {
            byte[] damaged = file.clone();
            damaged[at] ^= (byte) (1 << (at % 8));

            assertThat(findings(damaged)).as("byte %d", at).isNotEmpty();
        }
    }
}
