package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.segl.app.command.Load;
import no.segl.app.command.Run;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.SettingsReader;
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
                        .contains("\"vault\":\"up\"");
                assertThat(health.body().contains("\"looks\":\"up\""))
                        .as("what costs more is asked only there")
                        .isEqualTo(path.endsWith("looks"));
            }
            try (Socket other = new Socket()) {
                InetSocketAddress at =
                        new InetSocketAddress(
                                InetAddress.ofLiteral("127.0.0.2"), segl.home.getPort());
                assertThatThrownBy(() -> other.connect(at, 2_000))
                        .as("the demo listens at 127.0.0.1 only")
                        .isInstanceOf(IOException.class);
            }
            assertThat(refusal(segl, segl.data)).contains("Another Segl is running on the data");
            assertThat(refusal(segl, folder.resolve("other")))
                    .contains("Port " + segl.home.getPort() + " is in use")
                    .contains("--port");
            assertThat(get(segl.home.resolve("/health")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhatToDoWhenItCannotStart() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(refusal(environment(Map.of("SEGL_DATA", file.toString()))))
                .contains(file + " cannot be used", "--data DIR");
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("keys"))) {
            DatabaseAddress at = database.address();
            assertThat(refusal(with(at.url(), at.owner(), "wrong")))
                    .contains("does not let Segl in", "SEGL_DATABASE_OWNER")
                    .doesNotContain("wrong");
            assertThat(
                            refusal(
                                    with(
                                            at.url() + "s?ApplicationName=x",
                                            at.owner(),
                                            at.ownerPassword())))
                    .contains("There is no database at " + at.url() + "s.", "SEGL_DATABASE_URL");
        }
        String nobody = "jdbc:postgresql://127.0.0.1:" + Demo.freeHome().getPort() + "/segl";
        assertThat(refusal(with(nobody, "owner", "x"))).contains(nobody + " does not answer");
        StringWriter said = new StringWriter();
        int exit =
                Load.of(RunningSegl.CLOCK)
                        .setErr(new PrintWriter(said, true))
                        .execute("--data", file.toString(), "units.json");
        assertThat(exit).isEqualTo(2);
        assertThat(said.toString()).contains(file + " cannot be used");
    }

    private Map<String, String> with(String url, String owner, String password) {
        return environment(
                Map.of(
                        "SEGL_DATABASE_URL", url,
                        "SEGL_DATABASE_OWNER", owner,
                        "SEGL_DATABASE_OWNER_PASSWORD", password,
                        "SEGL_DATABASE_USER", "segl_app",
                        "SEGL_DATABASE_PASSWORD", "x"));
    }

    private Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SEGL_PORT", "0");
        environment.putIfAbsent("SEGL_DATA", folder.resolve("data").toString());
        return environment;
    }

    private static String refusal(Map<String, String> environment) throws InterruptedException {
        return refusal(((SettingsReader.Result.Sound) SettingsReader.read(environment)).settings());
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
        return refusal(Demo.settings(segl.issuer, data, segl.home));
    }

    private static String refusal(Settings settings) throws InterruptedException {
        StringWriter said = new StringWriter();
        int exit =
                Run.serve(
                        settings,
                        RunningSegl.CLOCK,
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
