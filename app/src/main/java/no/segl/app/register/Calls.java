package no.segl.app.register;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls one after another, with a pause between them, and again when that may help. */
final class Calls implements AutoCloseable {

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Limits limits;
    private final InstantSource clock;
    private final Pause pause;
    private Instant next = Instant.MIN;

    Calls(Limits limits, InstantSource clock, Pause pause) {
        this.limits = limits;
        this.clock = clock;
        this.pause = pause;
    }

    /** What is there; empty if nothing is (404, 410). */
    Found<byte[]> get(URI uri, String accept) throws RegisterFault {
        return get(
                uri,
                accept,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()),
                limits.timeout());
    }

    /**
     * An answer.
     *
     * @param gone whether it was there once
     */
    record Found<T>(Optional<T> body, boolean gone) {}

    synchronized <T> Found<T> get(URI uri, String accept, BodyHandler<T> handler, Duration timeout)
            throws RegisterFault {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Accept", accept)
                        .header("User-Agent", "Segl")
                        .timeout(timeout)
                        .build();
        String why = "";
        Duration wait = Duration.ZERO;
        for (int attempt = 0; attempt < limits.attempts(); attempt++) {
            await(wait);
            wait = Duration.ofSeconds(1L << attempt);
            try {
                HttpResponse<T> response = send(request, handler, timeout);
                int status = response.statusCode();
                if (status == 200) {
                    return new Found<>(Optional.of(response.body()), false);
                }
                if (status == 404 || status == GONE) {
                    return new Found<>(Optional.empty(), status == GONE);
                }
                if (status != TOO_MANY && status < 500) {
                    throw new RegisterUnreadable("the register answered " + status);
                }
                why = "the register answered " + status;
                wait = told(response).orElse(wait);
                if (wait.compareTo(limits.longestWait()) > 0) {
                    break;
                }
            } catch (Unanswered e) {
                why = e.why;
            }
        }
        throw new RegisterUnavailable(why + "; given up for now");
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Duration timeout)
            throws Unanswered, RegisterFault {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unanswered("the register took too long to answer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                refuseTooLarge(io);
                throw new Unanswered("the register could not be reached, or broke off its answer");
            }
            throw new RegisterUnreadable("the register could not be asked");
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw stopped();
        } finally {
            next = clock.instant().plus(limits.pause());
        }
    }

    /** A handler that limits has no exception of its own; a test holds this to what it says. */
    private static void refuseTooLarge(IOException fault) throws RegisterUnreadable {
        String message = String.valueOf(fault.getMessage());
        if (message.contains("exceeds capacity")) {
            throw new RegisterUnreadable("the register's answer is larger than is taken");
        }
    }

    /** Waits {@code least}, and longer if the last call was just now. */
    private void await(Duration least) throws RegisterUnavailable {
        if (closed.get()) {
            throw new RegisterUnavailable("Segl is stopping");
        }
        Duration pace = next.equals(Instant.MIN) ? least : Duration.between(clock.instant(), next);
        Duration wait = pace.compareTo(least) > 0 ? pace : least;
        if (wait.isPositive()) {
            try {
                pause.of(wait);
            } catch (InterruptedException e) {
                throw stopped();
            }
        }
    }

    private static RegisterUnavailable stopped() {
        Thread.currentThread().interrupt();
        return new RegisterUnavailable("Segl is stopping");
    }

    /** How long the register says to wait: seconds, the form that it uses. */
    private static Optional<Duration> told(HttpResponse<?> response) {
        try {
            OptionalLong seconds = response.headers().firstValueAsLong("Retry-After");
            return seconds.isPresent() && seconds.getAsLong() >= 0
                    ? Optional.of(Duration.ofSeconds(seconds.getAsLong()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** No more calls; those that wait for an answer end. */
    @Override
    public void close() {
        closed.set(true);
        client.shutdownNow();
    }

    /** No answer, for now. */
    private static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;
        private final String why;

        Unanswered(String why) {
            super(why);
            this.why = why;
        }
    }
}
