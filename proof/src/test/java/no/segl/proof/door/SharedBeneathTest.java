package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import no.segl.app.office.Registrar;
import no.segl.app.store.Shares;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.access.Share;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.Multipart;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes to the number of a whole municipality is for somebody in one of its units: whoever
 * distributes it can give it, and what is sealed in it, to those who work beneath.
 */
class SharedBeneathTest {

    private static final String DISPATCH =
            """
            {"sender": "312780402", "recipients": ["310451207"], "category": "CHILD_WELFARE",
             "title": "%s", "references": {"caseWorker": "Stille Bekk"},
             "documents": [{"part": "open"}, {"part": "sealed", "sealed": true}]}
            """
                    .formatted(Markers.TITLE);

    @TempDir private Path folder = Path.of("");

    @Test
    void withThoseOfTheUnitsBeneathAndNobodyElses() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId beneath = known(registrar, "beneath", Town.UNIT);
            PersonId elsewhere = known(registrar, "elsewhere", Town.HOSPITAL);
            String issuer = segl.issuer.loginIssuer().toString();
            String subject =
                    segl.world.persons().stream()
                            .filter(p -> p.name().equals("Rolig Måke"))
                            .findFirst()
                            .orElseThrow()
                            .subject();
            registrar.give(
                    registrar.enter(issuer, subject, "Rolig Måke"),
                    Town.MUNICIPALITY,
                    Power.READ,
                    Optional.of(new Category("CHILD_WELFARE")));
            LetterId letter = send(segl);
            try (Visit visit = Visit.logIn(segl.home, subject)) {
                var page = visit.get("/brev/" + letter);

                assertThat(page.body())
                        .contains("value=\"" + beneath + "\"")
                        .doesNotContain("value=\"" + elsewhere + "\"")
                        .contains("ikke i listen")
                        .as("who can enter somebody who is not there")
                        .contains("Stødig Furu");
                String token = Visit.token(page).orElseThrow();
                String hand = "/brev/" + letter + "/del?forseglet=ja&person=";
                assertThat(visit.submit(token, hand + elsewhere).statusCode()).isEqualTo(422);
                assertThat(visit.submit(token, hand + beneath).statusCode()).isEqualTo(200);
                assertThat(segl.server.part(Shares.class).of(letter))
                        .singleElement()
                        .matches(Share::sealed)
                        .extracting(Share::person)
                        .isEqualTo(beneath);
            }
        }
    }

    private static PersonId known(Registrar registrar, String subject, OrgNumber unit) {
        PersonId person = registrar.enter("https://login.example", subject, "Prøve " + subject);
        registrar.know(person, unit);
        return person;
    }

    private static LetterId send(RunningSegl segl) throws Exception {
        byte[] form =
                new Multipart()
                        .file("open", "brev.pdf", Markers.CONTENT.getBytes(UTF_8))
                        .file("sealed", "forseglet.pdf", Markers.CONTENT.getBytes(UTF_8))
                        .field("dispatch", DISPATCH)
                        .bytes();
        String answer =
                segl.post(
                                "/api/v1/dispatches",
                                segl.token("vestfjord-politi-sak"),
                                "beneath",
                                Multipart.TYPE,
                                form)
                        .body();
        return LetterId.parse(
                        new JsonMapper()
                                .readTree(answer)
                                .path("letters")
                                .path(0)
                                .path("id")
                                .asString(""))
                .orElseThrow();
    }
}
