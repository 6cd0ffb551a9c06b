package no.segl.proof.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.RunningSegl;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Segl to be hostile to, and what must hold whatever is done to it. */
final class Target implements AutoCloseable {

    static final String CLIENT = "vestfjord-politi-sak";
    static final String DISPATCHES = "/api/v1/dispatches";
    static final byte[] PDF = Markers.CONTENT.getBytes(StandardCharsets.UTF_8);

    private static final JsonMapper JSON = new JsonMapper();

    final RunningSegl segl;
    final String token;
    private int keys;

    Target(Path folder, InstantSource clock) throws Exception {
        segl = new RunningSegl(folder, clock);
        token = segl.token(CLIENT);
    }

    /** A dispatch to the child welfare service, without its last brace. */
    static String dispatch() {
        return """
        {"sender": "312780402", "recipients": ["310451223"], "category": "CHILD_WELFARE",
         "title": "%s", "references": {"caseWorker": "%s", "sendersReference": "%s"}
        """
                .formatted(Markers.TITLE, Markers.PERSON, Markers.REFERENCE);
    }

    /** An idempotency key that has not been used. */
    String key() {
        return "hostile-" + keys++;
    }

    HttpResponse<String> post(String type, byte[] body) throws Exception {
        return segl.post(DISPATCHES, token, key(), type, body);
    }

    /** What is kept: letters, dispatches and what lies in the vault. */
    record Kept(long letters, long dispatches, long files) {}

    Kept kept() throws IOException {
        JdbcClient jdbc = segl.server.part(JdbcClient.class);
        try (Stream<Path> vault = Files.walk(segl.server.place().vault())) {
            return new Kept(
                    jdbc.sql("SELECT count(*) FROM letter").query(Long.class).single(),
                    jdbc.sql("SELECT count(*) FROM dispatch").query(Long.class).single(),
                    vault.filter(Files::isRegularFile).count());
        }
    }

    /** Something to do that must be refused. */
    interface Act {
        HttpResponse<String> run() throws Exception;
    }

    /**
     * Does what must be refused.
     *
     * @return the code of the problem
     */
    String refused(Act act) throws Exception {
        Kept before = kept();
        HttpResponse<String> answer = act.run();
        String code =
                problem(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.body());
        assertThat(kept()).as("nothing is left of it").isEqualTo(before);
        return code;
    }

    /** Holds an answer to be a problem that repeats nothing, and gives its code. */
    String problem(int status, String type, String body) {
        assertThat(status).as(body).isBetween(400, 499);
        assertThat(type).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(body);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString("")).startsWith("http");
        assertThat(problem.path("title").asString("")).isNotBlank();
        assertThat(problem.path("detail").asString("")).isNotBlank();
        assertThat(body)
                .doesNotContain(Markers.STEM, Markers.NUMBER, token, "Exception", "no.segl.");
        assertThat(body.length()).as("a short answer, whatever was asked").isLessThan(100_000);
        return problem.path("code").asString("");
    }

    /** Segl still does its work. */
    void stillServes() throws Exception {
        HttpResponse<String> sent = segl.send(token, key(), dispatch() + "}", PDF);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    }

    @Override
    public void close() {
        segl.close();
    }
}
