package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever cancels a login at the provider is told that it came to nothing. */
class CancelledLoginTest {

    private static final String SUBSTANTIAL = "idporten-loa-substantial";
    private static final String NOT_COMPLETED =
            "Innloggingen ble ikke fullført, og det du ville gjøre, er ikke gjort.";

    @TempDir private Path folder = Path.of("");

    @Test
    void beforeTheyAreLoggedInAndAfterwards() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder);
                Visit visit = Visit.ofStranger(segl.home)) {
            HttpResponse<String> outside = cancel(visit, visit.get("/innboks"));
            assertThat(outside.uri().getPath()).isEqualTo("/");
            assertThat(outside.body()).contains("Innloggingen ble ikke fullført. Prøv på nytt.");

            String subject = segl.world.persons().getFirst().subject();
            visit.choose(visit.get("/innboks"), subject, SUBSTANTIAL);
            HttpResponse<String> back = cancel(visit, visit.get("/niva/sendt"));
            assertThat(back.uri().getPath()).isEqualTo("/innboks");
            assertThat(back.body()).contains(NOT_COMPLETED);
            assertThat(visit.get("/innboks").body())
                    .as("said once, and they are logged in as before")
                    .contains("Du er logget inn på et lavere nivå")
                    .doesNotContain(NOT_COMPLETED);
        }
    }

    /** As ID-porten answers for somebody who cancels there. */
    private static HttpResponse<String> cancel(Visit visit, HttpResponse<String> choice)
            throws Exception {
        String state = choice.uri().getRawQuery().replaceAll("(?:.*&)?state=([^&]+).*", "$1");
        return visit.get("/login/oauth2/code/login?error=access_denied&state=" + state);
    }
}
