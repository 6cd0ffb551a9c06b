package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.office.Registrar;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Reviews;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation decides how often it goes through its access, and has a record of each time. */
class ReviewRoundTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final OrgNumber HOSPITAL = new OrgNumber("313915603");

    @TempDir private Path folder = Path.of("");

    @Test
    void aQuarterForOneIsAYearForAnotherStill() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Person director =
                    segl.world.persons().stream()
                            .filter(p -> p.name().equals("Stødig Furu"))
                            .findFirst()
                            .orElseThrow();
            PersonId kept = enter(segl, "kept");
            PersonId ended = enter(segl, "ended");
            enter(segl, "left");
            segl.server
                    .part(JdbcClient.class)
                    .sql("UPDATE access_grant SET confirmed_at = now() - interval '4 months'")
                    .update();
            assertThat(due(segl, MUNICIPALITY)).as("not for a year").isZero();

            try (Visit visit = Visit.logIn(segl.home, director.subject())) {
                String page = "/tilganger/gjennomgang";
                String token = Visit.token(visit.get(page)).orElseThrow();
                assertThat(
                                visit.submit(
                                                token,
                                                page
                                                        + "/"
                                                        + MUNICIPALITY
                                                        + "/periode?hver=QUARTERLY")
                                        .body())
                        .contains("Hvert kvartal", "Prøve kept");
                assertThat(due(segl, MUNICIPALITY)).isGreaterThan(2);
                assertThat(due(segl, HOSPITAL)).as("decided by others").isZero();

                visit.submit(
                        token,
                        page
                                + "?f-"
                                + grant(segl, kept)
                                + "=behold&f-"
                                + grant(segl, ended)
                                + "=avslutt");
                HttpResponse<String> file = visit.get(page + "/" + MUNICIPALITY + "/liste.csv");
                assertThat(file.statusCode()).isEqualTo(200);
                assertThat(line(file, "Prøve kept")).startsWith("Beholdt;").contains("Stødig Furu");
                assertThat(line(file, "Prøve ended"))
                        .startsWith("Avsluttet;")
                        .contains("Stødig Furu", UNIT.value());
                assertThat(file.body()).as("given in this period").doesNotContain("Prøve left");
                assertThat(file.body()).doesNotContainPattern("[0-9]{11}");
                assertThat(listed(segl)).as("that it was had is in the ledger").isEqualTo(1);

                nobodyHasDecidedLater(segl);

                HttpResponse<String> before =
                        visit.get(page + "/" + MUNICIPALITY + "/liste.csv?fra=2020-01-01");
                assertThat(before.body().lines()).as("nothing had been given then").hasSize(1);
            }
        }
    }

    private static void nobodyHasDecidedLater(RunningSegl segl) {
        Instant later = RunningSegl.CLOCK.instant().plus(Duration.ofDays(1));
        assertThat(
                        segl.server
                                .part(Reviews.class)
                                .record(
                                        MUNICIPALITY,
                                        later,
                                        later.plus(Duration.ofDays(90)),
                                        later.plus(Duration.ofDays(91))))
                .as("what stands, and nobody has decided on")
                .allMatch(r -> r.outcome() == Reviews.Outcome.LEFT)
                .extracting(Reviews.Reviewed::name)
                .contains("Prøve left", "Prøve kept")
                .doesNotContain("Prøve ended");
    }

    private static String line(HttpResponse<String> file, String name) {
        return file.body().lines().filter(l -> l.contains(name)).findFirst().orElseThrow();
    }

    private static long due(RunningSegl segl, OrgNumber unit) {
        Instant now = RunningSegl.CLOCK.instant();
        return segl.server
                .part(Holders.class)
                .countDue(List.of(unit), List.of(Power.READ), now.minus(Duration.ofDays(365)), now);
    }

    private static long listed(RunningSegl segl) {
        return segl.server
                .part(JdbcClient.class)
                .sql("SELECT count(*) FROM ledger_entry WHERE type = 'AccessListed'")
                .query(Long.class)
                .single();
    }

    private static String grant(RunningSegl segl, PersonId person) {
        return segl.server.part(Grants.class).of(person).getFirst().id().toString();
    }

    private static PersonId enter(RunningSegl segl, String name) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", name, "Prøve " + name);
        registrar.give(person, UNIT, Power.READ, Optional.of(new Category("GENERAL")));
        return person;
    }
}
