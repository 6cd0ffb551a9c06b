package no.segl.app.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import no.segl.app.vault.FileVault;
import no.segl.app.vault.KeysetFile;
import no.segl.app.vault.Sealer;
import no.segl.app.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dispatch takes in of documents. */
class IntakeTest {

    private static final int MOST = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Vault vault;

    @BeforeEach
    void vault() throws IOException {
        vault = new FileVault(folder.resolve("vault"));
    }

    @Test
    void itTakesNoMoreThanItMayHold() throws Exception {
        try (Intake intake = intake()) {
            intake.take(bytes(MOST - 400_000));
            ByteArrayInputStream more = bytes(1_000_000);
            assertThatThrownBy(() -> intake.take(more)).isInstanceOf(TookTooMuch.class);
            assertThat(more.available()).as("left unread").isGreaterThan(400_000);
            assertThat(stored()).as("nothing is left of it").isEqualTo(1);
            intake.take(bytes(400_000));
            assertThatThrownBy(() -> intake.take(bytes(1))).isInstanceOf(TookTooMuch.class);
            assertThat(stored()).isEqualTo(2);
        }
        assertThat(stored()).isZero();
    }

    private Intake intake() throws IOException {
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.fixed(NOW);
        return new Intake(
                new Sealer(vault),
                vault,
                KeysetFile.open(folder.resolve("keyset.json"), true),
                new Ids(clock, random),
                random,
                NOW,
                MOST);
    }

    private static ByteArrayInputStream bytes(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }

    private long stored() throws IOException {
        try (Stream<Vault.Stored> all = vault.list()) {
            return all.count();
        }
    }
}
