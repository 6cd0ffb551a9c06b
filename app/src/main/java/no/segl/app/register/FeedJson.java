package no.segl.app.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.register.Register.Update;
import no.segl.core.id.OrgNumber;
import tools.jackson.databind.JsonNode;

/** Updates as the register writes them: units' in HAL, roles' as CloudEvents. */
final class FeedJson {

    /** Kinds of update after which a unit may be there that was not before. */
    private static final Set<String> NEW = Set.of("Ny", "Ukjent");

    private FeedJson() {}

    /** Those of {@code json} whose id is above {@code after}, lowest first. */
    static List<Update> units(JsonNode json, long after) throws RegisterUnreadable {
        if (!json.path("page").isObject()) {
            throw new RegisterUnreadable("a page of updates does not say which it is");
        }
        List<Update> updates = new ArrayList<>();
        for (JsonNode list : json.path("_embedded")) {
            for (JsonNode update : list) {
                add(
                        updates,
                        after,
                        update.path("oppdateringsid"),
                        update,
                        NEW.contains(update.path("endringstype").stringValue("")));
            }
        }
        return inOrder(updates);
    }

    /** The same of changed roles. */
    static List<Update> roles(JsonNode json, long after) throws RegisterUnreadable {
        if (!json.isArray()) {
            throw new RegisterUnreadable("updates of roles are not in a list");
        }
        List<Update> updates = new ArrayList<>();
        for (JsonNode event : json) {
            add(updates, after, event.path("id"), event.path("data"), false);
        }
        return inOrder(updates);
    }

    /** What cannot be read stands in its place without a unit; without an id, at the beginning. */
    private static void add(
            List<Update> updates, long after, JsonNode id, JsonNode unit, boolean isNew) {
        long number = id.asLongOpt().orElse(after);
        Optional<OrgNumber> named = id.asLongOpt().isPresent() ? unit(unit) : Optional.empty();
        if (number > after || named.isEmpty()) {
            updates.add(new Update(number, named, isNew));
        }
    }

    private static Optional<OrgNumber> unit(JsonNode unit) {
        try {
            return Optional.of(UnitJson.number(unit, "organisasjonsnummer"));
        } catch (RegisterUnreadable e) {
            return Optional.empty();
        }
    }

    private static List<Update> inOrder(List<Update> updates) {
        updates.sort(Comparator.comparingLong(Update::id));
        return updates;
    }
}
