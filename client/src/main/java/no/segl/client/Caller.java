package no.segl.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests with a token, asks again what can be, and turns refusals into exceptions. */
final class Caller {

    private static final Set<Integer> PASSING = Set.of(408, 423, 429, 500, 502, 503, 504);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final HttpClient http;
    private final URI base;
    private final Supplier<String> token;
    private final String language;
    private final Retries retries;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Caller(HttpClient http, URI base, Supplier<String> token, String language, Retries retries) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.language = language;
        this.retries = retries;
    }

    /** A request to {@code path}, with the token of this moment. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("User-Agent", "segl-client")
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + token.get());
    }

    /**
     * Sends what may be sent again, as often as it takes or may be.
     *
     * @param request makes it, each time anew
     * @return an answer with a status below 400
     */
    HttpResponse<String> send(Supplier<HttpRequest> request) {
        for (int number = 1; ; number++) {
            boolean last = number >= retries.tries();
            try {
                return once(request.get());
            } catch (SeglException.NotNow e) {
                if (last) {
                    throw e;
                }
                pause(e.pause().map(retries::asked).orElse(retries.after(number, random)));
            } catch (SeglException.NoAnswer e) {
                if (last) {
                    throw e;
                }
                pause(retries.after(number, random));
            }
        }
    }

    /** Sends it once. */
    HttpResponse<String> once(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 400) {
                throw refused(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new SeglException.NoAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SeglException.NoAnswer(e);
        }
    }

    /** How often something is tried, and a pause after one of them. */
    int tries() {
        return retries.tries();
    }

    void pauseAfter(int number) {
        pause(retries.after(number, random));
    }

    private void pause(Duration time) {
        try {
            retries.pause().of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SeglException.NoAnswer(e);
        }
    }

    /** Reads an answer. */
    static <T> T read(HttpResponse<String> answer, Class<T> type) {
        try {
            T value = JSON.readValue(answer.body(), type);
            if (value == null) {
                throw new SeglException.NotSegl("an answer is empty");
            }
            return value;
        } catch (JacksonException e) {
            throw new SeglException.NotSegl("an answer is not the JSON that Segl gives");
        }
    }

    private static SeglException refused(HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean isProblem =
                answer.headers()
                        .firstValue("Content-Type")
                        .filter(t -> t.startsWith("application/problem+json"))
                        .isPresent();
        if (!isProblem && !PASSING.contains(status) && !answer.body().isEmpty()) {
            return new SeglException.NotSegl(
                    "the answer is " + status + ", and not one of Segl's problems");
        }
        JsonNode json = isProblem ? read(answer, JsonNode.class) : JSON.createObjectNode();
        Problem problem = Problem.of(json, status);
        return SeglException.Refused.of(problem, wait(answer));
    }

    private static Optional<Duration> wait(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(v -> v.matches("[0-9]{1,6}"))
                .map(v -> Duration.ofSeconds(Long.parseLong(v)));
    }
}
