package no.segl.app.office;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.segl.app.store.Units;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.Lineage;

/** Where and what one person may give and end at one instant: each thing is looked up once. */
public final class Reach {

    private final Units units;
    private final List<Grant> held;
    private final Instant at;
    private final List<OrgNumber> roots;
    private final Map<OrgNumber, Lineage> lineages = new HashMap<>();

    Reach(Units units, List<Grant> held, Instant at) {
        this.units = units;
        this.held = held;
        this.at = at;
        this.roots = topmost(Power::isOverAccess);
    }

    private List<OrgNumber> topmost(Predicate<Power> power) {
        return units.topmost(
                held.stream()
                        .filter(g -> power.test(g.power()) && g.holdsAt(at))
                        .map(Grant::unit)
                        .collect(Collectors.toSet()));
    }

    /** The topmost units at which they may give and end access; none if nowhere. */
    public List<OrgNumber> roots() {
        return roots;
    }

    /** Whether they may give and end access at {@code unit}. */
    public boolean includes(OrgNumber unit) {
        return roots.stream().anyMatch(lineage(unit)::isWithin);
    }

    /** Powers that they may give, and the topmost units at which they may. */
    public record Part(List<Power> powers, List<OrgNumber> roots) {}

    /** All that they may give: whoever only manages access somewhere gives no power over it. */
    public List<Part> parts() {
        Map<Boolean, List<Power>> powers =
                Arrays.stream(Power.values())
                        .collect(Collectors.partitioningBy(Power::isOverAccess));
        List<OrgNumber> administered = topmost(Power.ADMINISTER::equals);
        return Stream.of(
                        new Part(powers.getOrDefault(false, List.of()), roots),
                        new Part(powers.getOrDefault(true, List.of()), administered))
                .filter(part -> !part.roots().isEmpty())
                .toList();
    }

    /** Whether they may give and end {@code power} at {@code unit}. */
    public boolean mayGive(Power power, OrgNumber unit) {
        return Clearances.toGive(power, held, lineage(unit), at) instanceof Clearance.Cleared;
    }

    private Lineage lineage(OrgNumber unit) {
        return lineages.computeIfAbsent(unit, units::lineage);
    }
}
