package no.segl.proof.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.segl.app.api.DescriptionController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The API's description, as it is on the class path, and with its references followed. */
public final class Description {

    /** What may stand in a path for an operation. */
    static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode root;

    private Description(JsonNode root) {
        this.root = root;
    }

    /**
     * Something that can be asked.
     *
     * @param method in upper case
     * @param path with its variables, such as {@code /api/v1/letters/{id}}
     * @param node with every reference followed
     */
    public record Operation(String method, String path, JsonNode node) {

        /** Its name. */
        public String id() {
            return node.path("operationId").asString("");
        }
    }

    /** The product's. */
    public static Description read() {
        try (InputStream in =
                DescriptionController.class.getResourceAsStream(DescriptionController.RESOURCE)) {
            return new Description(
                    new YAMLMapper()
                            .readTree(Objects.requireNonNull(in, DescriptionController.RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another, for tests of what tests it. */
    static Description of(JsonNode root) {
        return new Description(root);
    }

    /** All of it, as written. */
    JsonNode root() {
        return root;
    }

    /** A schema by its name, with every reference followed. */
    public JsonNode schema(String name) {
        return expanded(root.at("/components/schemas/" + name));
    }

    /** Every operation. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, node) ->
                                operations.add(
                                        new Operation(
                                                method.toUpperCase(Locale.ROOT),
                                                path,
                                                expanded(node)))));
        return operations;
    }

    /** The operation that answers {@code method} at {@code path}, which has no query. */
    Optional<Operation> find(String method, String path) {
        List<Operation> fitting =
                operations().stream()
                        .filter(o -> o.method().equals(method))
                        .filter(o -> path.matches(o.path().replaceAll("\\{[^}]+}", "[^/]+")))
                        .toList();
        // As in the product, a path without a variable goes before one with.
        return fitting.stream()
                .filter(o -> o.path().equals(path))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /** What {@code reference}, such as {@code #/components/schemas/Letter}, points at. */
    JsonNode target(String reference) {
        JsonNode target =
                reference.startsWith("#/") ? root.at(reference.substring(1)) : root.path("");
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("nothing is at " + reference);
        }
        return target;
    }

    /** {@code node} with every reference in it followed. What stands beside one goes before it. */
    JsonNode expanded(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(expanded(item)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = object.objectNode();
        if (object.path("$ref").isString()) {
            expanded(target(object.path("$ref").stringValue())).forEachEntry(copy::set);
        }
        object.forEachEntry((name, value) -> {
            if (!name.equals("$ref")) {
                copy.set(name, expanded(value));
            }
        });
        return copy;
    }
}
