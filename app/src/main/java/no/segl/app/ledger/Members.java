package no.segl.app.ledger;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The members of a JSON object, taken out one by one; in the end none may be left. */
final class Members {

    private final Map<String, Object> left;

    Members(Map<String, Object> members) {
        this.left = members;
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    String text(String name) throws Refused {
        return take(name, String.class);
    }

    long number(String name) throws Refused {
        return take(name, Long.class);
    }

    Members object(String name) throws Refused {
        return take(name, Members.class);
    }

    List<?> array(String name) throws Refused {
        return take(name, List.class);
    }

    /** All that is left, which must be strings. */
    SortedMap<String, String> texts() throws Refused {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Object> member : left.entrySet()) {
            if (!(member.getValue() instanceof String text)) {
                throw new Refused("a value is not a string");
            }
            texts.put(member.getKey(), text);
        }
        return texts;
    }

    private <T> T take(String name, Class<T> type) throws Refused {
        Object value = left.remove(name);
        if (!type.isInstance(value)) {
            throw new Refused("its member \"" + name + "\" is missing or of another type");
        }
        return type.cast(value);
    }

    /** Members that no hash covers would look proven without being so. */
    void nothingElse() throws Refused {
        if (!left.isEmpty()) {
            throw new Refused("it has a member that the format does not know");
        }
    }
}
