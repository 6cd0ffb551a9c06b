package no.segl.app.connect.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a gateway in the form that docs/operate/notices.md describes. */
public final class HttpSms implements Sms, AutoCloseable {

    private static final int TOO_MANY = 429;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client;
    private final Settings settings;

    /**
     * Where the gateway is.
     *
     * @param base what addresses begin with, https unless it is on this machine
     * @param token what proves who asks
     * @param from what the telephone shows as sender: up to 11 letters and digits, or a number
     * @param timeout how long to wait to connect, and how long for a whole answer
     */
    public record Settings(URI base, String token, String from, Duration timeout) {

        /**
         * @throws IllegalArgumentException saying what is wrong; the token is never repeated
         */
        public Settings {
            boolean isHere = HERE.contains(String.valueOf(base.getHost()));
            if (base.getHost() == null
                    || !("https".equals(base.getScheme())
                            || ("http".equals(base.getScheme()) && isHere))) {
                throw new IllegalArgumentException(
                        "a gateway for text messages is at an https address");
            }
            if (!token.matches("[\\x21-\\x7e]+")) {
                throw new IllegalArgumentException("a gateway's token is one word of plain signs");
            }
            if (!from.matches("[A-Za-z0-9 ]{1,11}|\\+[1-9][0-9]{6,14}")) {
                throw new IllegalArgumentException(
                        "the sender of text messages is 1 to 11 letters and digits, or a number");
            }
        }

        @Override
        public String toString() {
            return "Settings[" + base + ", " + from + "]";
        }
    }

    public HttpSms(Settings settings) {
        this.settings = settings;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.timeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public Outcome send(Text text) {
        byte[] body =
                json.writeValueAsBytes(
                        json.createObjectNode()
                                .put("id", text.id().toString())
                                .put("to", text.number())
                                .put("from", settings.from())
                                .put("text", text.text()));
        HttpRequest request =
                request("/messages")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", text.id().toString())
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return outcome(answer(request));
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return new Refused(Refused.NO_CONNECTION, false);
        } catch (IOException | TimeoutException e) {
            return new Unknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown();
        }
    }

    private Outcome outcome(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        return switch (status) {
            case 200, 201, 202 -> new Done();
            case 401, 403 -> new Refused(Refused.NO_LOGIN, false);
            case 422 ->
                    ReportsJson.isOfTheNumber(json, answer.body())
                            ? new Refused(Refused.NO_NUMBER, true)
                            : new Refused("422", false);
            case TOO_MANY, 503 -> new Refused(Refused.TOO_MANY, false);
            // Something broke, and nobody says whether before or after it was accepted.
            default -> status >= 500 ? new Unknown() : new Refused(String.valueOf(status), false);
        };
    }

    @Override
    public Results results(String after) throws Unavailable {
        String query = after.isEmpty() ? "" : "?after=" + encoded(after);
        HttpResponse<byte[]> answer;
        try {
            answer = answer(request("/reports" + query).GET().build());
        } catch (IOException | TimeoutException e) {
            throw new Unavailable("the gateway for text messages could not be asked");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Segl is stopping");
        }
        if (answer.statusCode() != 200) {
            throw new Unavailable("the gateway for text messages answered " + answer.statusCode());
        }
        return ReportsJson.read(json, answer.body(), after);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create(settings.base().toString().replaceFirst("/+$", "") + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + settings.token())
                .header("User-Agent", "Segl")
                .timeout(settings.timeout());
    }

    /** The whole answer, within the time: a body that drips is ended as well. */
    private HttpResponse<byte[]> answer(HttpRequest request)
            throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return answer.get(2 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException("the gateway could not be asked", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
