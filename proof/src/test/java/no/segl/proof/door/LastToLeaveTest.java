package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import no.segl.app.office.Administration;
import no.segl.app.office.Registrar;
import no.segl.core.access.Power;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever leaves as the last who controls access is told that, and how to give it on. */
class LastToLeaveTest {

    private static final String GIVE = "/tilganger/gi?enhet=" + Town.MUNICIPALITY;
    private static final String OTHERS_END = "må en annen avslutte";
    private static final String LAST = "uten den styrer ingen tilgangen";

    @TempDir private Path folder = Path.of("");

    @Test
    void untilSomebodyElseControlsIt() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            Administration administration = segl.server.part(Administration.class);
            PersonId last = enter(segl, "Stødig Furu");
            administration.endAll(last, enter(segl, "Trygg Gran"));
            String path = "/tilganger/person/" + last;
            try (Visit visit = Visit.logIn(segl.home, subject(segl, "Stødig Furu"))) {
                String token = Visit.token(visit.get(path)).orElseThrow();
                assertThat(visit.submit(token, path + "/avslutt").body())
                        .contains(LAST, GIVE)
                        .doesNotContain(OTHERS_END);
                assertThat(visit.get(GIVE).body())
                        .as("where it can be given")
                        .contains("ADMINISTER");

                registrar.give(
                        enter(segl, "Stille Bekk"),
                        Town.MUNICIPALITY,
                        Power.ADMINISTER,
                        Optional.empty());
                visit.submit(token, path + "/avslutt");
                assertThat(visit.get(path).statusCode()).as("theirs no more").isEqualTo(404);
            }
        }
    }

    private static PersonId enter(RunningSegl segl, String name) {
        return segl.server
                .part(Registrar.class)
                .enter(segl.issuer.loginIssuer().toString(), subject(segl, name), name);
    }

    private static String subject(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .subject();
    }
}
