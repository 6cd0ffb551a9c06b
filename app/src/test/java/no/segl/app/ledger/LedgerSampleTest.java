package no.segl.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import no.segl.app.ProjectFolder;
import no.segl.core.ledger.CheckpointSigner;
import no.segl.core.ledger.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample as it was first written: a ledger exported long ago can still be verified. */
class LedgerSampleTest {

    @TempDir private Path folder = Path.of("");

    static byte[] sample() throws IOException {
        try (var in = LedgerSampleTest.class.getResourceAsStream("/ledger/sample.jsonl")) {
            return Objects.requireNonNull(in, "the sample").readAllBytes();
        }
    }

    @Test
    void theSampleIsStillIntact() throws Exception {
        assertThat(LedgerFileTest.findings(sample())).isEmpty();
    }

    @Test
    void theSampleIsStillWrittenByteForByte() throws Exception {
        assertThat(new String(SampleLedger.file(), StandardCharsets.UTF_8))
                .isEqualTo(new String(sample(), StandardCharsets.UTF_8));
    }

    @Test
    void aProgramThatSharesNoCodeAgrees() throws Exception {
        assumeTrue(hasPython(), "there is no python3 here");
        Path file = folder.resolve("ledger.jsonl");
        Files.write(file, sample());
        assertThat(python(file)).isEqualTo(new Answer(0, List.of()));

        List<String> lines = SampleLedger.lines();
        lines.set(2, lines.get(2).replace("LetterOpened", "LetterLooked"));
        Files.write(file, lines);
        assertThat(python(file))
                .isEqualTo(new Answer(1, List.of("line 3: its hash is not that of its content")));

        lines = SampleLedger.lines();
        lines.remove(5);
        Files.write(file, lines);
        assertThat(python(file).code()).isEqualTo(1);
        assertThat(python(file).findings()).contains("line 6: entry 3 was expected here");

        Files.writeString(file, "no ledger\n");
        assertThat(python(file)).isEqualTo(new Answer(2, List.of()));
    }

    @Test
    void itKnowsAClosingLineThatIsSigned() throws Exception {
        assumeTrue(hasPython(), "there is no python3 here");
        var out = new ByteArrayOutputStream();
        var writer =
                new LedgerWriter(out, SampleLedger.MADE_AT, List.of(SampleLedger.KEY.getPublic()));
        for (Item item : SampleLedger.items()) {
            writer.add(item);
        }
        writer.finish(new CheckpointSigner(SampleLedger.KEY), SampleLedger.MADE_AT);
        Path file = folder.resolve("ledger.jsonl");
        Files.write(file, out.toByteArray());
        assertThat(python(file)).isEqualTo(new Answer(0, List.of()));
        assertThat(LedgerFileTest.findings(out.toByteArray())).isEmpty();
    }

    private record Answer(int code, List<String> findings) {}

    private static Answer python(Path file) throws Exception {
        Path script = ProjectFolder.path().resolve("docs/api/ledger-verify.py");
        Process process =
                new ProcessBuilder("python3", script.toString(), file.toString())
                        .redirectErrorStream(true)
                        .start();
        List<String> output = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(
                process.exitValue(), output.stream().filter(it -> it.startsWith("line ")).toList());
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder("python3", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
