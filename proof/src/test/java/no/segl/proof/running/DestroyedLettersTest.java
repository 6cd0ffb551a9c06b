package no.segl.proof.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.segl.app.office.Opening;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.store.Changes;
import no.segl.app.store.DueWork;
import no.segl.app.store.Inbox;
import no.segl.app.store.LetterContents;
import no.segl.app.store.SentLetters;
import no.segl.app.vault.Vault;
import no.segl.app.work.Retention;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.deadline.Looking;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.proof.marker.Markers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left of a letter whose content was destroyed, and of one beside it in its dispatch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DestroyedLettersTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final Category EDUCATION = new Category("UPBRINGING_EDUCATION");
    private static final String DISPATCH =
            """
            {"sender": "312780402", "recipients": ["310451231", "310451258"],
             "category": "UPBRINGING_EDUCATION", "title": "%s",
             "references": {"sendersReference": "%2$s", "caseNumber": "%2$s", "caseWorker": "%3$s"}}
            """
                    .formatted(Markers.TITLE, Markers.REFERENCE, Markers.PERSON);

    private RunningSegl segl;
    private JdbcClient jdbc;

    /** A dispatch of two letters. */
    private record Sent(String id, LetterId toSchool, LetterId toOther) {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        jdbc = segl.server.part(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    private Sent send(String key) throws Exception {
        byte[] pdf = Markers.CONTENT.getBytes(UTF_8);
        JsonNode answer =
                JSON.readTree(
                        segl.send(segl.token("vestfjord-politi-sak"), key, DISPATCH, pdf).body());
        LetterId toSchool = letterTo("310451231", answer);
        String dispatch =
                segl.server.part(SentLetters.class).find(toSchool).orElseThrow().dispatch() + "";
        return new Sent(dispatch, toSchool, letterTo("310451258", answer));
    }

    private static LetterId letterTo(String recipient, JsonNode answer) {
        return answer.path("letters")
                .valueStream()
                .filter(letter -> letter.path("recipient").asString("").equals(recipient))
                .flatMap(letter -> LetterId.parse(letter.path("id").asString("")).stream())
                .findFirst()
                .orElseThrow();
    }

    private void withdraw(LetterId letter) throws Exception {
        assertThat(
                        segl.post(
                                        "/api/v1/letters/" + letter + "/withdrawal",
                                        segl.token("vestfjord-politi-sak"),
                                        "x",
                                        "application/json",
                                        "{\"reason\": \"NOT_NEEDED\"}".getBytes(UTF_8))
                                .statusCode())
                .isEqualTo(200);
    }

    private void retention(Duration later) {
        new Retention(
                        segl.server.part(DueWork.class),
                        segl.server.part(Changes.class),
                        segl.server.part(Vault.class),
                        () -> RunningSegl.CLOCK.instant().plus(later))
                .run();
    }

    /** All that the database's rows say of a letter, but for what its dispatch says. */
    private String rows(LetterId letter) {
        return jdbc.sql(
                        """
                        SELECT l::text || string_agg(d::text, ' ')
                          FROM letter l JOIN document d ON d.letter = l.id
                         WHERE l.id = ? GROUP BY l.*, l.id
                        """)
                .param(letter.value())
                .query(String.class)
                .single();
    }

    private String row(String dispatch) {
        return jdbc.sql("SELECT d::text FROM dispatch d WHERE id = ?::uuid")
                .param(dispatch)
                .query(String.class)
                .single();
    }

    private String api(LetterId letter) throws Exception {
        var answer = segl.get("/api/v1/letters/" + letter, segl.token("vestfjord-politi-sak"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void nothingThatNamesItIsLeftAndItsSiblingKeepsItsOwnUntilItsTime() throws Exception {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId reader = registrar.enter("https://login.example", "reader", "Prøve");
        registrar.give(reader, SCHOOL, Power.READ, Optional.of(EDUCATION));
        Sent sent = send("siblings");
        segl.server.part(PostOffice.class).open(sent.toSchool(), reader, Level.HIGH);
        withdraw(sent.toOther());

        retention(Duration.ofDays(40));
        assertThat(rows(sent.toOther())).doesNotContain("brev.pdf");
        assertThat(api(sent.toOther())).contains("contentDestroyedAt").doesNotContain(Markers.STEM);
        assertThat(segl.server.part(LetterContents.class).find(sent.toOther())).isEmpty();
        assertThat(search()).doesNotContain(sent.toOther()).contains(sent.toSchool());
        assertThat(api(sent.toSchool())).contains(Markers.REFERENCE);
        assertThat(title(reader, sent.toSchool())).isEqualTo(Markers.TITLE);
        assertThat(rows(sent.toSchool())).contains("brev.pdf");

        retention(Duration.ofDays(400));
        assertThat(rows(sent.toSchool())).doesNotContain("brev.pdf");
        assertThat(row(sent.id())).doesNotContain(Markers.STEM);
        assertThat(api(sent.toSchool())).doesNotContain(Markers.STEM);
        assertThat(title(reader, sent.toSchool())).isEmpty();
        assertThat(segl.server.part(PostOffice.class).look(sent.toSchool(), reader, Level.HIGH))
                .isInstanceOf(Opening.Destroyed.class);
    }

    private List<LetterId> search() {
        return segl
                .server
                .part(SentLetters.class)
                .page(
                        new SentLetters.Question(
                                List.of(new OrgNumber("312780402")),
                                false,
                                Optional.empty(),
                                Optional.of(Markers.REFERENCE),
                                Optional.empty()),
                        50)
                .rows()
                .stream()
                .map(SentLetters.Row::id)
                .toList();
    }

    private String title(PersonId reader, LetterId letter) {
        return segl
                .server
                .part(Inbox.class)
                .page(Inbox.Question.all(reader, RunningSegl.CLOCK.instant()), Optional.empty(), 50)
                .rows()
                .stream()
                .filter(row -> row.id().equals(letter))
                .map(Inbox.Row::title)
                .findFirst()
                .orElseThrow();
    }

    /** Each of the two must find out that it is the last, or that the other is. */
    @Test
    void ofTwoSiblingsDestroyedAtOnceNothingIsLeft() throws Exception {
        Sent sent = send("at-once");
        withdraw(sent.toSchool());
        withdraw(sent.toOther());
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Looking.Reply>> done =
                    two.invokeAll(
                            List.of(
                                    destroying(sent.toSchool(), together),
                                    destroying(sent.toOther(), together)));
            for (Future<Looking.Reply> one : done) {
                assertThat(one.get()).isEqualTo(Looking.Reply.DONE);
            }
        }
        assertThat(row(sent.id())).doesNotContain(Markers.STEM);
    }

    private Callable<Looking.Reply> destroying(LetterId letter, CyclicBarrier together) {
        Instant later = RunningSegl.CLOCK.instant().plus(Duration.ofDays(40));
        return () ->
                segl.server
                        .part(Changes.class)
                        .letter(
                                letter,
                                new Changes.Act(new Actor.Segl("retention"), later),
                                held -> {
                                    try {
                                        together.await(10, TimeUnit.SECONDS);
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                    return Looking.destroy(
                                            held.letter(),
                                            held.destroyed(),
                                            Set.of(),
                                            held.rules(),
                                            later);
                                })
                        .orElseThrow();
    }
}
