package no.segl.proof.contract;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Whether something is as a schema says. */
final class Fitting {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private Fitting() {}

    /** What is wrong with {@code value}; nothing, if it fits. */
    static List<String> faults(JsonNode schema, JsonNode value) {
        return SCHEMAS.getSchema(schema).validate(value).stream().map(Object::toString).toList();
    }

    /** What is wrong with {@code text}, which should be JSON. */
    static List<String> faultsOfJson(JsonNode schema, String text) {
        try {
            return faults(schema, JSON.readTree(text));
        } catch (JacksonException e) {
            return List.of("it is not JSON");
        }
    }

    /** What is wrong with the value of a header or a parameter. */
    static List<String> faultsOfText(JsonNode schema, String text) {
        boolean plain =
                switch (schema.path("type").asString("string")) {
                    case "integer", "boolean" -> true;
                    default -> false;
                };
        return plain ? faultsOfJson(schema, text) : faults(schema, StringNode.valueOf(text));
    }

    /**
     * {@code schema}, but so that a field it does not list is a fault. Clients are asked to ignore
     * such fields, so the description itself does not say it.
     */
    static JsonNode closed(JsonNode schema) {
        if (schema instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(closed(item)));
            return copy;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode copy = object.objectNode();
        object.forEachEntry((name, value) -> copy.set(name, closed(value)));
        boolean open = object.path("type").asString("").equals("object");
        if (open && !object.has("additionalProperties")) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }
}
