package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import no.segl.app.ledger.SampleLedger;
import no.segl.core.ledger.CheckpointKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifying an exported ledger at a terminal. */
class LedgerVerifyTest {

    @TempDir private Path folder = Path.of("");

    private record Answer(int code, String out, String err) {}

    private static Answer run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code =
                new CommandLine(new LedgerVerify())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(texts);
        return new Answer(code, out.toString(), err.toString());
    }

    private Path intact() throws Exception {
        return Files.write(folder.resolve("intact.jsonl"), SampleLedger.file());
    }

    private Path edited() throws Exception {
        List<String> lines = SampleLedger.lines();
        lines.set(2, lines.get(2).replace("LetterOpened", "LetterLooked"));
        return Files.write(folder.resolve("edited.jsonl"), lines);
    }

    private Path pem(KeyPair key) throws Exception {
        String base64 = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        return Files.writeString(
                folder.resolve(CheckpointKeys.idOf(key.getPublic()) + ".pem"),
                "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    }

    @Test
    void anIntactLedgerEndsWithZero() throws Exception {
        Answer answer = run(intact(), "--keys", pem(SampleLedger.KEY));

        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("Keys, as given: " + CheckpointKeys.idOf(SampleLedger.KEY.getPublic()))
                .contains("310000027: last entry 4, vouched for up to 4")
                .contains("310000019: last entry 2, vouched for up to 1")
                .contains("INTACT: 6 entries and 3 checkpoints in 2 chains.")
                .doesNotContain("NOT INTACT");
    }

    @Test
    void keysFromTheExportAreUsedWithAWarning() throws Exception {
        Answer answer = run(intact());

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("from the export itself").contains("prove nothing");
    }

    @Test
    void givenKeysStandInsteadOfThoseInTheExport() throws Exception {
        Answer answer = run("--keys", pem(SampleLedger.OTHER_KEY), intact());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("CHECKPOINT_KEY_UNKNOWN").contains("NOT INTACT");
    }

    @Test
    void severalKeysMayBeGiven() throws Exception {
        Answer answer =
                run(
                        intact(),
                        "--keys",
                        pem(SampleLedger.OTHER_KEY),
                        "--keys",
                        pem(SampleLedger.KEY));

        assertThat(answer.code()).isZero();
    }

    @Test
    void anEditedEntryIsNamedAndEndsWithOne() throws Exception {
        Answer answer = run(edited());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains("- EDITED: Entry 2 of chain 310000027 (line 3)")
                .contains("NOT INTACT, 1 finding: ");
    }

    @Test
    void theSameAsJson() throws Exception {
        Answer answer = run(edited(), "--json");
        JsonNode json = new JsonMapper().readTree(answer.out());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(json.get("intact").booleanValue()).isFalse();
        assertThat(json.get("keysFrom").stringValue()).isEqualTo("export");
        assertThat(json.get("findings").size()).isEqualTo(1);
        assertThat(json.get("findings").get(0).get("kind").stringValue()).isEqualTo("EDITED");
        assertThat(json.get("findings").get(0).get("from").longValue()).isEqualTo(2);
        assertThat(json.get("chains").get(1).get("coveredTo").longValue()).isEqualTo(4);
    }

    @Test
    void whatIsNoLedgerEndsWithTwo() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "not for you\n");

        assertThat(run(file).code()).isEqualTo(2);
        assertThat(run(file).err()).contains("not an exported ledger").doesNotContain("for you");
        assertThat(run(file, "--json").out()).isEmpty();
        assertThat(run(folder.resolve("missing.jsonl")).code()).isEqualTo(2);
        assertThat(run(folder).code()).isEqualTo(2);
        assertThat(run().code()).isEqualTo(2);
    }

    @Test
    void whatIsNoKeyEndsWithTwo() throws Exception {
        assertThat(run(intact(), "--keys", intact()).code()).isEqualTo(2);
        assertThat(run(intact(), "--keys", folder.resolve("missing.pem")).code()).isEqualTo(2);
    }
}
