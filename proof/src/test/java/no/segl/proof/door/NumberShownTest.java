package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.segl.app.office.Registrar;
import no.segl.app.secret.NumberKey;
import no.segl.app.store.Ledger;
import no.segl.app.store.Persons;
import no.segl.core.access.Power;
import no.segl.core.id.NationalIdentityNumber;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number is shown to who gives access where the person is known, and the ledger says so. */
class NumberShownTest {

    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final OrgNumber HOSPITAL = new OrgNumber("313915603");
    private static final String DIGITS = "01819010001";

    @Test
    void toTheAdministratorOnceAndToNobodyElse(@TempDir Path folder) throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId namesake =
                    registrar.enter(
                            segl.server
                                    .part(NumberKey.class)
                                    .hide(NationalIdentityNumber.parse(DIGITS).orElseThrow()),
                            "Kvikk Lerke");
            registrar.know(namesake, SCHOOL);
            Person director = person(segl, "Stødig Furu");
            PersonId elsewhere = id(segl, person(segl, "Våken Ugle"));
            registrar.give(elsewhere, HOSPITAL, Power.ADMINISTER, Optional.empty());
            String path = "/tilganger/person/" + namesake;

            try (Visit visit = Visit.logIn(segl.home, director.subject())) {
                HttpResponse<String> page = visit.get(path);
                assertThat(page.body()).contains("Vis fødselsnummer").doesNotContain(DIGITS);
                assertThat(shown(segl)).as("to look is not to be shown").isEmpty();

                String token = Visit.token(page).orElseThrow();
                HttpResponse<String> answer = visit.submit(token, path + "/nummer");
                assertThat(answer.body()).contains(DIGITS);
                assertThat(answer.uri().toString()).doesNotContain(DIGITS);
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .contains("no-store");
                Entry entry = shown(segl).getFirst();
                assertThat(entry.actorId()).isEqualTo(id(segl, director).toString());
                assertThat(entry.values()).containsEntry("person", namesake.toString());
                assertThat(entry.right().code()).isEqualTo("grant");
                assertThat(entry.toString()).doesNotContain(DIGITS);

                assertThat(visit.get(path).body()).as("once").doesNotContain(DIGITS);
                assertThat(visit.get("/tilganger/personer").body()).doesNotContain(DIGITS);
            }
            try (Visit visit = Visit.logIn(segl.home, person(segl, "Våken Ugle").subject())) {
                String token = Visit.token(visit.get("/tilganger")).orElseThrow();
                HttpResponse<String> answer = visit.submit(token, path + "/nummer");
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).doesNotContain(DIGITS);
            }
            try (Visit visit = Visit.ofStranger(segl.home)) {
                HttpResponse<String> choice = visit.get("/oauth2/authorization/login");
                HttpResponse<String> inbox =
                        visit.choose(choice, director.subject(), "idporten-loa-substantial");
                String token = Visit.token(inbox).orElseThrow();
                HttpResponse<String> answer = visit.submit(token, path + "/nummer");
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).doesNotContain(DIGITS);
            }
            assertThat(shown(segl)).hasSize(1);
        }
    }

    private static Person person(RunningSegl segl, String name) {
        return segl.world.persons().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PersonId id(RunningSegl segl, Person person) {
        return segl.server
                .part(Persons.class)
                .find(segl.issuer.loginIssuer().toString(), person.subject())
                .orElseThrow();
    }

    private static List<Entry> shown(RunningSegl segl) {
        try (var entries = segl.server.part(Ledger.class).entries(SCHOOL)) {
            return entries.filter(e -> e.type().equals("NumberShown")).toList();
        }
    }
}
