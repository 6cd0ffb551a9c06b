package no.segl.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import no.segl.app.TwoChains;
import no.segl.app.vault.FileVault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** After a backup was put back, what a person knows to come of it goes on, and nothing else. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class AcceptRestoredTest {

    @TempDir private static Path folder = Path.of("");

    private TwoChains chains;

    @BeforeAll
    void start() throws Exception {
        chains = new TwoChains(folder);
    }

    @AfterAll
    void stop() {
        chains.close();
    }

    @BeforeEach
    void write() throws Exception {
        chains.write();
    }

    private String data() {
        return chains.data.toString();
    }

    @Test
    void aBackupThatWasPutBackIsShownAndThenAccepted() throws Exception {
        chains.tamper(TwoChains.BACK_TO_FOUR);
        Answer shown = Answer.of("accept-restored", "--data", data());
        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.said())
                .contains("Ends earlier, and follows from its last checkpoint.")
                .contains("was signed as far as entry 6, and ends at entry 4 now")
                .contains("Nothing was accepted")
                .doesNotContain("Differs.");
        Answer.verified(chains, false);

        Answer accepted = Answer.of("accept-restored", "--all", "--data", data());
        assertThat(accepted.code()).as(accepted.said()).isZero();
        assertThat(accepted.said())
                .contains("Chain 310000027 goes on from entry 4; signed was entry 6.");
        Answer intact = Answer.verified(chains, true);
        assertThat(intact.code()).as(intact.said()).isZero();
        assertThat(intact.said())
                .contains("Chain " + TwoChains.ONE + ": last entry 5, vouched for up to 5");
        assertThat(Answer.of("accept-restored", "--data", data()).said())
                .contains("Every chain goes on from what was signed of it.");
    }

    /** Or who had rewritten one chain would have it accepted with those of a true backup. */
    @Test
    void whatDiffersIsAcceptedOnlyByItsNumber() throws Exception {
        chains.tamper(
                """
                DELETE FROM ledger_entry WHERE number > 4;
                DELETE FROM ledger_checkpoint WHERE number > 4;
                UPDATE ledger_head h SET number = 4, hash = e.hash FROM ledger_entry e
                 WHERE e.chain = h.chain AND e.number = 4
                """);
        chains.append(TwoChains.ONE);
        Answer some = Answer.of("accept-restored", "--all", "--data", data());
        assertThat(some.code()).isEqualTo(1);
        assertThat(some.said())
                .contains("Differs.")
                .contains(
                        "Chain 310000027 has lost its checkpoint: it was signed as far as entry 6")
                .contains("Chain 310000019 goes on from entry 4; signed was entry 6.")
                .contains("Not accepted: 310000027")
                .doesNotContain("Chain 310000027 goes on");

        Answer named =
                Answer.of(
                        "accept-restored",
                        "--chain",
                        TwoChains.ONE.value(),
                        "--chain",
                        "310000035",
                        "--data",
                        data());
        assertThat(named.code()).as(named.said()).isZero();
        assertThat(named.said())
                .contains("Chain 310000027 goes on from entry 6; signed was entry 6.")
                .contains("or is none: 310000035");
        assertThat(Answer.verified(chains, true).code()).isZero();
    }

    /**
     * As with settings that lead to a vault where nothing speaks against what the database says.
     */
    @Test
    void besideAnotherVaultNothingIsSigned() throws Exception {
        Path vault = chains.store.place().vault();
        Path away = vault.resolveSibling("vault-away");
        Path file = folder.resolve("beside-another.jsonl");
        chains.tamper(TwoChains.BACK_TO_FOUR);
        chains.append(TwoChains.ONE);
        Files.move(vault, away);
        try {
            Answer exported = Answer.of("export", "--data", data(), file.toString());
            assertThat(exported.code()).isEqualTo(1);
            assertThat(exported.said()).contains("Nothing was signed", "SEGL_VAULT");
            assertThat(vault).as("one that a command would have made").doesNotExist();
            assertThat(Answer.of("accept-restored", "--all", "--data", data()).said())
                    .contains("not known to be of one pair");

            FileVault other = new FileVault(vault);
            other.giveId(UUID.randomUUID());
            Files.delete(file);
            exported = Answer.of("export", "--data", data(), file.toString());
            assertThat(exported.code()).isEqualTo(1);
            assertThat(exported.said()).contains("not known to be of one pair");
        } finally {
            FileSystemUtils.deleteRecursively(vault);
            Files.move(away, vault);
        }
        assertThat(chains.checkpoints(TwoChains.ONE)).hasSize(2);
    }
}
