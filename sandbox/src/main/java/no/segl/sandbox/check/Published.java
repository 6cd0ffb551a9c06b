package no.segl.sandbox.check;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.segl.sandbox.wire.Answer;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One published description, and what in an answer departs from it. */
final class Published {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private final String name;
    private final JsonNode root;

    private Published(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    static Published read(Path file) throws IOException {
        return new Published(
                String.valueOf(file.getFileName()),
                Json.parse(Files.readAllBytes(file))
                        .orElseThrow(() -> new IOException(file + " is not JSON")));
    }

    String name() {
        return name;
    }

    /** Every operation, as its method and path. */
    List<String> operations() {
        List<String> all = new ArrayList<>();
        root.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, _) ->
                                all.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return all;
    }

    /** The operation that is described for {@code method} at {@code path}. */
    Optional<String> operation(String method, String path) {
        return operations().stream()
                .filter(one -> one.startsWith(method + " "))
                .filter(one ->
                        path.matches(
                                one.substring(method.length() + 1)
                                        .replaceAll("\\{[^}]+}", "[^/]+")))
                .min((a, b) -> Boolean.compare(a.contains("{"), b.contains("{")));
    }

    /** What in an answer is not as described. */
    List<String> faults(String operation, Answer answer) {
        String[] parts = operation.split(" ", 2);
        JsonNode responses =
                root.path("paths")
                        .path(parts[1])
                        .path(parts[0].toLowerCase(Locale.ROOT))
                        .path("responses");
        JsonNode response = responses.path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            response = responses.path("default");
        }
        if (response.isMissingNode()) {
            return List.of("no status " + answer.status() + " is described");
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            return List.of();
        }
        String type = answer.header("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode schema = content.iterator().next().path("schema");
        if (!type.contains("json")) {
            return content.has(type) || schema.path("format").asString("").equals("binary")
                    ? List.of()
                    : List.of("no content of type '" + type + "' is described");
        }
        return SCHEMAS.getSchema(strict(schema)).validate(answer.json()).stream()
                .map(Object::toString)
                .toList();
    }

    /**
     * A schema with its references followed, its {@code nullable} said as JSON Schema says it, and
     * with no fields but those it lists.
     */
    private JsonNode strict(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.array();
            array.forEach(item -> copy.add(strict(item)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (object.path("$ref").isString()) {
            return strict(root.at(object.path("$ref").stringValue().substring(1)));
        }
        ObjectNode copy = Json.object();
        object.forEachEntry((key, value) -> copy.set(key, strict(value)));
        boolean nullable = object.path("nullable").asBoolean(false);
        if (nullable && object.path("type").isString()) {
            copy.set("type", Json.texts(List.of(object.path("type").stringValue(), "null")));
        }
        if (object.path("properties").isObject() && !object.has("additionalProperties")) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }
}
