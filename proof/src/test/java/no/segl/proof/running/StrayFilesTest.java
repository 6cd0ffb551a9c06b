package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import no.segl.app.store.DueWork;
import no.segl.app.store.UploadRows;
import no.segl.app.vault.Vault;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.SettingsReader;
import no.segl.app.work.Orphans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the vault and belongs to no letter is swept, unless the database must be wrong. */
class StrayFilesTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void areSwept() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Path stray = stray(segl.data);
            assertThat(sweep(segl.server)).isEqualTo(1);
            assertThat(stray).doesNotExist();
            assertThat(sweep(segl.server)).as("what belongs to a letter").isZero();
        }
    }

    @Test
    void areLeftByADatabaseThatKnowsOfNoContent() throws Exception {
        Path data = folder.resolve("other");
        Path stray = stray(data);
        var settings =
                (SettingsReader.Result.Sound)
                        SettingsReader.read(Map.of("SEGL_PORT", "0", "SEGL_DATA", data.toString()));
        try (Server server = Server.start(settings.settings(), RunningSegl.CLOCK)) {
            assertThat(sweep(server)).isZero();
            assertThat(stray).exists();
        }
    }

    /** Two days from now, when even what was sent just now is old. */
    private static int sweep(Server server) throws IOException {
        InstantSource later = () -> RunningSegl.CLOCK.instant().plus(Duration.ofDays(2));
        return new Orphans(
                        server.part(DueWork.class),
                        server.part(UploadRows.class),
                        server.part(Vault.class),
                        later)
                .run();
    }

    private static Path stray(Path data) throws IOException {
        String letter = UUID.randomUUID().toString();
        Path fan = data.resolve("vault/letters").resolve(letter.substring(letter.length() - 3));
        Path file = Files.createDirectories(fan).resolve(letter + "." + UUID.randomUUID());
        Files.writeString(file, "sealed");
        return file;
    }
}
