package no.segl.client;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Why Segl refused or failed (RFC 9457).
 *
 * @param type the address of a page that says what to do
 * @param title what it is called, for people
 * @param detail what happened and what to do, for people
 * @param code for programs: does not change within version 1 of the API
 * @param instance a reference to give to whoever runs Segl
 * @param violations all that is wrong with the request
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Optional<String> instance,
        List<Violation> violations) {

    public Problem {
        violations = List.copyOf(violations);
    }

    /** What stands in an answer; what is not there is empty. */
    static Problem of(JsonNode json, int status) {
        return new Problem(
                json.path("type").asString("about:blank"),
                json.path("title").asString(""),
                status,
                json.path("detail").asString(""),
                json.path("code").asString(""),
                Optional.of(json.path("instance").asString("")).filter(i -> !i.isEmpty()),
                json.path("violations")
                        .valueStream()
                        .map(v ->
                                new Violation(
                                        v.path("pointer").asString(""),
                                        v.path("rule").asString(""),
                                        v.path("message").asString("")))
                        .toList());
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer where: a JSON pointer into the request, or the name of a header or parameter
     * @param rule for programs
     * @param message for people
     */
    public record Violation(String pointer, String rule, String message) {}
}
