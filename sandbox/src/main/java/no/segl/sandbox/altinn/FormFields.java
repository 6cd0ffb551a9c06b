package no.segl.sandbox.altinn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.sandbox.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields of a form with names such as {@code correspondence.content.attachments[0].fileName}, which
 * Altinn makes an object of.
 */
final class FormFields {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)\\]");

    /** More would make a long list of nothing. */
    private static final int MOST = 1000;

    private FormFields() {}

    /** Puts {@code value} where {@code name} leads. */
    static void put(ObjectNode root, String name, String value) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(name);
        while (matcher.find()) {
            steps.add(matcher.group());
        }
        JsonNode at = root;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            at = step(at, steps.get(i), last ? scalar(value) : container(steps.get(i + 1)));
        }
    }

    private static JsonNode container(String next) {
        return next.startsWith("[") ? Json.array() : Json.object();
    }

    private static JsonNode scalar(String value) {
        return value.equals("true") || value.equals("false")
                ? JsonNodeFactory.instance.booleanNode(value.equals("true"))
                : JsonNodeFactory.instance.stringNode(value);
    }

    /** What is at {@code step} of {@code at}, made from {@code missing} if nothing is. */
    private static JsonNode step(JsonNode at, String step, JsonNode missing) {
        if (at instanceof ArrayNode array && step.startsWith("[")) {
            int index = Integer.parseInt(step.substring(1, step.length() - 1));
            if (index > MOST) {
                throw Refused.field("$", "An index is too large.");
            }
            while (array.size() <= index) {
                array.add(missing);
            }
            return array.path(index);
        }
        if (at instanceof ObjectNode object && !step.startsWith("[")) {
            String name = Character.toLowerCase(step.charAt(0)) + step.substring(1);
            if (object.path(name).isMissingNode()) {
                object.set(name, missing);
            }
            return object.path(name);
        }
        throw Refused.field("$", "The form could not be understood.");
    }
}
