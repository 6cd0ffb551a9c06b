package no.segl.core.party;

import java.util.List;
import no.segl.core.id.OrgNumber;

/**
 * A unit and those above it.
 *
 * @param unit the unit itself
 * @param above its parent, its parent's parent, and so on up to the main unit; empty for a main
 *     unit
 * @param inheritsFrom those above from which access to read comes down to it, nearest first
 */
public record Lineage(OrgNumber unit, List<OrgNumber> above, List<OrgNumber> inheritsFrom) {

    /**
     * @throws IllegalArgumentException if it inherits from a unit that is not above it
     */
    public Lineage {
        above = List.copyOf(above);
        inheritsFrom = List.copyOf(inheritsFrom);
        if (!above.containsAll(inheritsFrom)) {
            throw new IllegalArgumentException("access is inherited from above only");
        }
    }

    /** Whether the unit is {@code number}, or lies beneath it. */
    public boolean isWithin(OrgNumber number) {
        return unit.equals(number) || above.contains(number);
    }
}
