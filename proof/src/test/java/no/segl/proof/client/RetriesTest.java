package no.segl.proof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import no.segl.client.Retries;
import no.segl.client.SeglClient;
import no.segl.client.SeglException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked again, and what is made of what something else answers. */
@SuppressWarnings("NullAway.Init")
class RetriesTest {

    private record Answer(int status, String type, String body) {}

    private static final Answer LETTER =
            new Answer(
                    200,
                    "application/json",
                    """
                    {"id": "1", "dispatch": "2", "sender": "3", "recipient": "4", "category": "GENERAL",
                     "status": "available", "acceptedAt": "2026-12-01T08:00:00Z", "looks": 0}
                    """);
    private static final Answer BUSY =
            new Answer(
                    503,
                    "application/problem+json",
                    """
                    {"type": "x", "title": "Away", "status": 503, "detail": "d", "code": "unavailable"}
                    """);

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer server;
    private SeglClient client;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        Answer answer = answers.remove();
                        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", answer.type());
                        exchange.getResponseHeaders().set("Retry-After", "7");
                        exchange.sendResponseHeaders(answer.status(), body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
        client =
                SeglClient.at(
                                URI.create("http://localhost:" + server.getAddress().getPort()),
                                () -> "token")
                        .retries(
                                new Retries(
                                        3,
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(10),
                                        pauses::add))
                        .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void whatPassesIsAskedAgainAsPolitelyAsWasAsked() {
        answers.addAll(List.of(BUSY, BUSY, LETTER));
        assertThat(client.letter("1").isUnopened()).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void itEndsAndSaysWhatWasSaid() {
        answers.addAll(List.of(BUSY, BUSY, BUSY));
        assertThatThrownBy(() -> client.letter("1"))
                .isInstanceOfSatisfying(
                        SeglException.NotNow.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("unavailable");
                            assertThat(e.pause()).contains(Duration.ofSeconds(7));
                        });
        assertThat(answers).isEmpty();
    }

    @Test
    void whatIsNotSeglIsNotTakenForIt() {
        answers.add(new Answer(200, "text/html", "<html>"));
        assertThatThrownBy(() -> client.letter("1")).isInstanceOf(SeglException.NotSegl.class);
        answers.add(new Answer(404, "text/html", "<html>"));
        assertThatThrownBy(() -> client.letter("1")).isInstanceOf(SeglException.NotSegl.class);
    }

    @Test
    void whoIsNotThereIsAskedAgainAndThenGivenUp() {
        server.stop(0);
        assertThatThrownBy(() -> client.letter("1")).isInstanceOf(SeglException.NoAnswer.class);
        assertThat(pauses).hasSize(2);
        assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }
}
