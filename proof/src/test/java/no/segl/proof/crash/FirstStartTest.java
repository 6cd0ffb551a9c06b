package no.segl.proof.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segl is killed in the midst of its very first start, and starts after all the next time. */
@Tag("long")
@Timeout(300)
class FirstStartTest {

    @TempDir private Path folder = Path.of("");

    /** The file that is there when it is killed. */
    @ParameterizedTest
    @CsvSource({
        "keys/postgres.password, OF_THE_MACHINE",
        "postgres/PG_VERSION, OF_THE_MACHINE",
        "postgres/PG_VERSION, OF_THE_NODE",
        "postgres/global/pg_control, OF_THE_MACHINE",
        "postgres/global/pg_control, OF_THE_NODE",
        "postgres/postmaster.opts, OF_THE_MACHINE",
        "postgres/postmaster.opts, OF_THE_NODE",
        "postgres/segl.ready, OF_THE_MACHINE",
        "keys/vault-keyset.json, OF_THE_MACHINE",
    })
    void theNextStartSucceeds(Path file, Death death) throws Exception {
        SeglProcess first = launch();
        while (Files.notExists(folder.resolve("data").resolve(file))) {
            first.mustOutlast(Duration.ofMillis(2));
        }
        first.kill(death);
        SeglProcess next = launch();
        next.awaitStart();
        next.kill(Death.OF_THE_MACHINE);
    }

    private SeglProcess launch() throws Exception {
        Path data = folder.resolve("data");
        return SeglProcess.launch(
                Map.of("SEGL_PORT", "0", "SEGL_DATA", data.toString()),
                data,
                Duration.ZERO,
                folder.resolve("segl.log"));
    }
}
