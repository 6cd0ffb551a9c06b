package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.segl.app.command.Run;
import no.segl.proof.demo.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Segl says of itself once it runs, and what it says when it cannot. */
class StartingTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void saysWhetherItIsWellAndStartsOnlyOnce() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            for (String path : new String[] {"/health", "/health/looks"}) {
                HttpResponse<String> health = wellOr503(segl.home.resolve(path));
                assertThat(health.statusCode()).isEqualTo(200);
                assertThat(health.body())
                        .contains("\"database\":\"up\"")
                        .contains("\"vault\":\"up\"")
                        .contains("\"looks\":\"up\"");
            }
            assertThat(refusal(segl, segl.data)).contains("Another Segl is running on the data");
            assertThat(refusal(segl, folder.resolve("other")))
                    .contains("Port " + segl.home.getPort() + " is in use")
                    .contains("--port");
            assertThat(get(segl.home.resolve("/health")).statusCode()).isEqualTo(200);
        }
    }

    /** What it says once somebody has looked at letters, which begins at once. */
    private static HttpResponse<String> wellOr503(URI uri) throws Exception {
        Semaphore never = new Semaphore(0);
        HttpResponse<String> health = get(uri);
        for (int waits = 0; health.body().contains("none yet"); waits++) {
            assertThat(waits).as("tenths of a second waited").isLessThan(600);
            assertThat(never.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
            health = get(uri);
        }
        return health;
    }

    private static String refusal(RunningSegl segl, Path data) throws InterruptedException {
        StringWriter said = new StringWriter();
        int exit =
                Run.serve(
                        Demo.settings(segl.issuer, data, segl.home),
                        RunningSegl.CLOCK,
                        _ -> {
                            throw new AssertionError("it started");
                        },
                        new PrintWriter(said, true));
        assertThat(exit).isEqualTo(2);
        return said.toString();
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
