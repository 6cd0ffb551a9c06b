package no.segl.proof.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.login.Scopes;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.World;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What machines at both ends are told of what happens to a letter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class EventsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NEXT = Pattern.compile("<(.*)>; rel=\"next\"");
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final Category CATEGORY = new Category("CHILD_WELFARE");
    private static final String POLICE = "vestfjord-politi-sak";

    private RunningSegl segl;
    private PersonId reader;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        Registrar registrar = segl.server.part(Registrar.class);
        reader = registrar.enter("https://login.example", "reader", Markers.PERSON);
        registrar.give(reader, UNIT, Power.READ, Optional.of(CATEGORY));
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    private String token(String client, String... scopes) {
        World.Machine machine = segl.world.machine(client).orElseThrow();
        return segl.issuer.tokens().of(machine, List.of(scopes));
    }

    /** A follower of the feed, who goes where each answer says. */
    private final class Follower {
        private final String token;
        private String next;

        Follower(String token, String from) {
            this.token = token;
            this.next = from;
        }

        /** All that is new of one letter. */
        List<JsonNode> of(LetterId letter) throws Exception {
            List<JsonNode> all = new ArrayList<>();
            boolean more = true;
            while (more) {
                HttpResponse<String> answer = segl.get(next, token);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/cloudevents-batch+json");
                assertThat(answer.body())
                        .doesNotContain(Markers.STEM)
                        .doesNotContain(reader.toString());
                Matcher link = NEXT.matcher(answer.headers().firstValue("Link").orElseThrow());
                assertThat(link.matches()).isTrue();
                URI to = URI.create(link.group(1));
                next = to.getPath() + "?" + to.getQuery();
                JsonNode page = JSON.readTree(answer.body());
                page.forEach(event -> {
                    if (event.path("subject").asString("").equals(letter.toString())) {
                        all.add(event);
                    }
                });
                more = !page.isEmpty();
            }
            return all;
        }
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(e -> e.path("type").asString("")).toList();
    }

    private LetterId send(String key) throws Exception {
        String dispatch =
                """
                {"sender": "312780402", "recipients": ["%s"], "category": "%s", "title": "%s"}
                """
                        .formatted(UNIT, CATEGORY.code(), Markers.TITLE);
        String answer =
                segl.send(segl.token(POLICE), key, dispatch, Markers.CONTENT.getBytes(UTF_8))
                        .body();
        return LetterId.parse(JSON.readTree(answer).at("/letters/0/id").asString("")).orElseThrow();
    }

    @Test
    void bothEndsAreToldWhatHappensAndNobodyIsNamed() throws Exception {
        LetterId letter = send("both");
        Follower sender = new Follower(token(POLICE, Scopes.STATUS), "/api/v1/events?limit=3");
        Follower recipient =
                new Follower(
                        token("fjordvik-kommune-sak", Scopes.STATUS, Scopes.RECEIVE),
                        "/api/v1/events?limit=200");
        Follower deaf =
                new Follower(token("fjordvik-kommune-sak", Scopes.STATUS), "/api/v1/events");

        List<JsonNode> sent = sender.of(letter);
        assertThat(types(sent)).startsWith("no.segl.LetterAccepted", "no.segl.LetterAvailable");
        assertThat(sent.getFirst().at("/data/end").asString("")).isEqualTo("sender");
        assertThat(sent.getFirst().at("/data/etsi").asString("")).isEqualTo("SubmissionAcceptance");
        assertThat(sent.getFirst().at("/data/dispatch").isMissingNode()).isFalse();
        List<JsonNode> came = recipient.of(letter);
        assertThat(types(came)).startsWith("no.segl.LetterAvailable");
        assertThat(came.getFirst().at("/data/end").asString("")).isEqualTo("recipient");
        assertThat(came.getFirst().at("/data/dispatch").isMissingNode()).isTrue();
        assertThat(came.getFirst().path("id").asString(""))
                .as("the same event has the same id at both ends")
                .isEqualTo(sent.get(1).path("id").asString(""));
        assertThat(deaf.of(letter)).as("without the scope for what comes").isEmpty();

        segl.server.part(PostOffice.class).open(letter, reader, Level.HIGH);
        assertThat(types(sender.of(letter))).containsExactly("no.segl.LetterOpened");
        List<JsonNode> opened = recipient.of(letter);
        assertThat(types(opened)).containsExactly("no.segl.LetterOpened");
        assertThat(opened.getFirst().at("/data/by").asString("")).isEqualTo("person");
        assertThat(deaf.of(letter)).isEmpty();
        assertThat(sender.of(letter)).as("nothing twice").isEmpty();
    }

    @Test
    void oneGoesOnFromAnEventOrAMoment() throws Exception {
        LetterId letter = send("from");
        String token = token(POLICE, Scopes.STATUS);
        List<JsonNode> all = new Follower(token, "/api/v1/events?limit=200").of(letter);
        String cursor = all.getFirst().path("cursor").asString("");
        assertThat(new Follower(token, "/api/v1/events?after=" + cursor).of(letter))
                .isEqualTo(all.subList(1, all.size()));
        String time = all.getFirst().path("time").asString("");
        assertThat(new Follower(token, "/api/v1/events?since=" + time).of(letter)).isEqualTo(all);
        assertThat(new Follower(token, "/api/v1/events?since=2100-01-01T00:00:00Z").of(letter))
                .isEmpty();
    }

    @Test
    void aCursorThatIsNoneOfThisFeedIsRefused() throws Exception {
        send("refused");
        String token = token(POLICE, Scopes.STATUS);
        new Follower(token, "/api/v1/events").of(send("noted"));
        HttpResponse<String> other = segl.get("/api/v1/events?after=1-00000000", token);
        assertThat(other.statusCode()).isEqualTo(410);
        assertThat(other.body()).contains("cursor-unknown");
        assertThat(segl.get("/api/v1/events?after=999999999-00000000", token).statusCode())
                .isEqualTo(410);
        assertThat(segl.get("/api/v1/events?after=x&since=y&limit=0", token).body())
                .contains("/after", "/since", "/limit");
        assertThat(segl.get("/api/v1/events", token(POLICE, Scopes.RECEIVE)).statusCode())
                .isEqualTo(403);
    }
}
