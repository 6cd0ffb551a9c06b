package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;

/**
 * What one person can open and do, as far as the viewer administers it.
 *
 * @param shell what stands around
 * @param held what they hold now
 * @param shared how many letters are shared with them
 * @param alone what nobody else can open: it stands without a reader if their access ends
 * @param leaving whether the viewer is asked to confirm that all of it ends
 * @param ended whether all of it was ended a moment ago
 * @param people who can be a deputy
 * @param first the first day that a deputy's access can end on
 * @param fault whether the deputy's form came back because something was missing
 */
public record PersonAccessPage(
        Shell shell,
        Person person,
        List<Held> held,
        long shared,
        Alone alone,
        boolean leaving,
        boolean ended,
        List<Person> people,
        LocalDate first,
        boolean fault)
        implements Page {

    /**
     * A grant.
     *
     * @param category the category's name; empty for another power than to read
     * @param beneath how many units it reaches beneath its own
     * @param confirmed when it was given or last confirmed
     * @param mayEnd whether the viewer may end it
     */
    public record Held(
            UUID grant,
            Party unit,
            Power power,
            Optional<String> category,
            long beneath,
            Instant confirmed,
            Optional<Instant> until,
            boolean mayEnd) {}

    /**
     * Units and categories that only this person can open.
     *
     * @param cells the first of them
     * @param total how many there are
     */
    public record Alone(List<Cell> cells, long total) {}

    /** A unit and a category, with how many letters lie unopened there. */
    public record Cell(Party unit, String category, long waiting) {}

    /** Where the page is. */
    public String base() {
        return "/tilganger/person/" + person.id();
    }

    @Override
    public String template() {
        return "page/person-access.jte";
    }
}
