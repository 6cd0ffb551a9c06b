package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.segl.app.evidence.SampleProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifying the proof of a letter at a terminal. */
class ProofVerifyTest {

    @TempDir private Path folder = Path.of("");

    private record Answer(int code, String out, String err) {}

    private static Answer run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code =
                ProofCommands.all()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(
                                List.of(arguments).stream()
                                        .map(Object::toString)
                                        .toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    @Test
    void anIntactProofEndsWithZero() throws Exception {
        Path file = Files.write(folder.resolve("proof.zip"), SampleProof.forTheSender());

        Answer pinned = run("verify", file, "--key", SampleProof.fingerprint());
        assertThat(pinned.code()).isZero();
        assertThat(pinned.out())
                .contains("for its sender", "INTACT: 5 entries, of which 4 can be worked out again")
                .doesNotContain("proves nothing");
        assertThat(run("verify", file).code()).isZero();
        assertThat(run("verify", file).out()).contains("proves nothing against a forger");
    }

    @Test
    void anotherKeyEndsWithOneAndIsNamed() throws Exception {
        Path file = Files.write(folder.resolve("proof.zip"), SampleProof.forTheSender());

        Answer answer = run("verify", file, "--key", "a".repeat(64));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("- KEY_OTHER: ", "NOT INTACT, 1 found");
    }

    @Test
    void whatIsNoProofOrNoFingerprintEndsWithTwo() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "not for you\n");

        assertThat(run("verify", file).code()).isEqualTo(2);
        assertThat(run("verify", file).err()).contains("not the proof").doesNotContain("for you");
        assertThat(run("verify", file, "--key", "abc").code()).isEqualTo(2);
        assertThat(run("verify", folder.resolve("missing.zip")).code()).isEqualTo(2);
        assertThat(run("verify").code()).isEqualTo(2);
    }
}
