package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.store.Ledger;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A letter that is held back is at no door there for those who will read it. */
class HeldLetterTest {

    private static final OrgNumber RECIPIENT = new OrgNumber("313915611");

    @TempDir private Path folder = Path.of("");

    @Test
    void isNotThereForItsReaderUntilItIsLetGo() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            String token = segl.token("vestfjord-politi-sak");
            JsonNode sent = new JsonMapper().readTree(send(segl, token).body()).at("/letters/0");
            LetterId letter = LetterId.parse(sent.path("id").asString("")).orElseThrow();
            // Access is given after it was sent, and Segl looks at it again in a day.
            Person reader = segl.world.persons().getFirst();
            PersonId person = reader(segl, reader);
            List<String> before = facts(segl, letter);
            assertThat(before).contains("RecipientNotReady").doesNotContain("LetterAvailable");

            String page = "/brev/" + letter;
            String document = sent.at("/documents/0/id").asString("");
            try (Visit visit = Visit.logIn(segl.home, reader.subject())) {
                HttpResponse<String> inbox = visit.get("/innboks");
                assertThat(inbox.body()).doesNotContain(Markers.TITLE);
                isNotThere(visit.get(page));
                isNotThere(visit.get(page + "/bevis"));
                isNotThere(visit.get(page + "/dokument/" + document));
                String form = Visit.token(inbox).orElseThrow();
                for (String act :
                        List.of(
                                "/apne",
                                "/del",
                                "/tildel?person=" + person,
                                "/handtert",
                                "/gjenoppta",
                                "/feil-mottaker",
                                "/svar")) {
                    isNotThere(visit.submit(form, page + act));
                }
                PostOffice office = segl.server.part(PostOffice.class);
                assertThat(office.open(letter, person, Level.HIGH))
                        .isEqualTo(new Opening.NotThere());
                assertThat(facts(segl, letter)).isEqualTo(before);

                segl.post(
                        "/api/v1/letters/" + letter + "/release",
                        token,
                        "let-go",
                        "application/json",
                        new byte[0]);
                assertThat(visit.get(page).body()).contains(Markers.TITLE);
            }
        }
    }

    /** Not even that there is one, and to whom: it would be a letter that nobody there has got. */
    @Test
    void isNotThereForAStrangerButTheLedgerHasIt() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            String token = segl.token("vestfjord-politi-sak");
            JsonNode sent = new JsonMapper().readTree(send(segl, token).body()).at("/letters/0");
            LetterId letter = LetterId.parse(sent.path("id").asString("")).orElseThrow();
            String subject = segl.world.persons().getFirst().subject();
            try (Visit visit = Visit.logIn(segl.home, subject)) {
                String form = Visit.token(visit.get("/innboks")).orElseThrow();
                isNotThere(visit.get("/brev/" + letter));
                isNotThere(visit.submit(form, "/brev/" + letter + "/apne"));
                assertThat(facts(segl, letter)).containsOnlyOnce("OpeningRefused");
            }
        }
    }

    private static HttpResponse<String> send(RunningSegl segl, String token) throws Exception {
        return segl.send(
                token,
                "held",
                """
                {"sender": "312780402", "recipients": ["%s"], "category": "GENERAL",
                 "title": "%s", "whenNotReady": "hold"}
                """
                        .formatted(RECIPIENT.value(), Markers.TITLE),
                Markers.CONTENT.getBytes(UTF_8));
    }

    private static PersonId reader(RunningSegl segl, Person reader) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person =
                registrar.enter(
                        segl.issuer.loginIssuer().toString(), reader.subject(), reader.name());
        registrar.give(person, RECIPIENT, Power.READ, Optional.of(new Category("GENERAL")));
        return person;
    }

    private static void isNotThere(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain(Markers.TITLE, Markers.CONTENT);
    }

    private static List<String> facts(RunningSegl segl, LetterId letter) {
        return segl.server.part(Ledger.class).of(letter, 0, 100).stream()
                .map(entry -> entry.type())
                .toList();
    }
}
