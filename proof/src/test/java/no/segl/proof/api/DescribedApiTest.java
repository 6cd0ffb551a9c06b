package no.segl.proof.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.segl.app.api.Problem;
import no.segl.app.store.Postage;
import no.segl.core.id.OrgNumber;
import no.segl.core.print.PrintOrder.Route;
import no.segl.proof.contract.Description;
import no.segl.proof.contract.Description.Operation;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API is the one that its description speaks of: the same routes, and each answers as
 * described. The answers themselves are checked as they pass, by {@link RunningSegl}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DescribedApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String POLICE = "vestfjord-politi-sak";
    private static final byte[] PDF = "%PDF-1.7 et brev".getBytes(StandardCharsets.US_ASCII);

    /** Every field there is; the upload stands for a document. */
    private static final String FULL =
            """
            {"sender": "312 780 402", "recipients": ["310451223"], "category": "CHILD_WELFARE",
             "title": "Brev i en sak", "language": "nn", "replyTo": null,
             "references": {"sendersReference": "JP-77", "caseNumber": "2026/1", "caseWorker": null},
             "documents": [{"upload": "UPLOAD", "name": "b.pdf", "sha256": null}]}
            """;

    private final Description description = Description.read();
    private RunningSegl segl;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        segl.server
                .part(Postage.class)
                .allow(new OrgNumber("312780402"), Optional.of(Route.BY_HAND));
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
        Set<String> all = new TreeSet<>();
        Set<String> ofTheApi = new TreeSet<>();
        segl.server
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, handler) -> {
                    Set<String> here =
                            route.getPatternValues().stream()
                                    .flatMap(path ->
                                            route.getMethodsCondition().getMethods().stream()
                                                    .map(method -> method + " " + path))
                                    .collect(Collectors.toSet());
                    all.addAll(here);
                    if (handler.getBeanType().getPackageName().equals("no.segl.app.api")) {
                        assertThat(here).as("%s names a method", handler).isNotEmpty();
                        ofTheApi.addAll(here);
                    }
                });
        Set<String> described =
                description.operations().stream()
                        .map(o -> o.method() + " " + o.path())
                        .collect(Collectors.toSet());
        assertThat(described).as("each is described").containsAll(ofTheApi);
        assertThat(all).as("each is there").containsAll(described);
    }

    @Test
    void everyOperationAnswersAsDescribed() throws Exception {
        String token = segl.token(POLICE);
        String upload = upload(token);
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        segl.tus("HEAD", upload, token, new byte[0]);
        byte[] json = FULL.replace("UPLOAD", id).getBytes(StandardCharsets.UTF_8);
        JsonNode sent =
                JSON.readTree(
                        segl.post("/api/v1/dispatches", token, "full", "application/json", json)
                                .body());
        String letter = "/api/v1/letters/" + sent.at("/letters/0/id").asString("");
        segl.get("/api/v1/dispatches/" + sent.path("id").asString(""), token);
        String first = "/api/v1/letters?limit=1&unopened=true&recipient=310451223";
        String next = JSON.readTree(segl.get(first, token).body()).path("next").asString("");
        segl.get("/api/v1/letters?sendersReference=JP-77&after=" + next, token);
        segl.get(letter, token);
        byte[] reason = "{\"reason\": \"NOT_NEEDED\"}".getBytes(StandardCharsets.UTF_8);
        segl.post(letter + "/release", token, "x", "application/json", new byte[0]);
        segl.post(letter + "/reminder", token, "x", "application/json", new byte[0]);
        segl.post(letter + "/paper", token, "x", "application/json", new byte[0]);
        byte[] question =
                "{\"category\": \"GENERAL\", \"recipients\": [\"310451223\"]}"
                        .getBytes(StandardCharsets.UTF_8);
        segl.post("/api/v1/readiness", token, "x", "application/json", question);
        segl.post(letter + "/withdrawal", token, "x", "application/json", reason);
        segl.get(letter + "/ledger", token);
        segl.get(letter + "/ledger?limit=1", token);
        segl.get(letter + "/proof", token);
        segl.tus("DELETE", upload, token, new byte[0]);
        String recipient = segl.token("fjordvik-kommune-sak");
        segl.get("/api/v1/received?limit=1&unopened=true", recipient);
        segl.get("/api/v1/overview/received", recipient);
        segl.get("/api/v1/overview/received/letters?q=unopened&limit=1", recipient);
        segl.get("/api/v1/overview/received/letters?q=ref:x&after=x", recipient);
        segl.get("/api/v1/overview/sent/letters?limit=1", segl.token(POLICE));
        segl.get("/api/v1/events?limit=200", recipient);
        segl.get("/api/v1/events?after=1-00000000", recipient);
        segl.get("/api/v1/overview/sent", segl.token(POLICE));
        segl.get("/api/v1/overview/readiness?gaps=true&category=CHILD_WELFARE&limit=1", recipient);
        segl.get("/api/v1/overview/sources", recipient);
        segl.get("/api/v1/overview/sent/letters/file?format=xlsx", segl.token(POLICE));
        segl.get("/api/v1/overview/received/letters/file?q=unopened", recipient);
        routine(segl.token(POLICE));
        segl.get("/api/v1/access?unit=310451223", recipient);
        webhooks(recipient);
        open();

        Set<String> answered =
                segl.seen().stream()
                        .filter(s -> s.matches(".* 2\\d\\d"))
                        .map(s -> s.split(" ", 2)[0])
                        .collect(Collectors.toSet());
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(
                        description.operations().stream().map(Operation::id).toList());
    }

    private void open() throws Exception {
        segl.ask("OPTIONS", "/api/v1/uploads");
        segl.ask("GET", "/api/v1/categories");
        segl.ask("GET", "/api/v1/openapi.yaml");
        segl.ask("GET", "/problem");
        segl.ask("GET", "/problem/not-found");
    }

    private void routine(String token) throws Exception {
        segl.get("/api/v1/controls", token);
        segl.get("/api/v1/controls/runs?open=true&limit=1", token);
        segl.get("/api/v1/breaches?limit=1", token);
    }

    private void webhooks(String token) throws Exception {
        byte[] wish =
                "{\"url\": \"http://localhost:9/segl\", \"received\": true}"
                        .getBytes(StandardCharsets.UTF_8);
        String all = "/api/v1/webhooks";
        HttpResponse<String> made = segl.post(all, token, "x", "application/json", wish);
        String one = made.headers().firstValue("Location").orElseThrow();
        segl.get(all, token);
        segl.get(one, token);
        segl.get(one + "/aside?limit=1", token);
        byte[] since = "{\"since\": \"2100-01-01T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
        segl.post(one + "/replay", token, "x", "application/json", since);
        byte[] faulty = "{\"url\": \"ftp://x\", \"x\": 1}".getBytes(StandardCharsets.UTF_8);
        assertThat(segl.post(all, token, "x", "application/json", faulty).body())
                .contains("unknown-field");
        segl.ask("DELETE", one, "Authorization", "Bearer " + token);
        assertThat(segl.get(one, token).statusCode()).isEqualTo(404);
    }

    private String upload(String token) throws Exception {
        String name = Base64.getEncoder().encodeToString("a.pdf".getBytes(StandardCharsets.UTF_8));
        String[] headers = {
            "Upload-Length", Integer.toString(PDF.length), "Upload-Metadata", "filename " + name
        };
        String at =
                segl.tus("POST", "/api/v1/uploads", token, new byte[0], headers)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        String[] from = {"Content-Type", "application/offset+octet-stream", "Upload-Offset", "0"};
        assertThat(segl.tus("PATCH", at, token, PDF, from).statusCode()).isEqualTo(204);
        return at;
    }

    @Test
    void theDescriptionIsThereForEverybodyAndFetchedOnce() throws Exception {
        HttpResponse<String> answer = segl.ask("GET", "/api/v1/openapi.yaml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        assertThat(answer.body()).startsWith("openapi: 3.1.").contains("taken back");
        String mark = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = segl.ask("GET", "/api/v1/openapi.yaml", "If-None-Match", mark);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void refusalsAreAsDescribed() throws Exception {
        String token = segl.token(POLICE);
        String[] bearer = {"Authorization", "Bearer " + token};
        String uploads = "/api/v1/uploads";
        assertThat(segl.ask("GET", "/api/v1/letters").statusCode()).isEqualTo(401);
        assertThat(segl.ask("GET", "/api/v1/none", bearer).statusCode()).isEqualTo(404);
        assertThat(segl.get("/api/v1/letters?limit=0&after=x", token).statusCode()).isEqualTo(400);
        HttpResponse<String> huge = segl.get("/api/v1/letters?x=" + "x".repeat(20_000), token);
        assertThat(huge.body()).contains(Problem.UNREADABLE_BODY.code());
        assertThat(huge.headers().firstValue("Content-Language")).contains("en");
        HttpResponse<String> put = segl.ask("PUT", "/api/v1/letters", bearer);
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow")).contains("GET");
        HttpResponse<String> xml =
                segl.ask(
                        "GET",
                        "/api/v1/letters",
                        "Authorization",
                        "Bearer " + token,
                        "Accept",
                        "application/xml");
        assertThat(xml.body()).contains(Problem.NOT_ACCEPTABLE.code());
        assertThat(segl.tus("POST", uploads, token, new byte[0]).statusCode()).isEqualTo(411);
        String[] tooLong = {"Upload-Length", "2147483649"};
        assertThat(segl.tus("POST", uploads, token, new byte[0], tooLong).statusCode())
                .isEqualTo(413);
    }
}
