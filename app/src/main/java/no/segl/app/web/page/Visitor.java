package no.segl.app.web.page;

import java.util.List;

/**
 * Who is logged in.
 *
 * @param name as the login gave it
 * @param units the units whose letters this person may open or send, with what they may do there
 * @param administers whether they administer access anywhere
 * @param prints whether they may put letters on paper for any unit
 * @param toApprove how many requests for access wait for them, as the second of two persons
 * @param low whether their login is at too low a level to open letters or do anything
 */
public record Visitor(
        String name,
        List<Unit> units,
        boolean administers,
        boolean prints,
        long toApprove,
        boolean low) {

    /** One who prints for no unit, and for whom nothing waits. */
    public Visitor(String name, List<Unit> units, boolean administers) {
        this(name, units, administers, false, 0, false);
    }

    /**
     * A unit that the person has something to do with.
     *
     * @param party the unit
     * @param categories names of the categories the person may open there, in the page's language;
     *     empty if none
     * @param sends whether the person sees what the unit has sent
     * @param oversees whether the person sees what has come to it, too
     */
    public record Unit(Party party, List<String> categories, boolean sends, boolean oversees) {}

    /** Whether they see how letters fare that some unit has sent. */
    public boolean follows() {
        return units.stream().anyMatch(Unit::sends);
    }

    /** Whether they see how letters fare that have come to some unit. */
    public boolean oversees() {
        return units.stream().anyMatch(Unit::oversees);
    }

    /** Whether they see how ready some unit is. */
    public boolean surveys() {
        return administers || oversees();
    }

    /** Whether they see the ledger of some unit. */
    public boolean logs() {
        return administers || follows();
    }

    /** Whether they answer for cases anywhere. */
    public boolean followsUp() {
        return administers || units.stream().anyMatch(Unit::sends);
    }
}
