package no.segl.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What somebody asks. */
public final class Request {

    private final String method;
    private final String path;
    private final String rawQuery;
    private final Map<String, List<String>> query;
    private final Map<String, String> headers = new HashMap<>();
    private final byte[] body;

    private Request(String method, String target, Map<String, String> headers, byte[] body) {
        int mark = target.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.rawQuery = mark < 0 ? "" : target.substring(mark + 1);
        this.query = pairs(rawQuery);
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.body = body;
    }

    /**
     * A request.
     *
     * @param target the path, encoded, with its query
     */
    public static Request of(
            String method, String target, Map<String, String> headers, byte[] body) {
        return new Request(method, target, headers, body);
    }

    /** One without a body. */
    public static Request get(String target, Map<String, String> headers) {
        return of("GET", target, headers, new byte[0]);
    }

    /** One with JSON. */
    public static Request json(
            String method, String target, Map<String, String> headers, Object body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return of(method, target, all, Json.bytes(body));
    }

    /** The pairs of a form or a query, decoded. */
    public static Map<String, List<String>> pairs(String form) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int at = pair.indexOf('=');
            String name = decoded(at < 0 ? pair : pair.substring(0, at));
            if (!name.isEmpty()) {
                pairs.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(at < 0 ? "" : decoded(pair.substring(at + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    public String method() {
        return method;
    }

    /** The path, as it was sent. */
    public String path() {
        return path;
    }

    /** The path with its query, as it was sent. */
    public String call() {
        return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
    }

    /** The first value of a parameter; case does not matter, as it does not to the real ones. */
    public Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    /** All values of a parameter. */
    public List<String> queries(String name) {
        return query.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public byte[] body() {
        return body.clone();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON, whatever type it is said to have; empty if it is none. */
    public Optional<JsonNode> json() {
        return Json.parse(body);
    }

    /** What stands after {@code Bearer} in the header. */
    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }
}
