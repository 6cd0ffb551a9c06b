package no.segl.proof.sim;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.segl.core.access.Category;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;

/**
 * Who may read what at an instant, worked out again: by what was given and ended, and by where
 * units stand, without core's clearances.
 */
final class NaiveAccess {

    private final Map<OrgNumber, Unit> units = new LinkedHashMap<>();
    private final Map<OrgNumber, Map<String, Held>> given = new LinkedHashMap<>();

    /** A power to read, from when until when. */
    private record Held(PersonId person, Category category, Instant from, Instant until) {}

    void unit(Unit unit) {
        units.put(unit.number(), unit);
    }

    void given(Grant grant) {
        if (grant.power() == Power.READ) {
            given.computeIfAbsent(grant.unit(), _ -> new TreeMap<>())
                    .put(
                            grant.id().toString(),
                            new Held(
                                    grant.person(),
                                    grant.category().orElseThrow(),
                                    grant.from(),
                                    grant.until().orElse(Instant.MAX)));
        }
    }

    void ended(Grant grant, Instant at) {
        Optional.ofNullable(given.get(grant.unit()))
                .ifPresent(there ->
                        there.computeIfPresent(
                                grant.id().toString(),
                                (_, h) ->
                                        h.until().isAfter(at)
                                                ? new Held(h.person(), h.category(), h.from(), at)
                                                : h));
    }

    /** Everybody who may read letters of a category at a unit at {@code at}. */
    Set<PersonId> readers(OrgNumber unit, Category category, Instant at) {
        Set<PersonId> readers = new LinkedHashSet<>();
        Optional<Unit> here = Optional.ofNullable(units.get(unit));
        while (here.isPresent()) {
            for (Held held : given.getOrDefault(here.get().number(), Map.of()).values()) {
                if (held.category().equals(category)
                        && held.from().compareTo(at) <= 0
                        && held.until().compareTo(at) > 0) {
                    readers.add(held.person());
                }
            }
            // What is given above comes down to a sub-unit, and to nothing else.
            here =
                    here.get().kind() == UnitKind.SUBUNIT
                            ? here.get().parent().map(units::get)
                            : Optional.empty();
        }
        return readers;
    }
}
