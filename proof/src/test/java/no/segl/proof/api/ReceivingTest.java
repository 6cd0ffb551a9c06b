package no.segl.proof.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an organisation's machine is told of what lies at its units, and of who has access. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ReceivingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final OrgNumber SECTION = new OrgNumber("310451215");
    private static final Category CATEGORY = new Category("CHILD_WELFARE");

    private RunningSegl segl;
    private PersonId reader;
    private PersonId above;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        reader = enter("reader", UNIT);
        above = enter("above", SECTION);
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    private PersonId enter(String subject, OrgNumber unit) {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId person = registrar.enter("https://login.example", subject, Markers.PERSON);
        registrar.give(person, unit, Power.READ, Optional.of(CATEGORY));
        return person;
    }

    private String token(String... scopes) {
        World.Machine machine =
                segl.world.machines().stream()
                        .filter(m -> m.organisation().value().equals("310451207"))
                        .findFirst()
                        .orElseThrow();
        return segl.issuer.tokens().of(machine, List.of(scopes));
    }

    private JsonNode get(String path, String scope) throws Exception {
        HttpResponse<String> answer = segl.get(path, token(scope));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(Markers.STEM);
        return JSON.readTree(answer.body());
    }

    private LetterId send(String key) throws Exception {
        String dispatch =
                """
                {"sender": "312780402", "recipients": ["%s"], "category": "%s", "title": "%s"}
                """
                        .formatted(UNIT, CATEGORY.code(), Markers.TITLE);
        String answer =
                segl.send(
                                segl.token("vestfjord-politi-sak"),
                                key,
                                dispatch,
                                Markers.CONTENT.getBytes(UTF_8))
                        .body();
        return LetterId.parse(JSON.readTree(answer).at("/letters/0/id").asString("")).orElseThrow();
    }

    @Test
    void whatLiesThereIsToldByStatusWithoutTitles() throws Exception {
        LetterId opened = send("opened");
        LetterId unopened = send("unopened");
        segl.server.part(PostOffice.class).open(opened, reader, Level.HIGH);

        List<String> newest = new ArrayList<>();
        get("/api/v1/received?limit=2", Scopes.RECEIVE)
                .path("letters")
                .forEach(
                        l -> newest.add(l.path("id").asString("") + l.path("status").asString("")));
        assertThat(newest).containsExactly(unopened + "available", opened + "opened");

        List<String> statuses = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/api/v1/received?unopened=true&limit=3" + after, Scopes.RECEIVE);
            page.path("letters")
                    .forEach(l -> {
                        statuses.add(l.path("status").asString(""));
                        ids.add(l.path("id").asString(""));
                    });
            after = page.has("next") ? "&after=" + page.path("next").asString("") : "";
        } while (!after.isEmpty());
        assertThat(statuses).containsOnly("available");
        assertThat(ids)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(ids.size()).isEqualTo(lying());
        assertThat(ids).contains(unopened.toString()).doesNotContain(opened.toString());
    }

    /** How many unopened letters lie at the municipality and beneath it. */
    private int lying() {
        return segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT count(*) FROM letter
                         WHERE state = 'AVAILABLE' AND recipient LIKE '3104512%'
                        """)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoHasAccessIsToldByPseudonymAndWrittenDown() throws Exception {
        JsonNode answer = get("/api/v1/access?unit=" + UNIT, Scopes.ADMIN);
        assertThat(answer.path("holders").valueStream())
                .anySatisfy(h -> {
                    assertThat(h.path("person").asString("")).isEqualTo(reader.toString());
                    assertThat(h.path("power").asString("")).isEqualTo("read");
                    assertThat(h.path("category").asString("")).isEqualTo(CATEGORY.code());
                    assertThat(h.path("inherited").asBoolean(true)).isFalse();
                })
                .anySatisfy(h -> {
                    assertThat(h.path("person").asString("")).isEqualTo(above.toString());
                    assertThat(h.path("givenAt").asString("")).isEqualTo(SECTION.value());
                    assertThat(h.path("inherited").asBoolean(false)).isTrue();
                })
                .anySatisfy(h -> assertThat(h.path("power").asString("")).isEqualTo("administer"));
        assertThat(looks()).as("one look").hasSize(1);

        assertThat(segl.get("/api/v1/access?unit=312780402", token(Scopes.ADMIN)).statusCode())
                .as("the police's unit is not the municipality's")
                .isEqualTo(403);
        assertThat(segl.get("/api/v1/access?unit=318245002", token(Scopes.ADMIN)).statusCode())
                .as("no unit here")
                .isEqualTo(403);
        assertThat(segl.get("/api/v1/access?unit=310451223", token(Scopes.RECEIVE)).statusCode())
                .isEqualTo(403);
        assertThat(segl.get("/api/v1/access?unit=1", token(Scopes.ADMIN)).body())
                .contains("not-an-organisation-number");
        assertThat(segl.get("/api/v1/access", token(Scopes.ADMIN)).body()).contains("required");
        assertThat(looks()).as("who was refused was told nothing").hasSize(1);
    }

    private List<String> looks() {
        return segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT actor_kind || ' ' || right_ground FROM ledger_entry
                         WHERE type = 'AccessListed' AND subject = ?
                        """)
                .param("unit:" + UNIT)
                .query((rs, _) -> String.valueOf(rs.getString(1)))
                .list();
    }
}
