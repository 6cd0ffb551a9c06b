package no.segl.proof.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether a description has the form of OpenAPI 3.1, as far as Segl uses it: every object has the
 * fields that it must have, and no other. Source: OpenAPI Specification 3.1.1, section 4.8.
 */
final class OpenApiForm {

    private static final Set<String> PLACES = Set.of("query", "header", "path");

    /**
     * What schemas are made of here. A comma astray in the YAML makes a word that is none of these.
     */
    private static final Set<String> KEYWORDS =
            Set.of(
                    "$ref",
                    "additionalProperties",
                    "allOf",
                    "const",
                    "contentMediaType",
                    "default",
                    "description",
                    "enum",
                    "format",
                    "items",
                    "maxItems",
                    "maxLength",
                    "maximum",
                    "minItems",
                    "minimum",
                    "oneOf",
                    "pattern",
                    "properties",
                    "required",
                    "type",
                    "uniqueItems");

    private final Description description;
    private final List<String> faults = new ArrayList<>();

    private OpenApiForm(Description description) {
        this.description = description;
    }

    /** What is wrong with its form. */
    static List<String> faults(Description description) {
        OpenApiForm form = new OpenApiForm(description);
        form.document(description.root());
        return form.faults;
    }

    private void document(JsonNode root) {
        fields(
                "#",
                root,
                Set.of("openapi", "info", "paths"),
                Set.of("servers", "security", "tags", "components"));
        if (!root.path("openapi").asString("").matches("3\\.1\\.\\d")) {
            faults.add("openapi must be 3.1");
        }
        fields(
                "info",
                root.path("info"),
                Set.of("title", "version"),
                Set.of("summary", "description", "license"));
        for (JsonNode server : root.path("servers")) {
            fields("servers", server, Set.of("url"), Set.of("description"));
        }
        for (JsonNode tag : root.path("tags")) {
            fields("tags", tag, Set.of("name"), Set.of("description"));
        }
        root.path("paths").forEachEntry(this::path);
        JsonNode parts = root.path("components");
        fields(
                "components",
                parts,
                Set.of(),
                Set.of(
                        "securitySchemes",
                        "parameters",
                        "headers",
                        "responses",
                        "examples",
                        "schemas"));
        parts.path("parameters").forEachEntry(this::parameter);
        parts.path("headers").forEachEntry(this::header);
        parts.path("responses").forEachEntry(this::response);
        parts.path("schemas").forEachEntry(this::schema);
        parts.path("examples").forEachEntry(this::example);
        parts.path("securitySchemes")
                .forEachEntry((name, scheme) ->
                        fields(
                                name,
                                scheme,
                                Set.of("type", "scheme"),
                                Set.of("bearerFormat", "description")));
        security("#", root.path("security"));
    }

    private void path(String path, JsonNode item) {
        fields(path, item, Set.of(), Description.METHODS);
        if (!path.startsWith("/")) {
            faults.add(path + " must begin with /");
        }
        item.forEachEntry((method, operation) -> operation(method + " " + path, operation));
    }

    private void operation(String at, JsonNode operation) {
        fields(
                at,
                operation,
                Set.of("operationId", "responses"),
                Set.of("tags", "summary", "description", "security", "parameters", "requestBody"));
        security(at, operation.path("security"));
        for (JsonNode parameter : operation.path("parameters")) {
            parameter(at, parameter);
        }
        if (operation.has("requestBody")) {
            JsonNode body = operation.path("requestBody");
            fields(at, body, Set.of("content"), Set.of("required", "description"));
            content(at, body.path("content"));
        }
        operation
                .path("responses")
                .forEachEntry((status, response) -> {
                    if (!status.matches("default|[1-5]\\d\\d")) {
                        faults.add(at + ": " + status + " is no status");
                    }
                    response(at + " " + status, response);
                });
    }

    private void security(String at, JsonNode security) {
        JsonNode schemes = description.root().at("/components/securitySchemes");
        for (JsonNode requirement : security) {
            requirement.forEachEntry((scheme, scopes) -> {
                if (!schemes.has(scheme) || !scopes.isArray()) {
                    faults.add(at + ": security is not sound");
                }
            });
        }
    }

    private void parameter(String at, JsonNode parameter) {
        if (parameter.has("$ref")) {
            return;
        }
        fields(
                at,
                parameter,
                Set.of("name", "in", "schema"),
                Set.of("required", "description", "example"));
        schema(at, parameter.path("schema"));
        if (!PLACES.contains(parameter.path("in").asString(""))) {
            faults.add(at + ": a parameter is in an unknown place");
        }
    }

    private void header(String at, JsonNode header) {
        if (!header.has("$ref")) {
            fields(at, header, Set.of("schema"), Set.of("required", "description", "example"));
            schema(at, header.path("schema"));
        }
    }

    private void response(String at, JsonNode response) {
        if (response.has("$ref")) {
            return;
        }
        fields(at, response, Set.of("description"), Set.of("headers", "content"));
        response.path("headers").forEachEntry((name, header) -> header(at + " " + name, header));
        content(at, response.path("content"));
    }

    private void content(String at, JsonNode content) {
        content.forEachEntry((type, media) -> {
            if (!type.matches("[a-z]+/[a-z0-9.+-]+")) {
                faults.add(at + ": " + type + " is no media type");
            }
            fields(at, media, Set.of(), Set.of("schema", "example", "examples", "encoding"));
            if (media.has("schema")) {
                schema(at + " " + type, media.path("schema"));
            }
            media.path("examples").forEachEntry((name, one) -> example(at + " " + name, one));
        });
    }

    private void example(String at, JsonNode example) {
        if (!example.has("$ref")) {
            fields(at, example, Set.of("value"), Set.of("summary", "description"));
        }
    }

    private void schema(String at, JsonNode schema) {
        fields(at, schema, Set.of(), KEYWORDS);
        schema.path("properties").forEachEntry((name, node) -> schema(at + "." + name, node));
        schema.path("allOf").forEach(part -> schema(at, part));
        schema.path("oneOf").forEach(part -> schema(at, part));
        if (schema.has("items")) {
            schema(at + "[]", schema.path("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            schema(at + ".*", schema.path("additionalProperties"));
        }
    }

    private void fields(String at, JsonNode node, Set<String> required, Set<String> others) {
        if (!node.isObject()) {
            faults.add(at + " must be an object");
            return;
        }
        for (String name : required) {
            if (!node.has(name)) {
                faults.add(at + ": " + name + " is missing");
            }
        }
        for (String name : node.propertyNames()) {
            if (!required.contains(name) && !others.contains(name)) {
                faults.add(at + ": " + name + " is not known");
            }
        }
    }
}
