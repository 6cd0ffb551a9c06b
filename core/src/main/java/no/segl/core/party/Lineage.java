package no.segl.core.party;

import java.util.List;
import no.segl.core.id.OrgNumber;

/**
 * A unit and those above it.
 *
 * @param unit the unit itself
 * @param above its parent, its parent's parent, and so on up to the main unit; empty for a main
 *     unit
 */
public record Lineage(OrgNumber unit, List<OrgNumber> above) {

    public Lineage {
        above = List.copyOf(above);
    }

    /** Whether the unit is {@code number}, or lies beneath it. */
    public boolean isWithin(OrgNumber number) {
        return unit.equals(number) || above.contains(number);
    }
}
