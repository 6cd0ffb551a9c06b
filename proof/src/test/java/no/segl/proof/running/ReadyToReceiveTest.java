package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.segl.app.office.ReadyDesk;
import no.segl.app.office.Registrar;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Sending.Response;
import no.segl.core.letter.SendingPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Before a letter is sent: whether anybody there can open it, and what its sender then wants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ReadyToReceiveTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] PDF = "%PDF-1.7 et brev".getBytes(StandardCharsets.US_ASCII);
    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final String CHILD_WELFARE = "310451223";
    private static final String LAW_FIRM = "313915611";

    private RunningSegl segl;
    private String token;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        token = segl.token("vestfjord-politi-sak");
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    @Test
    void eachRecipientIsAnsweredFor() throws Exception {
        HttpResponse<String> answer =
                ask("CHILD_WELFARE", CHILD_WELFARE, LAW_FIRM, "974 760 673", LAW_FIRM);
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> grounds = new TreeMap<>();
        for (JsonNode one : JSON.readTree(answer.body()).path("recipients").values()) {
            grounds.put(
                    one.path("recipient").asString(""),
                    one.path("readiness").asString("") + " " + one.path("ground").asString(""));
            assertThat(Instant.parse(one.path("asOf").asString("")))
                    .isBeforeOrEqualTo(RunningSegl.CLOCK.instant());
        }
        assertThat(grounds)
                .isEqualTo(
                        Map.of(
                                CHILD_WELFARE,
                                "ready held",
                                LAW_FIRM,
                                "unknown roles-not-read",
                                "974760673",
                                "unknown not-registered"));
    }

    @Test
    void anAddressThatBouncedMakesItNotReady() throws Exception {
        String hospital = "313915603";
        jdbc().sql("UPDATE contact SET refused_at = '2026-11-20T08:00Z' WHERE addressee = ?")
                .param("unit:" + top(hospital))
                .update();
        assertThat(ask("HEALTH_SOCIAL_WELFARE", hospital).body())
                .contains("no-notice-address", "address-refused", "2026-11-20T08:00:00Z");
    }

    @Test
    void allThatIsWrongWithTheQuestionIsSaidAtOnce() throws Exception {
        HttpResponse<String> answer =
                post(
                        "/api/v1/readiness",
                        "{\"category\": \"NONE\", \"recipients\": [\"x\", 7], \"more\": 1}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("unknown-category", "not-an-organisation-number", "not-text", "/more");
        assertThat(post("/api/v1/readiness", "{}").body()).contains("/category", "/recipients");
    }

    @Test
    void whoWantsToBeAskedIsAskedAndNothingIsSent() throws Exception {
        HttpResponse<String> asked = send("ask", "ask", "CHILD_WELFARE", CHILD_WELFARE, LAW_FIRM);
        assertThat(asked.statusCode()).isEqualTo(409);
        JsonNode problem = JSON.readTree(asked.body());
        assertThat(problem.path("code").asString("")).isEqualTo("recipient-not-ready");
        assertThat(
                        problem.path("violations")
                                .valueStream()
                                .map(v -> v.path("pointer").asString("")))
                .containsExactly("/recipients/1");
        assertThat(count("SELECT count(*) FROM dispatch WHERE idempotency_key = 'ask'")).isZero();

        HttpResponse<String> sent = send("ask", "send", "CHILD_WELFARE", CHILD_WELFARE, LAW_FIRM);
        assertThat(sent.statusCode()).as("the key was not used up").isEqualTo(201);
        assertThat(send("ask", "ask", "CHILD_WELFARE", CHILD_WELFARE, LAW_FIRM).headers().map())
                .as("a repeat gives the first answer, whatever it asks for")
                .containsKey("Idempotent-Replayed");
    }

    @Test
    void aLetterIsHeldBackUntilSomebodyThereCanOpenIt() throws Exception {
        String id = letter(send("hold", "hold", "GENERAL", LAW_FIRM));
        assertThat(status(id)).isEqualTo("accepted");
        assertThat(types(id)).containsExactly("LetterAccepted", "RecipientNotReady");
        Instant day = RunningSegl.CLOCK.instant().plus(Duration.ofDays(1)).plusSeconds(60);
        segl.looks(() -> day).run();
        assertThat(status(id)).isEqualTo("accepted");
        assertThat(types(id)).endsWith("LetterLookedAt", "CaseRaised", "NoticeOrdered");

        Registrar registrar = segl.server.part(Registrar.class);
        PersonId reader = registrar.enter("https://issuer.example", "firm-reader", "Ny Leser");
        registrar.give(
                reader, new OrgNumber(LAW_FIRM), Power.READ, Optional.of(new Category("GENERAL")));
        segl.looks(() -> day.plus(Duration.ofDays(1).plusSeconds(60))).run();
        assertThat(status(id)).isEqualTo("available");
        assertThat(
                        count(
                                "SELECT count(*) FROM matter WHERE closed_at IS NULL AND letter = '"
                                        + id
                                        + "'"))
                .as("what was held back is so no more")
                .isZero();
    }

    @Test
    void aHeldLetterIsReleasedOrTakenBackByItsSender() throws Exception {
        String id = letter(send("release", "hold", "POLICE_JUSTICE", LAW_FIRM));
        for (int twice = 0; twice < 2; twice++) {
            HttpResponse<String> released = post("/api/v1/letters/" + id + "/release", "");
            assertThat(released.statusCode()).isEqualTo(200);
            assertThat(released.body()).contains("\"available\"");
        }
        String other = letter(send("withdraw", "hold", "POLICE_JUSTICE", LAW_FIRM));
        post("/api/v1/letters/" + other + "/withdrawal", "{\"reason\": \"NOT_NEEDED\"}");
        assertThat(status(other)).isEqualTo("withdrawn");
        HttpResponse<String> late = post("/api/v1/letters/" + other + "/release", "");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("letter-closed");
    }

    @Test
    void whatTheSenderHasDecidedHoldsWhereTheRequestSaysNothing() throws Exception {
        ReadyDesk desk = segl.server.part(ReadyDesk.class);
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId chief = registrar.enter("https://issuer.example", "chief", "Fin Leder");
        assertThat(desk.decide(POLICE, Response.ASK, chief))
                .isInstanceOf(SendingPolicy.Reply.Refused.class);
        registrar.give(chief, POLICE, Power.ADMINISTER, Optional.empty());
        try {
            assertThat(desk.decide(POLICE, Response.ASK, chief))
                    .isEqualTo(new SendingPolicy.Reply.Done());
            assertThat(desk.decide(POLICE, Response.ASK, chief))
                    .isEqualTo(new SendingPolicy.Reply.Already());
            assertThat(send("policy", null, "POLICE_JUSTICE", LAW_FIRM).statusCode())
                    .isEqualTo(409);
            assertThat(
                            count(
                                    """
                                    SELECT count(*) FROM ledger_entry
                                     WHERE type = 'WhenNotReadySet' AND chain = '312780402'
                                    """))
                    .isOne();
        } finally {
            desk.decide(POLICE, Response.SEND, chief);
        }
        assertThat(send("policy", null, "POLICE_JUSTICE", LAW_FIRM).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> ask(String category, String... recipients) throws Exception {
        return post(
                "/api/v1/readiness",
                "{\"category\": \"%s\", \"recipients\": [\"%s\"]}"
                        .formatted(category, String.join("\",\"", recipients)));
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return segl.post(
                path, token, "x", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(
            String key, @Nullable String when, String category, String... recipients)
            throws Exception {
        String dispatch =
                """
                {"sender": "312780402", "recipients": ["%s"], "category": "%s",
                 "title": "Brev i en sak", "whenNotReady": %s}
                """
                        .formatted(
                                String.join("\",\"", recipients),
                                category,
                                when == null ? "null" : "\"" + when + "\"");
        return segl.send(token, key, dispatch, PDF);
    }

    private static String letter(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).isEqualTo(201);
        return JSON.readTree(sent.body()).at("/letters/0/id").asString("");
    }

    private String status(String letter) throws Exception {
        return JSON.readTree(segl.get("/api/v1/letters/" + letter, token).body())
                .path("status")
                .asString("");
    }

    private List<String> types(String letter) throws Exception {
        return JSON.readTree(segl.get("/api/v1/letters/" + letter + "/ledger", token).body())
                .path("entries")
                .valueStream()
                .map(e -> e.path("type").asString(""))
                .toList();
    }

    private String top(String unit) {
        return jdbc().sql(
                        """
                        WITH RECURSIVE up (number, parent) AS (
                            SELECT number, parent FROM unit WHERE number = ?
                            UNION ALL
                            SELECT u.number, u.parent FROM up JOIN unit u ON u.number = up.parent
                        )
                        SELECT number FROM up WHERE parent IS NULL
                        """)
                .param(unit)
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }
}
