package no.segl.sandbox.altinn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** Altinn says no. It is answered as problem details, with Altinn's number for it. */
public final class Refused extends RuntimeException {

    /** Titles by the status that they have. */
    private static final Map<Integer, String> TITLES =
            Map.of(
                    400, "Bad Request",
                    401, "Unauthorized",
                    403, "Forbidden",
                    404, "Not Found",
                    409, "Conflict",
                    422, "Unprocessable Entity",
                    502, "Bad Gateway");

    private final int status;
    private final int code;
    private final Map<String, List<String>> errors;

    private Refused(int status, int code, String detail, Map<String, List<String>> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    static Refused of(int status, int code, String detail) {
        return new Refused(status, code, detail, Map.of());
    }

    /** A request that is refused with 400. */
    static Refused bad(int code, String detail) {
        return of(400, code, detail);
    }

    /** A field that is not of the right form. It has no number. */
    static Refused field(String name, String why) {
        return new Refused(
                400,
                0,
                "One or more validation errors occurred.",
                new TreeMap<>(Map.of(name, List.of(why))));
    }

    /** Whoever asks may not, whatever the reason. */
    static Refused noAccess() {
        return of(
                401,
                4001,
                "You must use an Altinn token, DialogToken or log in to IDPorten as someone with"
                        + " access to the resource and organization in Altinn Authorization");
    }

    static Refused noMessage() {
        return of(404, 1001, "The requested correspondence was not found");
    }

    static Refused noAttachment() {
        return of(404, 2001, "The requested attachment was not found");
    }

    public int status() {
        return status;
    }

    /** Altinn's number for it; 0 if it has none. */
    public int code() {
        return code;
    }

    /** As it is answered. */
    Answer answer(String trace) {
        ObjectNode problem =
                Json.object()
                        .put("type", "https://tools.ietf.org/html/rfc9110")
                        .put("title", TITLES.getOrDefault(status, "Error"))
                        .put("status", status)
                        .put("detail", getMessage())
                        .put("traceId", trace);
        if (code > 0) {
            problem.put("code", "CORR-%05d".formatted(code)).put("errorCode", code);
        }
        if (!errors.isEmpty()) {
            ObjectNode fields = Json.object();
            errors.forEach((name, all) -> fields.set(name, Json.texts(all)));
            problem.set("errors", fields);
            problem.set("validationErrors", Json.array());
        }
        return Answer.of(status, "application/problem+json", Json.bytes(problem));
    }
}
