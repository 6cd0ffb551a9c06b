package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.app.office.ReadyDesk;
import no.segl.app.office.Registrar;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Sending.Response;
import no.segl.core.letter.SendingPolicy;
import no.segl.core.readiness.Readiness;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.Multipart;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An answer to a letter follows what the unit that answers has decided for all it sends. */
class ReplyPolicyTest {

    private static final OrgNumber SENDER = new OrgNumber("312780402");
    private static final OrgNumber UNIT = new OrgNumber("313915611");
    private static final Category GENERAL = new Category("GENERAL");

    @TempDir private Path folder = Path.of("");

    @Test
    void isHeldOrPutOnPaperWhereTheUnitWantsThat() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Person reader = segl.world.persons().getFirst();
            Registrar registrar = segl.server.part(Registrar.class);
            PersonId person =
                    registrar.enter(
                            segl.issuer.loginIssuer().toString(), reader.subject(), reader.name());
            registrar.give(person, UNIT, Power.READ, Optional.of(GENERAL));
            registrar.give(person, UNIT, Power.ADMINISTER, Optional.empty());
            ReadyDesk desk = segl.server.part(ReadyDesk.class);
            assertThat(desk.ready(List.of(SENDER), GENERAL)).noneMatch(Readiness::isReady);
            String letter = send(segl);

            try (Visit visit = Visit.logIn(segl.home, reader.subject(), "/brev/" + letter)) {
                String form = Visit.token(visit.get("/brev/" + letter)).orElseThrow();
                visit.submit(form, "/brev/" + letter + "/apne");
                for (Response policy : Response.values()) {
                    assertThat(desk.decide(UNIT, policy, person))
                            .isNotInstanceOf(SendingPolicy.Reply.Refused.class);
                    String title = "Svar " + policy;
                    assertThat(visit.ask(reply(segl, form, letter, title)).statusCode())
                            .isEqualTo(303);
                    assertThat(responses(segl, title))
                            .as(policy.name())
                            .containsExactly(
                                    (policy == Response.ASK ? Response.SEND : policy).name());
                }
            }
        }
    }

    private static String send(RunningSegl segl) throws Exception {
        String sent =
                segl.send(
                                segl.token("vestfjord-politi-sak"),
                                "asked",
                                """
                                {"sender": "312780402", "recipients": ["313915611"],
                                 "category": "GENERAL", "title": "Brev i en sak"}
                                """,
                                "%PDF-1.7 brev".getBytes(UTF_8))
                        .body();
        return new JsonMapper().readTree(sent).at("/letters/0/id").asString("");
    }

    private static HttpRequest reply(RunningSegl segl, String form, String letter, String title) {
        byte[] body =
                new Multipart()
                        .field("_csrf", form)
                        .field("tittel", title)
                        .field("sprak", "nb")
                        .field("nokkel", UUID.randomUUID().toString())
                        .file("dokumenter", "svar.pdf", "%PDF-1.7 svar".getBytes(UTF_8))
                        .bytes();
        return HttpRequest.newBuilder(segl.home.resolve("/brev/" + letter + "/svar"))
                .header("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static List<String> responses(RunningSegl segl, String title) {
        return segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT e.fact->>'response' AS response
                          FROM letter l
                          JOIN dispatch d ON d.id = l.dispatch
                          JOIN ledger_entry e ON e.subject = 'letter:' || l.id
                         WHERE d.title = ? AND e.type = 'RecipientNotReady'
                        """)
                .param(title)
                .query((rs, _) -> rs.getString("response"))
                .list();
    }
}
