package no.segl.app.office;

import static no.segl.app.TwoChains.BACK_TO_FOUR;
import static no.segl.app.TwoChains.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.segl.app.TwoChains;
import no.segl.app.office.Notary.Disagreement;
import no.segl.app.vault.FileVault;
import no.segl.app.vault.Vault;
import no.segl.app.vault.VaultUnavailable;
import no.segl.core.ledger.RestoreAccepted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The vault is the witness against a database that somebody rewrote: it is not done without. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class SignedNoteTest {

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

    /** Else the end of its disk would be that of the one witness against a forgery. */
    @Test
    void whereTheVaultIsAwayNothingIsSigned() throws Exception {
        Path place = chains.store.place().vault();
        Path away = place.resolveSibling("vault-away");
        Notary running = chains.node();
        chains.tamper(BACK_TO_FOUR);
        chains.append(ONE);
        chains.append(ONE);
        Files.move(place, away);
        try {
            assertThatThrownBy(running::sign).isInstanceOf(VaultUnavailable.class);
            assertThatThrownBy(() -> running.witness(ONE)).isInstanceOf(VaultUnavailable.class);
            Files.createDirectory(place);
            assertThatThrownBy(running::sign).isInstanceOf(VaultUnavailable.class);
            Files.delete(place);
        } finally {
            Files.move(away, place);
        }
        assertThat(chains.checkpoints(ONE)).containsExactly(2L, 4L);
    }

    @Test
    void besideAnotherVaultNothingIsSigned() throws Exception {
        chains.append(ONE);
        FileVault fresh = new FileVault(folder.resolve("fresh"));
        FileVault other = new FileVault(folder.resolve("other"));
        other.giveId(UUID.randomUUID());
        for (Vault wrong : List.of(fresh, other)) {
            Notary notary = chains.node(wrong, Long.MAX_VALUE);
            assertThatThrownBy(notary::sign)
                    .hasMessageContaining("is not the one that the database belongs to");
            assertThatThrownBy(() -> notary.witness(ONE))
                    .hasMessageContaining("is not the one that the database belongs to");
        }
        assertThat(chains.checkpoints(ONE)).containsExactly(2L, 4L, 6L);
    }

    /** A node that had read the note would else write back what it was before. */
    @Test
    void whileOneSignsNoOtherAccepts() throws Exception {
        chains.tamper(BACK_TO_FOUR);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RestoreAccepted> accepted =
                    chains.ends.inTurn(() -> {
                        Future<RestoreAccepted> waiting =
                                threads.submit(
                                        () -> chains.node().accept(ONE, chains.store.changes()));
                        assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS))
                                .isInstanceOf(TimeoutException.class);
                        assertThat(chains.ends.end(ONE).orElseThrow().head().number()).isEqualTo(4);
                        return waiting;
                    });
            assertThat(accepted.get(30, TimeUnit.SECONDS).found().number()).isEqualTo(4);
        }
        assertThat(chains.node().sign()).isEqualTo(new Notary.Outcome(0, List.of()));
    }

    @Test
    void aNoteThatIsDamagedIsNotTakenForNone() throws Exception {
        Path note = chains.store.place().vault().resolve(Vault.LEDGER_NOTE);
        Files.writeString(note, Files.readString(note).substring(0, 60));
        chains.append(ONE);
        assertThatThrownBy(() -> chains.node().sign())
                .hasMessageContaining("segl-ledger-signed, cannot be used");
        assertThat(chains.checkpoints(ONE)).containsExactly(2L, 4L, 6L);
    }

    @Test
    void whereNothingIsNotedTheLastCheckpointIsBelievedIfItIsSigned() throws Exception {
        chains.forgetNote();
        chains.append(ONE);
        assertThat(chains.node().sign()).isEqualTo(new Notary.Outcome(1, List.of()));

        chains.forgetNote();
        chains.tamper(
                """
                UPDATE ledger_checkpoint SET signature = repeat('0', 128)
                 WHERE chain = '310000027' AND number = 8
                """);
        assertThat(chains.node().sign().refused())
                .extracting(Disagreement::what)
                .containsExactly(
                        "Chain 310000027 has a checkpoint, at entry 8, that Segl did not sign.");
    }
}
