package no.segl.sandbox.events;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import no.segl.sandbox.wire.Json;

/** Sends what is due, a few times each second of real time. */
public final class Pusher implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Pusher.class.getName());
    private static final Duration ROUND = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final EventWorld world;
    private final Runnable before;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LONGEST)
                    .build();
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    /**
     * Starts it.
     *
     * @param before lets what is due elsewhere happen first
     */
    public Pusher(EventWorld world, Runnable before) {
        this.world = world;
        this.before = before;
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever fails in one round, the next one comes. */
    private void round() {
        try {
            before.run();
            for (Push push : world.take()) {
                world.went(push, isTaken(push));
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a round of pushing events failed", e);
        }
    }

    private boolean isTaken(Push push) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(push.to())
                            .timeout(LONGEST)
                            .header("Content-Type", "application/cloudevents+json; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(push.event())))
                            .build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        client.shutdownNow();
    }
}
