package no.segl.proof.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.app.store.Troubles;
import no.segl.app.work.WebhookRound;
import no.segl.client.SeglException;
import no.segl.client.Webhook;
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

/** What is sent to webhooks, and what is done when it is not taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class WebhooksTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String POLICE = "vestfjord-politi-sak";
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final Category CATEGORY = new Category("CHILD_WELFARE");

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

    private String token() {
        World.Machine machine = segl.world.machine(POLICE).orElseThrow();
        return segl.issuer
                .tokens()
                .of(machine, List.of("segl:admin", "segl:status", "segl:receive"));
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
    void whatHappensIsSentSignedAndInOrder() throws Exception {
        try (Hook hook = new Hook(segl)) {
            LetterId letter = send("hook-1");
            segl.server.part(PostOffice.class).open(letter, reader, Level.HIGH);
            hook.round(Duration.ZERO);
            List<String> taken = hook.taken(letter);
            assertThat(taken)
                    .startsWith("LetterAccepted", "LetterAvailable")
                    .contains("LetterOpened");
            Sink.Got one = hook.sink.taken().getFirst();
            assertThat(one.headers().getFirst("Content-Type"))
                    .startsWith("application/cloudevents+json");
            assertThat(one.path()).isEqualTo("/segl");
            assertThat(hook.sink.got())
                    .noneMatch(g -> g.body().contains(Markers.STEM))
                    .noneMatch(g -> g.body().contains(reader.toString()));
            assertThatThrownBy(() ->
                            new Webhook("whsec_AAAA")
                                    .verify(
                                            n -> one.headers().getFirst(n),
                                            one.body().getBytes(UTF_8),
                                            RunningSegl.CLOCK.instant()))
                    .isInstanceOf(SeglException.NotSigned.class);
            int before = hook.sink.got().size();
            hook.round(Duration.ZERO);
            assertThat(hook.sink.got()).as("nothing twice").hasSize(before);
            assertThat(hook.shown().path("secret").isMissingNode()).isTrue();
        }
    }

    @Test
    void whereTheAnswerIsLostItComesAgainWithTheSameId() throws Exception {
        try (Hook hook = new Hook(segl)) {
            hook.sink.answers(Sink.GONE, 503, 204);
            LetterId letter = send("hook-2");
            hook.round(Duration.ZERO);
            assertThat(hook.sink.got()).as("those after it wait").hasSize(1);
            assertThat(hook.shown().path("fault").asString("")).isEqualTo("no-answer");
            hook.round(Duration.ofMinutes(1));
            assertThat(hook.shown().path("fault").asString("")).isEqualTo("status-503");
            assertThat(hook.shown().has("silentSince")).isTrue();
            hook.round(Duration.ofMinutes(5));
            assertThat(hook.sink.got().subList(0, 3))
                    .extracting(Sink.Got::id)
                    .containsOnly(hook.sink.got().getFirst().id());
            assertThat(hook.taken(letter)).startsWith("LetterAccepted", "LetterAvailable");
            assertThat(hook.shown().has("silentSince")).isFalse();
            assertThat(hook.aside()).isEmpty();
        }
    }

    @Test
    void whatIsRefusedIsSetAsideSeenAndSentAgain() throws Exception {
        try (Hook hook = new Hook(segl)) {
            Instant before = RunningSegl.CLOCK.instant();
            hook.sink.answers(400, 400, 302, 400, 400);
            LetterId letter = send("hook-3");
            hook.round(Duration.ZERO);
            for (int i = 0; i < 4; i++) {
                hook.round(Duration.ofHours(1));
            }
            assertThat(hook.taken(letter)).startsWith("LetterAvailable");
            assertThat(hook.sink.got()).noneMatch(g -> g.path().equals("/elsewhere"));
            List<JsonNode> aside = hook.aside();
            assertThat(aside).hasSize(1);
            assertThat(aside.getFirst().path("type").asString(""))
                    .isEqualTo("no.segl.LetterAccepted");
            assertThat(aside.getFirst().path("failures").asInt(0)).isEqualTo(5);

            hook.replay("{\"since\": \"" + before + "\"}");
            hook.round(Duration.ZERO);
            assertThat(hook.taken(letter)).contains("LetterAccepted");
            assertThat(hook.aside()).as("it is there now").isEmpty();
            long sent = hook.sink.taken().size();
            hook.replay("{\"after\": \"" + hook.shown().path("cursor").asString("") + "\"}");
            hook.round(Duration.ZERO);
            assertThat(hook.sink.taken()).hasSize((int) sent);
        }
    }

    @Test
    void whoTakesNothingForADayIsATrouble() throws Exception {
        try (Hook hook = new Hook(segl)) {
            hook.sink.usually(500);
            LetterId letter = send("hook-4");
            hook.round(Duration.ZERO);
            Troubles troubles = segl.server.part(Troubles.class);
            assertThat(troubles.since(Troubles.Name.WEBHOOK)).isPresent();
            assertThat(segl.ask("GET", "/health/looks").body()).contains("webhook");
            hook.round(Duration.ofHours(25));
            assertThat(hook.aside()).hasSize(1);
            hook.sink.usually(200);
            hook.round(Duration.ofHours(1));
            assertThat(hook.taken(letter)).contains("LetterAvailable");
            assertThat(troubles.since(Troubles.Name.WEBHOOK)).isEmpty();
        }
    }

    @Test
    void twoNodesSendEachEventOnceAndInOrder() throws Exception {
        try (Hook hook = new Hook(segl);
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<LetterId> letters = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                letters.add(send("hook-5-" + i));
            }
            WebhookRound rounds = hook.rounds();
            Callable<Integer> round = rounds::run;
            for (var done : many.invokeAll(List.of(round, round, round))) {
                done.get();
            }
            hook.round(Duration.ZERO);
            for (LetterId letter : letters) {
                assertThat(hook.taken(letter)).startsWith("LetterAccepted", "LetterAvailable");
            }
            assertThat(hook.sink.taken()).extracting(Sink.Got::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsDoneWithWebhooksIsInTheLedger() throws Exception {
        Hook hook = new Hook(segl);
        String id = hook.id();
        hook.replay("{\"since\": \"2100-01-01T00:00:00Z\"}");
        hook.close();
        List<String> facts =
                segl.server
                        .part(JdbcClient.class)
                        .sql(
                                """
                                SELECT type FROM ledger_entry WHERE fact ->> 'webhook' = ?
                                 ORDER BY number
                                """)
                        .param(id)
                        .query((rs, _) -> rs.getString(1))
                        .list();
        assertThat(facts).containsExactly("WebhookMade", "WebhookReplayed", "WebhookEnded");
        assertThat(segl.get(hook.path, token()).statusCode()).isEqualTo(404);
        HttpResponse<String> unknown =
                segl.post(
                        "/api/v1/webhooks",
                        token(),
                        "x",
                        "application/json",
                        "{\"url\": \"https://user@sak.example/\"}".getBytes(UTF_8));
        assertThat(unknown.body()).contains("not-a-webhook-address");
    }
}
