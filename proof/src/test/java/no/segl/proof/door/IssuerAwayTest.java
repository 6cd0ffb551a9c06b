package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.Settings;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Issuer;
import no.segl.proof.demo.Tokens;
import no.segl.proof.demo.World;
import no.segl.proof.demo.World.Machine;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines whose tokens cannot be checked, since their issuer is away, are told to come again. */
class IssuerAwayTest {

    private static final World WORLD = World.fjordvik();
    private static final Machine POLICE = WORLD.machine("vestfjord-politi-sak").orElseThrow();

    @TempDir private Path folder = Path.of("");

    @Test
    void whileItsDescriptionCannotBeHad() throws Exception {
        URI home = Demo.freeHome();
        String token;
        Settings settings;
        try (Issuer issuer = Demo.issuer(WORLD, 0, folder, home, RunningSegl.CLOCK)) {
            token = issuer.tokens().of(POLICE);
            settings = Demo.settings(issuer, folder.resolve("data"), home);
        }
        try (Server _ = Server.start(settings, RunningSegl.CLOCK);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(home.resolve("/api/v1/letters"))
                            .header("Authorization", "Bearer " + token)
                            .build();
            saysToComeAgain(client.send(request, BodyHandlers.ofString()));
        }
    }

    @Test
    void whileAKeyCannotBeHad() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            String known = segl.token(POLICE.clientId());
            String unknown = segl.issuer.tokens().flawed(POLICE, Tokens.Flaw.UNKNOWN_KEY);
            segl.issuer.close();
            saysToComeAgain(segl.get("/api/v1/letters", unknown));
            assertThat(segl.get("/api/v1/letters", known).statusCode())
                    .as("its key has been fetched before")
                    .isEqualTo(200);
        }
    }

    private static void saysToComeAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"unavailable\"");
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
    }
}
