package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A national identity number in a search for units is not searched for, and not kept. */
class NoNumberInAnAddressTest {

    private static final String DIGITS = "01819010001";

    @TempDir private Path folder = Path.of("");

    @Test
    void itLeadsToAnAddressWithoutAndSaysWhy() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            String director =
                    segl.world.persons().stream()
                            .filter(p -> p.name().equals("Stødig Furu"))
                            .findFirst()
                            .orElseThrow()
                            .subject();
            try (Visit visit = Visit.logIn(segl.home, director)) {
                for (String page : List.of("/tilganger", "/varsling")) {
                    for (String written : List.of(DIGITS, "018190+10001")) {
                        HttpResponse<String> answer = visit.get(page + "?sok=" + written);
                        assertThat(answer.statusCode()).isEqualTo(200);
                        assertThat(answer.uri().toString()).endsWith(page + "?nummer");
                        assertThat(answer.body())
                                .contains("aria-invalid=\"true\"")
                                .doesNotContain(DIGITS)
                                .doesNotContain("018190 10001");
                    }
                    assertThat(visit.get(page + "?sok=310451223").body())
                            .as("a unit's number is searched for")
                            .contains("Fjordvik barnevernsteneste")
                            .doesNotContain("aria-invalid=\"true\"");
                }
            }
        }
    }
}
