package no.segl.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is answered. */
public final class Answer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer with a body of that type. */
    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, new LinkedHashMap<>(Map.of("Content-Type", type)), body);
    }

    /** JSON. */
    public static Answer json(int status, Object json) {
        return of(status, "application/json", Json.bytes(json));
    }

    /** Plain text. */
    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** No body. */
    public static Answer empty(int status) {
        return new Answer(status, new LinkedHashMap<>(), new byte[0]);
    }

    /** The same, with a header more. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** The same, with another body. */
    Answer withBody(byte[] other) {
        return new Answer(status, headers, other);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public byte[] body() {
        return body.clone();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws IllegalStateException if it is none
     */
    public JsonNode json() {
        return Json.parse(body)
                .orElseThrow(() -> new IllegalStateException("not JSON, with status " + status));
    }
}
