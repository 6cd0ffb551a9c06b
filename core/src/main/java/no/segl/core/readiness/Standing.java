package no.segl.core.readiness;

import java.time.Instant;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;

/**
 * How it stands with one category at one unit.
 *
 * @param registered whether Segl knows the unit, and since when it has been dissolved if it has
 * @param readers whether anybody can open the category there
 * @param givers whether anybody in Segl can give somebody access there
 * @param keyRoles whether anybody in the register holds a role that may give access there, and when
 *     the register last said so
 * @param notice how notices fare that are sent to those who can open, or to the unit
 */
public record Standing(
        OrgNumber unit,
        Category category,
        Registered registered,
        boolean readers,
        boolean givers,
        KeyRoles keyRoles,
        Notices notice) {

    /** Whether a unit can get mail at all. */
    public enum Registered {
        LIVING,
        DISSOLVED,
        NOT_KNOWN
    }

    /**
     * What the register says of key roles at the unit and those above it.
     *
     * @param held empty if the register has not been asked
     * @param at when it was last heard
     */
    public record KeyRoles(Optional<Boolean> held, Optional<Instant> at) {}

    /**
     * The addresses of those who can open, and of the unit or the nearest above that has any.
     *
     * @param taking whether one of them takes what is sent
     * @param refused when one of them last refused; empty if none has
     */
    public record Notices(boolean taking, Optional<Instant> refused) {}
}
