package no.segl.app.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.segl.core.register.KeyRole;
import tools.jackson.databind.JsonNode;

/**
 * The roles of a unit as the register writes them: groups, each with the day on which it was last
 * changed. Persons are counted; their names and dates of birth are not read.
 */
final class RolesJson {

    private RolesJson() {}

    /** Those of {@code codes} that somebody holds. */
    static List<KeyRole> read(JsonNode json, Set<String> codes) throws RegisterUnreadable {
        if (!json.path("rollegrupper").isArray()) {
            throw new RegisterUnreadable("the roles of a unit are not written as groups");
        }
        Map<String, Integer> holders = new TreeMap<>();
        Map<String, LocalDate> changed = new TreeMap<>();
        for (JsonNode group : json.path("rollegrupper")) {
            Optional<LocalDate> day = UnitJson.day(group.path("sistEndret"));
            for (JsonNode role : group.path("roller")) {
                String code = role.path("type").path("kode").stringValue("");
                if (codes.contains(code) && counts(role)) {
                    holders.merge(code, 1, Integer::sum);
                    day.ifPresent(d -> changed.merge(code, d, (a, b) -> a.isAfter(b) ? a : b));
                }
            }
        }
        List<KeyRole> roles = new ArrayList<>();
        holders.forEach((code, number) ->
                roles.add(new KeyRole(code, number, Optional.ofNullable(changed.get(code)))));
        return roles;
    }

    private static boolean counts(JsonNode role) {
        return !role.path("fratraadt").booleanValue(false)
                && !role.path("avregistrert").booleanValue(false)
                && !role.path("person").path("erDoed").booleanValue(false);
    }
}
