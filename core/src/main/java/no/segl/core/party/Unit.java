package no.segl.core.party;

import java.util.Optional;
import no.segl.core.id.OrgNumber;

/**
 * An organisation, or a part of one, with a number of its own.
 *
 * @param name as registered; at most 250 characters
 * @param parent the unit above it; empty for a main unit
 */
public record Unit(OrgNumber number, String name, UnitKind kind, Optional<OrgNumber> parent) {

    /**
     * @throws IllegalArgumentException if a main unit has a parent, another unit has none, or the
     *     name is empty or too long
     */
    public Unit {
        if ((kind == UnitKind.MAIN_UNIT) == parent.isPresent()) {
            throw new IllegalArgumentException(
                    "a main unit has no parent, every other unit has one");
        }
        if (name.isBlank() || name.length() > 250) {
            throw new IllegalArgumentException("a unit's name has 1 to 250 characters");
        }
    }
}
