package no.segl.app.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;

/**
 * The form for giving one person access at one or more units.
 *
 * @param units where
 * @param people who can be chosen
 * @param categories what can be opened
 * @param powers what else the viewer may give
 * @param first the first day that it can end on
 * @param entered what was filled in before, if it came back
 * @param fault what was missing, if it came back
 */
public record GiveForm(
        List<OrgNumber> units,
        List<Person> people,
        List<Choice> categories,
        List<Power> powers,
        LocalDate first,
        Entered entered,
        Fault fault) {

    /**
     * What was filled in.
     *
     * @param person an id
     * @param categories codes
     * @param powers names
     * @param last the last day, as entered
     */
    public record Entered(String person, Set<String> categories, Set<String> powers, String last) {

        /** Nothing yet. */
        public static final Entered NOTHING = new Entered("", Set.of(), Set.of(), "");
    }

    /** What was missing. */
    public enum Fault {
        NONE,
        PERSON,
        POWER,
        DATE
    }
}
