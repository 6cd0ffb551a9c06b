package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import no.segl.app.office.Registrar;
import no.segl.app.store.Grants;
import no.segl.app.store.Persons;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may not give or decide what they try to is told why, who may, and what became of it. */
class MayNotGiveTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UNIT = new OrgNumber("310451223");

    @TempDir private Path folder = Path.of("");

    @Test
    void theyAreToldWhyAndByWhomItCanBeDone() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Person manager = named(segl, "Stille Bekk");
            PersonId reader = enter(segl);
            try (Visit visit = Visit.logIn(segl.home, manager.subject())) {
                PersonId id =
                        segl.server
                                .part(Persons.class)
                                .find(segl.issuer.loginIssuer().toString(), manager.subject())
                                .orElseThrow();
                Registrar registrar = segl.server.part(Registrar.class);
                registrar.give(id, UNIT, Power.MANAGE_ACCESS, Optional.empty());
                String token = Visit.token(visit.get("/tilganger")).orElseThrow();

                HttpResponse<String> answer =
                        visit.submit(
                                token,
                                "/tilganger/gi?enhet="
                                        + UNIT
                                        + "&person="
                                        + reader
                                        + "&kategori=GENERAL&fullmakt=ADMINISTER");

                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body())
                        .contains("Du har ikke fullmakt til å gi den her")
                        .contains("1 av 2 er gitt")
                        .contains("Stødig Furu", "310\u00a0451\u00a0223");
                assertThat(segl.server.part(Grants.class).of(reader))
                        .extracting(g -> g.power())
                        .doesNotContain(Power.ADMINISTER);

                var above = registrar.enter("https://login.example", "above", "Prøve");
                registrar.give(
                        above, MUNICIPALITY, Power.READ, Optional.of(new Category("GENERAL")));
                String others = segl.server.part(Grants.class).of(above).getFirst().id().toString();
                String own = segl.server.part(Grants.class).of(reader).getFirst().id().toString();
                assertThat(
                                visit.submit(
                                                token,
                                                "/tilganger/gjennomgang?f-"
                                                        + others
                                                        + "=avslutt&f-"
                                                        + own
                                                        + "=behold")
                                        .body())
                        .contains("1 av 2 var ikke dine å avgjøre lenger");

                registrar.give(id, MUNICIPALITY, Power.MANAGE_ACCESS, Optional.empty());
                mayNotDecideOnTwo(visit, token);
            }
        }
    }

    private static void mayNotDecideOnTwo(Visit visit, String token) throws Exception {
        HttpResponse<String> two =
                visit.submit(token, "/tilganger/to-personer/" + MUNICIPALITY + "?krev=ja");
        assertThat(two.statusCode()).isEqualTo(403);
        assertThat(two.body())
                .contains("Du er ikke hovedadministrator her", "Ingenting er endret")
                .contains("Stødig Furu")
                .as("who gives access alone does not decide it")
                .doesNotContain("Hvem kan gi den?");
    }

    private static Person named(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PersonId enter(RunningSegl segl) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId reader = registrar.enter("https://login.example", "reader", "Prøve");
        registrar.give(reader, UNIT, Power.READ, Optional.of(new Category("CHILD_WELFARE")));
        return reader;
    }
}
