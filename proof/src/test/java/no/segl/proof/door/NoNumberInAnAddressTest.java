package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A national identity number in what is searched for is not searched for, and not kept. */
class NoNumberInAnAddressTest {

    private static final String DIGITS = "01819010001";

    @TempDir private Path folder = Path.of("");

    @Test
    void itLeadsToAnAddressWithoutAndSaysWhy() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            try (Visit visit = Visit.logIn(segl.home, subject(segl, "Stødig Furu"));
                    Visit archivist = Visit.logIn(segl.home, subject(segl, "Våken Ugle"))) {
                for (String page : List.of("/tilganger", "/varsling")) {
                    leadsAway(visit, page + "?sok=", page);
                    assertThat(visit.get(page + "?sok=310451223").body())
                            .as("a unit's number is searched for")
                            .contains("Fjordvik barnevernsteneste")
                            .doesNotContain("aria-invalid=\"true\"");
                }
                for (String page : List.of("/sendt", "/inngaende")) {
                    leadsAway(archivist, page + "?sporsmal=", page);
                    leadsAway(archivist, page + "?sporsmal=sak:", page);
                    leadsAway(archivist, page + "?vis=parter&sporsmal=ref:", page);
                    leadsAway(archivist, page + "/liste.csv?sporsmal=", page);
                    assertThat(archivist.get(page + "?sporsmal=310451223").body())
                            .as("a unit's number is asked with")
                            .doesNotContain("aria-invalid=\"true\"");
                }
            }
        }
    }

    private static String subject(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    private static void leadsAway(Visit visit, String address, String page) throws Exception {
        for (String written :
                List.of(DIGITS, "018190+10001", "mor+" + DIGITS + ",+barn", "018190-10001")) {
            HttpResponse<String> answer = visit.get(address + written);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.uri().toString()).endsWith(page + "?nummer");
            assertThat(answer.body())
                    .contains("aria-invalid=\"true\"")
                    .doesNotContain(DIGITS)
                    .doesNotContain("018190 10001")
                    .doesNotContain("018190-10001")
                    .doesNotContain("018190+10001");
        }
    }
}
