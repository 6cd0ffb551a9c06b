package no.segl.sandbox.svarut;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** SvarUT says no. */
public final class NotTaken extends RuntimeException {

    private static final Map<Integer, String> ERRORS =
            Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found");

    private final int status;
    private final Optional<String> code;
    private final Map<String, String> fields;

    private NotTaken(int status, Optional<String> code, String why, Map<String, String> fields) {
        super(why);
        this.status = status;
        this.code = code;
        this.fields = fields;
    }

    static NotTaken of(int status, String why) {
        return new NotTaken(status, Optional.empty(), why, Map.of());
    }

    static NotTaken coded(String code, String why) {
        return new NotTaken(400, Optional.of(code), why, Map.of());
    }

    /** A field that is not as it must be. */
    static NotTaken field(String name, String why) {
        return new NotTaken(
                400, Optional.of("VALIDERINGSFEIL"), name + ": " + why, Map.of(name, why));
    }

    public int status() {
        return status;
    }

    public Optional<String> code() {
        return code;
    }

    /**
     * As it is answered.
     *
     * @param object whether {@code errorJson} is an object; it is described as a text
     */
    Answer answer(String path, long millis, UUID id, boolean object) {
        ObjectNode json =
                Json.object()
                        .put("timestamp", millis)
                        .put("status", status)
                        .put("error", ERRORS.getOrDefault(status, "Error"))
                        .put("errorId", id.toString())
                        .put("path", path)
                        .put("originalPath", path)
                        .put("message", getMessage());
        code.ifPresent(c -> json.put("errorCode", c));
        if (!fields.isEmpty()) {
            ObjectNode all = Json.object();
            fields.forEach(all::put);
            if (object) {
                json.set("errorJson", all);
            } else {
                json.put("errorJson", all.toString());
            }
        }
        return Answer.json(status, json);
    }
}
