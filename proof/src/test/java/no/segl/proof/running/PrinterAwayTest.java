package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import no.segl.app.store.Troubles;
import no.segl.app.store.Troubles.Name;
import no.segl.core.ledger.LedgerTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printing house that is away is said at once, and is an alarm when it does not come back. */
class PrinterAwayTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void isSaidFromTheFirstMinuteAndIsAnAlarmAfterFourHours() throws Exception {
        PaperWorld world = new PaperWorld(folder);
        try {
            Troubles troubles = world.segl.server.part(Troubles.class);
            world.prints();
            assertThat(troubles.since(Name.PRINTING_HOUSE)).isEmpty();
            assertThat(health(world)).doesNotContain("printer");

            world.house.close();
            world.prints();
            Instant away = LedgerTime.exact(world.now);
            world.now = world.now.plus(Duration.ofMinutes(1));
            world.prints();
            assertThat(troubles.since(Name.PRINTING_HOUSE)).as("since it began").contains(away);
            assertThat(health(world))
                    .contains("\"printer\":\"receipts cannot be had since " + away)
                    .doesNotContain("failed");

            troubles.isOver(Name.PRINTING_HOUSE);
            Instant longAgo = RunningSegl.CLOCK.instant().minus(Duration.ofHours(5));
            troubles.isThere(Name.PRINTING_HOUSE, longAgo);
            assertThat(health(world))
                    .contains("failed: receipts from the printing house")
                    .contains("\"status\":\"down\"");
        } finally {
            world.close();
        }
    }

    private static String health(PaperWorld world) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(world.segl.home.resolve("/health/looks"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
