package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import no.segl.app.TwoChains;

/**
 * What came of a command about the ledger.
 *
 * @param said on either of its outputs
 */
record Answer(int code, String said) {

    /** Of running it. */
    static Answer of(String... arguments) {
        StringWriter said = new StringWriter();
        int code =
                LedgerCommands.of(TwoChains.CLOCK)
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(said))
                        .execute(arguments);
        return new Answer(code, said.toString());
    }

    /**
     * Exports beside what holds the database, and verifies the file.
     *
     * @param signed whether both chains are, or the first was refused
     */
    static Answer verified(TwoChains chains, boolean signed) throws Exception {
        String data = chains.data.toString();
        Path file = chains.data.resolveSibling(UUID.randomUUID() + ".jsonl");
        Answer exported = of("export", "--data", data, file.toString());
        assertThat(exported.code()).as(exported.said()).isEqualTo(signed ? 0 : 1);
        assertThat(exported.said().contains("Not signed: Chain " + TwoChains.ONE))
                .isNotEqualTo(signed);
        Path key = chains.store.place().keys().resolve("ledger-ed25519.pub.pem");
        Answer answer = of("verify", "--keys", key.toString(), file.toString());
        Files.delete(file);
        return answer;
    }
}
