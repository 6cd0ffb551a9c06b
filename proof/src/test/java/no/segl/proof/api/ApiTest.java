package no.segl.proof.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import no.segl.app.command.LedgerCommands;
import no.segl.app.work.Checkpoints;
import no.segl.core.id.Digest;
import no.segl.proof.demo.Tokens;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.Multipart;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API takes, refuses, and says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String POLICE = "vestfjord-politi-sak";
    private static final String HOSPITAL = "fjordvik-sjukehus-journal";
    private static final String ARCHIVE = "fjordvik-kommune-arkiv";
    private static final byte[] PDF = Markers.CONTENT.getBytes(StandardCharsets.US_ASCII);
    private static final String GOOD = dispatch(Markers.TITLE);

    private RunningSegl segl;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    private static String dispatch(String title) {
        return """
        {"sender": "312780402", "recipients": ["310451223"], "category": "CHILD_WELFARE",
         "title": "%s"}
        """
                .formatted(title);
    }

    @Test
    void aRepeatGivesTheFirstAnswerAgain() throws Exception {
        String token = segl.token(POLICE);
        HttpResponse<String> first = segl.send(token, "repeat", GOOD, PDF);
        HttpResponse<String> again = segl.send(token, "repeat", GOOD, PDF);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        HttpResponse<String> other = segl.send(token, "repeat", dispatch("Et annet"), PDF);
        problem(other, 409, "idempotency-key-reused");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws Exception {
        String bad =
                """
                {"sender": "312780403", "recipients": ["310451223", "310451223", "x"],
                 "category": "NONE", "title": "Gjelder 01018012345", "language": "sv",
                 "titel": "y", "references": {"caseNumber": 7}}
                """;
        HttpResponse<String> answer =
                segl.send(segl.token(POLICE), "faults", bad, new byte[] {1, 2, 3});
        JsonNode problem = problem(answer, 400, "invalid-request");
        assertThat(problem.path("violations").valueStream().map(v -> v.path("rule").asString("")))
                .contains(
                        "not-an-organisation-number",
                        "recipient-twice",
                        "unknown-category",
                        "person-number-in-title",
                        "unknown-language",
                        "unknown-field",
                        "not-text",
                        "file-content-disagrees");
        assertThat(answer.body()).as("the input is not repeated").doesNotContain("01018012345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"x\"",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "",
                "[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void jsonThatIsNoneIsSaidToBeUnreadable(String json) throws Exception {
        problem(segl.send(segl.token(POLICE), "json", json, PDF), 400, "unreadable-body");
    }

    @Test
    void brokenBodiesAreRefused() throws Exception {
        String token = segl.token(POLICE);
        String type = Multipart.TYPE;
        byte[] cut =
                "--a-boundary\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nabc"
                        .getBytes(StandardCharsets.US_ASCII);
        String path = "/api/v1/dispatches";
        problem(segl.post(path, token, "cut", type, cut), 400, "unreadable-body");
        problem(segl.post(path, token, "type", "text/plain", cut), 415, "media-type-not-supported");
        byte[] huge = new byte[(1 << 20) + 1];
        Arrays.fill(huge, (byte) ' ');
        problem(segl.post(path, token, "huge", "application/json", huge), 413, "too-large");
    }

    @ParameterizedTest
    @EnumSource(Tokens.Flaw.class)
    void noFlawedTokenIsAccepted(Tokens.Flaw flaw) throws Exception {
        String token = segl.issuer.tokens().flawed(segl.world.machine(POLICE).orElseThrow(), flaw);
        problem(segl.get("/api/v1/letters", token), 401, "token-not-accepted");
    }

    @Test
    void whatIsNotYoursIsNotThere() throws Exception {
        String id = letter(segl.send(segl.token(POLICE), "mine", GOOD, PDF));
        String there = segl.get("/api/v1/letters/" + id, segl.token(HOSPITAL)).body();
        String nowhere =
                segl.get(
                                "/api/v1/letters/01a20c33-66d3-7498-b29e-328bb8d3b412",
                                segl.token(HOSPITAL))
                        .body();
        assertThat(there).isEqualTo(nowhere).contains("not-found");
        assertThat(segl.get("/api/v1/letters/" + id, segl.token(POLICE)).body())
                .contains("\"status\":\"available\"")
                .doesNotContain(Markers.STEM);
    }

    @Test
    void nobodySendsForAnother() throws Exception {
        JsonNode by =
                problem(segl.send(segl.token(HOSPITAL), "other", GOOD, PDF), 403, "not-allowed");
        assertThat(by.at("/access/ground").asString("")).isEqualTo("other-organisation");
        assertThat(by.at("/access/changedBy/0/organisation")).isEqualTo(by.at("/access/unit"));
        JsonNode scope =
                problem(segl.send(segl.token(ARCHIVE), "scope", GOOD, PDF), 403, "not-allowed");
        assertThat(scope.at("/access").toString()).contains("scope-missing", "segl:send");
    }

    @Test
    void aLetterIsTakenBackOnce() throws Exception {
        String token = segl.token(POLICE);
        String path =
                "/api/v1/letters/" + letter(segl.send(token, "back", GOOD, PDF)) + "/withdrawal";
        byte[] reason = "{\"reason\":\"SENT_TWICE\"}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = segl.post(path, token, "x", "application/json", reason);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"status\":\"withdrawn\"")
                    .doesNotContain("nextLook");
        }
    }

    @Test
    void anUploadGoesOnWhereItStopped() throws Exception {
        String token = segl.token(POLICE);
        String at = beginUpload(token);
        byte[] rest = Arrays.copyOfRange(PDF, 5, PDF.length);
        assertThat(add(at, token, Arrays.copyOf(PDF, 5), 0)).isEqualTo(204);
        assertThat(add(at, token, rest, 0)).as("that is not where it stands").isEqualTo(409);
        var where = segl.tus("HEAD", at, token, new byte[0]).headers();
        assertThat(where.firstValue("Upload-Offset")).contains("5");
        assertThat(where.firstValue("Upload-Metadata")).contains("filename c3RvcnQucGRm");
        assertThat(segl.tus("HEAD", at, segl.token(HOSPITAL), new byte[0]).statusCode())
                .isEqualTo(404);
        String json =
                GOOD.replace(
                        "\"title\"",
                        "\"documents\": [{\"upload\": \""
                                + at.substring(at.lastIndexOf('/') + 1)
                                + "\"}], \"title\"");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String path = "/api/v1/dispatches";
        HttpResponse<String> early = segl.post(path, token, "upload", "application/json", body);
        assertThat(early.body()).contains("upload-unfinished");
        assertThat(add(at, token, rest, 5)).isEqualTo(204);
        HttpResponse<String> sent = segl.post(path, token, "upload", "application/json", body);
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.body()).contains(Digest.of(PDF).hex());
    }

    @Test
    void whoDoesNotSpeakOurTusIsToldWhatToSpeak() throws Exception {
        String path = "/api/v1/uploads";
        HttpResponse<String> answer =
                segl.post(path, segl.token(POLICE), "x", "text/plain", new byte[0]);
        problem(answer, 412, "upload-version");
        assertThat(answer.headers().allValues("Tus-Version")).containsExactly("1.0.0");
        assertThat(answer.headers().allValues("Tus-Resumable")).containsExactly("1.0.0");
    }

    private String beginUpload(String token) throws Exception {
        byte[] name = "stort.pdf".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> made =
                segl.tus(
                        "POST",
                        "/api/v1/uploads",
                        token,
                        new byte[0],
                        "Upload-Length",
                        Integer.toString(PDF.length),
                        "Upload-Metadata",
                        "filename " + Base64.getEncoder().encodeToString(name));
        assertThat(made.statusCode()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private int add(String at, String token, byte[] bytes, long offset) throws Exception {
        return segl.tus(
                        "PATCH",
                        at,
                        token,
                        bytes,
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        Long.toString(offset))
                .statusCode();
    }

    @Test
    void theApplicationsRoleCannotChangeTheLedger() throws Exception {
        try (Connection connection = segl.server.part(HikariDataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql :
                    new String[] {
                        "UPDATE ledger_entry SET type = 'x'",
                        "DELETE FROM ledger_entry",
                        "TRUNCATE ledger_entry",
                        "DELETE FROM ledger_checkpoint",
                        "UPDATE ledger_checkpoint SET number = 1",
                        "DELETE FROM ledger_head",
                        "DROP TABLE ledger_entry",
                        "DELETE FROM letter",
                        "UPDATE letter SET sender = recipient"
                    }) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void theLedgerIsExportedBesideARunningSeglAndVerifies(@TempDir Path folder) throws Exception {
        assertThat(segl.server.part(Checkpoints.class).run()).isPositive();
        Path file = folder.resolve("ledger.jsonl");
        var commands = LedgerCommands.of(RunningSegl.CLOCK);
        assertThat(commands.execute("export", "--data", segl.data.toString(), file.toString()))
                .isZero();
        assertThat(Files.readString(file)).contains("LetterAccepted").doesNotContain(Markers.STEM);
        assertThat(commands.execute("verify", file.toString())).isZero();
        String edited = Files.readString(file).replaceFirst("LetterAvailable", "LetterOpened");
        Files.writeString(file, edited);
        assertThat(commands.execute("verify", file.toString())).isEqualTo(1);
    }

    private static String letter(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("letters").path(0).path("id").asString("");
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asString("")).isEqualTo(code);
        return problem;
    }
}
