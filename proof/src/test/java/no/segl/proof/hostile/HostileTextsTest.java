package no.segl.proof.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.segl.proof.demo.Visit;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SQL, HTML and template code in every text: kept as it is, and shown as text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HostileTextsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STEM = Markers.STEM;
    private static final String TITLE =
            "\"><script>alert(1)</script>' OR 1=1; -- ${7*7} {{7*7}} " + STEM;
    private static final String REFERENCE =
            "'); DROP TABLE letter; --<img src=x onerror=a> r" + STEM;
    private static final String CASE = "</title><b>c</b>&#60;i&#62; " + STEM;
    private static final String WORKER = "\" autofocus onfocus=alert(1) x=\"<u>w</u> " + STEM;
    private static final String FILE = "'; DROP TABLE document; -- & ${x} " + STEM + ".pdf";

    private Target target;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        target = new Target(folder, RunningSegl.CLOCK);
    }

    @AfterAll
    void stop() throws Exception {
        try (Target closed = target) {
            closed.stillServes();
        }
    }

    private String send() throws Exception {
        String json =
                JSON.writeValueAsString(
                        Map.of(
                                "sender",
                                "312780402",
                                "recipients",
                                List.of("310451223"),
                                "category",
                                "CHILD_WELFARE",
                                "title",
                                TITLE,
                                "references",
                                Map.of(
                                        "sendersReference",
                                        REFERENCE,
                                        "caseNumber",
                                        CASE,
                                        "caseWorker",
                                        WORKER)));
        byte[] body = new Parts().json(json).file(FILE, Target.PDF).end();
        HttpResponse<String> sent = target.post(Parts.TYPE, body);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        JsonNode letter = JSON.readTree(sent.body()).path("letters").path(0);
        assertThat(letter.path("sendersReference").asString("")).isEqualTo(REFERENCE);
        assertThat(letter.path("caseNumber").asString("")).isEqualTo(CASE);
        return letter.path("id").asString("");
    }

    @Test
    void textsAreKeptAsTheyAreAndShownAsText() throws Exception {
        String id = send();
        assertThat(
                        target.segl
                                .server
                                .part(JdbcClient.class)
                                .sql("SELECT title || case_worker FROM dispatch WHERE title = ?")
                                .param(TITLE)
                                .query(String.class)
                                .single())
                .isEqualTo(TITLE + WORKER);
        try (Visit reader = visit("Rolig Måke")) {
            harmless(reader.get("/innboks"), 200);
            HttpResponse<String> sealed = reader.get("/brev/" + id);
            harmless(sealed, 200);
            HttpResponse<String> opened =
                    reader.submit(Visit.token(sealed).orElseThrow(), "/brev/" + id + "/apne");
            harmless(opened, 200);
            assertThat(opened.body())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7} {{7*7}} " + STEM)
                    .as("and in an attribute")
                    .contains("value=\"Svar: &#34;")
                    .contains("&lt;u&gt;w&lt;/u&gt;", "document; -- &amp; ${x}");
        }
        try (Visit overseer = visit("Våken Ugle")) {
            HttpResponse<String> list = overseer.get("/sendt");
            harmless(list, 200);
            assertThat(list.body()).contains("&lt;img src=x onerror=a&gt; r" + STEM);
            HttpResponse<String> one = overseer.get("/sendt/" + id);
            harmless(one, 200);
            assertThat(one.body()).doesNotContain("alert(1)", "DROP TABLE document");
        }
        try (Visit stranger = visit("Stødig Furu")) {
            HttpResponse<String> refused = stranger.get("/brev/" + id);
            harmless(refused, 403);
            assertThat(refused.body()).doesNotContain(STEM);
        }
        String found =
                target.segl
                        .get(
                                "/api/v1/letters?sendersReference="
                                        + java.net.URLEncoder.encode(
                                                REFERENCE, StandardCharsets.UTF_8),
                                target.token)
                        .body();
        assertThat(JSON.readTree(found).path("letters").size()).isEqualTo(1);
    }

    private Visit visit(String name) throws Exception {
        String subject =
                target.segl.world.persons().stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .subject();
        return Visit.logIn(target.segl.home, subject);
    }

    private static void harmless(HttpResponse<String> page, int status) {
        assertThat(page.statusCode()).as(page.uri().getPath()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");
        assertThat(page.body())
                .doesNotContain("<script>alert", "<img src=x", "<b>c</b>", "<u>w</u>", "49 49");
    }

    /** Addresses of pages that nobody is led to. */
    @Test
    void addressesThatAreNoneAreAnsweredWithAPage() throws Exception {
        try (Visit reader = visit("Rolig Måke")) {
            for (String address :
                    List.of(
                            "/brev/x",
                            "/brev/%00",
                            "/brev/%0a",
                            "/brev/..%2f..%2fetc",
                            "/brev/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                            "/brev/" + STEM,
                            "/brev/" + STEM + "/dokument/%27",
                            "/innboks?etter=%00",
                            "/innboks?etter=%ff",
                            "/innboks?etter=%27%3B--",
                            "/innboks?etter=9999-99-99T00:00:00Z_x",
                            "/sendt?vis=%3Cscript%3Ealert(1)%3C/script%3E",
                            "/sendt?etter=%00&etter=x",
                            "/sendt/%22",
                            "/problem/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                            "/problem/" + STEM,
                            "/assets/..%2fapplication.properties",
                            "/assets/../application.properties",
                            "/assets/%2e%2e/application.properties",
                            "/" + STEM)) {
                HttpResponse<String> page = reader.get(address);
                assertThat(page.statusCode()).as(address).isIn(200, 400, 403, 404);
                assertThat(page.body())
                        .as(address)
                        .doesNotContain("<script>alert", "server.tomcat", "Exception", "Tomcat");
            }
        }
    }
}
