package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units that somebody has ticked, to give access at them, stay so when they search anew. */
class ChosenUnitsTest {

    private static final String UNIT = "310451223";
    private static final String POLICE = "312780402";

    @TempDir private Path folder = Path.of("");

    @Test
    void aSearchKeepsWhatWasTickedBeforeIt() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Person chief =
                    segl.world.persons().stream()
                            .filter(p -> p.name().equals("Stødig Furu"))
                            .findFirst()
                            .orElseThrow();
            try (Visit visit = Visit.logIn(segl.home, chief.subject())) {
                String all = visit.get("/tilganger?enhet=" + UNIT).body();
                assertThat(all)
                        .as("its own box, in the list")
                        .contains("value=\"" + UNIT + "\" checked><label")
                        .doesNotContain("valgt-" + UNIT);

                String other =
                        visit.get("/tilganger?sok=barneskule&enhet=" + UNIT + "&enhet=" + POLICE)
                                .body();
                assertThat(other)
                        .as("a box of its own, since the list does not have it")
                        .contains("id=\"valgt-" + UNIT + "\" value=\"" + UNIT + "\" checked")
                        .contains("formaction=\"/tilganger\"")
                        .doesNotContain("velg-" + UNIT, "valgt-" + POLICE);

                String nothing = visit.get("/tilganger?sok=finst-ikkje&enhet=" + UNIT).body();
                assertThat(nothing).contains("valgt-" + UNIT, "/tilganger?enhet=" + UNIT);

                String give = visit.get("/tilganger/gi?sok=x&hull=ja&enhet=" + UNIT).body();
                assertThat(give).contains("name=\"enhet\" value=\"" + UNIT + "\"");
            }
        }
    }
}
