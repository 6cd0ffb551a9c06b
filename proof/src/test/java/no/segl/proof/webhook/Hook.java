package no.segl.proof.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.segl.app.work.WebhookRound;
import no.segl.client.Event;
import no.segl.client.Webhook;
import no.segl.core.id.LetterId;
import no.segl.proof.demo.World;
import no.segl.proof.running.RunningSegl;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook of the police's that was made, and who takes its events. */
final class Hook implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final RunningSegl segl;
    final Sink sink = new Sink();
    final String path;
    private final Webhook checking;

    /** Far ahead, so that the rounds of the running Segl leave it alone. */
    private Duration later = Duration.ofDays(1000);

    Hook(RunningSegl segl) throws Exception {
        this.segl = segl;
        String wish = "{\"url\": \"" + sink.address() + "\", \"received\": true}";
        HttpResponse<String> made =
                segl.post(
                        "/api/v1/webhooks", token(), "x", "application/json", wish.getBytes(UTF_8));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        path = made.headers().firstValue("Location").orElseThrow();
        checking = new Webhook(JSON.readTree(made.body()).path("secret").asString(""));
        due(now());
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String token() {
        World.Machine machine = segl.world.machine("vestfjord-politi-sak").orElseThrow();
        return segl.issuer
                .tokens()
                .of(machine, List.of("segl:admin", "segl:status", "segl:receive"));
    }

    Instant now() {
        return RunningSegl.CLOCK.instant().plus(later);
    }

    private void due(Instant at) {
        segl.server
                .part(JdbcClient.class)
                .sql("UPDATE webhook SET next_at = ? WHERE id = ?::uuid")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(id())
                .update();
    }

    /** Rounds as at that time, in which this webhook is due. */
    WebhookRound rounds() {
        Instant now = now();
        due(now.minus(Duration.ofDays(1)));
        WebhookRound.Parts p = segl.server.part(WebhookRound.Parts.class);
        return new WebhookRound(
                new WebhookRound.Parts(
                        p.due(),
                        p.list(),
                        p.feed(),
                        p.form(),
                        p.units(),
                        p.way(),
                        p.troubles(),
                        p.dice(),
                        () -> now));
    }

    /** A round some time later. */
    void round(Duration wait) {
        later = later.plus(wait);
        rounds().run();
    }

    JsonNode shown() throws Exception {
        return JSON.readTree(segl.get(path, token()).body());
    }

    List<JsonNode> aside() throws Exception {
        return JSON.readTree(segl.get(path + "/aside", token()).body())
                .path("events")
                .valueStream()
                .toList();
    }

    /** When it was signed: rounds are at other times than this test's. */
    private static Instant sent(Sink.Got got) {
        return Instant.ofEpochSecond(
                Long.parseLong(String.valueOf(got.headers().getFirst("webhook-timestamp"))));
    }

    /** What was taken of one letter, each event once, in the order in which it came first. */
    List<String> taken(LetterId letter) {
        Map<String, String> events = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Sink.Got got : sink.taken()) {
            Event event =
                    checking.verify(
                            name -> got.headers().getFirst(name),
                            got.body().getBytes(UTF_8),
                            sent(got));
            if (event.subject().equals(letter.toString())
                    && events.put(event.id(), event.what()) == null) {
                order.add(event.what());
            }
        }
        return order;
    }

    void replay(String from) throws Exception {
        HttpResponse<String> answer =
                segl.post(path + "/replay", token(), "x", "application/json", from.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        due(now());
    }

    @Override
    public void close() throws IOException {
        try {
            segl.ask("DELETE", path, "Authorization", "Bearer " + token());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sink.close();
        }
    }
}
