package no.segl.app.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads one line as one JSON object of strings, whole numbers, objects and arrays. Refuses all else
 * that JSON allows, and what it leaves open: a name given twice, bytes that are not UTF-8.
 */
final class JsonObjects {

    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);

    Members read(byte[] line) throws Refused {
        String text;
        try {
            text = utf8.decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw new Refused("it is not UTF-8");
        }
        // The parser would step over a byte order mark.
        if (!text.startsWith("{")) {
            throw new Refused("it is not a JSON object");
        }
        try (JsonParser json = LedgerFormat.JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            Members members = object(json);
            if (json.nextToken() != null) {
                throw new Refused("something follows the JSON object");
            }
            return members;
        } catch (JacksonException e) {
            // The exception's own words quote the line.
            throw new Refused("it is not strict JSON, or beyond the format's limits");
        }
    }

    private static Members object(JsonParser json) throws Refused {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (members.put(name, value(json, json.nextToken())) != null) {
                throw new Refused("it has a member twice");
            }
        }
        return new Members(members);
    }

    private static List<Object> array(JsonParser json) throws Refused {
        List<Object> elements = new ArrayList<>();
        JsonToken token = json.nextToken();
        while (token != JsonToken.END_ARRAY) {
            elements.add(value(json, token));
            token = json.nextToken();
        }
        return elements;
    }

    private static Object value(JsonParser json, JsonToken token) throws Refused {
        return switch (token) {
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            default -> throw new Refused("it has a member of a type that the format does not use");
        };
    }
}
