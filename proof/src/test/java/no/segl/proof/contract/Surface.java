package no.segl.proof.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What clients rely on, one thing a line: routes, what they take and give, and each field. */
final class Surface {

    /** What limits a value; prose may change at any time. */
    private static final List<String> LIMITS =
            List.of(
                    "const",
                    "format",
                    "pattern",
                    "minimum",
                    "maximum",
                    "maxLength",
                    "minItems",
                    "maxItems");

    private final Description description;
    private final List<String> lines = new ArrayList<>();

    private Surface(Description description) {
        this.description = description;
    }

    /** The surface of {@code description}, in a fixed order. */
    static List<String> of(Description description) {
        Surface surface = new Surface(description);
        JsonNode root = description.root();
        root.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) ->
                                surface.operation(
                                        method.toUpperCase(Locale.ROOT) + " " + path, operation)));
        root.at("/components/schemas").forEachEntry(surface::fields);
        return surface.lines.stream().sorted().toList();
    }

    private void operation(String name, JsonNode operation) {
        add(name, "security " + operation.path("security"));
        for (JsonNode item : operation.path("parameters")) {
            JsonNode parameter = followed(item);
            add(
                    name,
                    "takes "
                            + parameter.path("in").asString("")
                            + " "
                            + parameter.path("name").asString("")
                            + (parameter.path("required").asBoolean(false) ? " required " : " ")
                            + type(parameter.path("schema")));
        }
        operation
                .at("/requestBody/content")
                .forEachEntry((type, media) ->
                        add(name, "takes " + type + " " + type(media.path("schema"))));
        operation
                .path("responses")
                .forEachEntry((status, response) ->
                        response(name, "gives " + status, followed(response)));
    }

    private void response(String name, String gives, JsonNode response) {
        JsonNode problem = response.at("/content/application~1problem+json/schema");
        if (!problem.isMissingNode()) {
            add(name, gives + " " + type(problem));
            return;
        }
        add(name, gives);
        response.path("headers")
                .forEachEntry((header, node) ->
                        add(
                                name,
                                gives
                                        + " header "
                                        + header
                                        + (followed(node).path("required").asBoolean(false)
                                                ? " always "
                                                : " maybe ")
                                        + type(followed(node).path("schema"))));
        response.path("content")
                .forEachEntry((type, media) ->
                        add(name, gives + " " + type + " " + type(media.path("schema"))));
    }

    private void fields(String name, JsonNode schema) {
        if (!schema.has("properties")) {
            add(name, type(schema));
            return;
        }
        List<String> required =
                schema.path("required").valueStream().map(r -> r.asString("")).toList();
        schema.path("properties")
                .forEachEntry((field, node) -> {
                    add(
                            name + "." + field,
                            (required.contains(field) ? "always " : "maybe ") + type(node));
                    if (node.has("properties")) {
                        fields(name + "." + field, node);
                    }
                    if (node.path("items").has("properties")) {
                        fields(name + "." + field + "[]", node.path("items"));
                    }
                });
    }

    /** What a value may be, in short. */
    private String type(JsonNode schema) {
        if (schema.path("$ref").isString()) {
            return schema.path("$ref").stringValue().replaceAll(".*/", "");
        }
        List<String> parts = new ArrayList<>();
        schema.path("allOf").forEach(part -> parts.add(type(part)));
        if (schema.has("type")) {
            parts.add(words(schema.path("type")));
        }
        if (schema.has("enum")) {
            parts.add("one of " + words(schema.path("enum")));
        }
        LIMITS.stream()
                .filter(schema::has)
                .forEach(limit -> parts.add(limit + "=" + schema.path(limit).asString("")));
        if (schema.has("items")) {
            parts.add("of (" + type(schema.path("items")) + ")");
        }
        Optional.of(schema.at("/properties/code"))
                .filter(code -> schema.has("allOf") && !code.isMissingNode())
                .ifPresent(code -> parts.add("code " + type(code)));
        return parts.isEmpty() ? "anything" : String.join(", ", parts);
    }

    private static String words(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(n -> n.asString("")).collect(Collectors.joining("|"))
                : node.asString("");
    }

    private JsonNode followed(JsonNode node) {
        return node.path("$ref").isString()
                ? description.target(node.path("$ref").stringValue())
                : node;
    }

    private void add(String name, String what) {
        lines.add(name + ": " + what);
    }
}
