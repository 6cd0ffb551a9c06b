package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;

/**
 * What one person can open and do, as far as the viewer administers it.
 *
 * @param shell what stands around
 * @param there whether they can be given something; not who has left, nor is their number shown
 * @param held what they hold now
 * @param shared the letters that are shared with them, the newest first
 * @param alone what nobody else can open: it stands without a reader if their access ends
 * @param left what has stood without a reader since access of theirs ended
 * @param leaving whether the viewer is asked to confirm that all of it ends
 * @param ended whether all of it was ended a moment ago
 * @param endedWith how many shares, letters that they had, and requests ended with it; empty if
 *     that is not to be said
 * @param number the person's national identity number, if it can be shown or is
 * @param people who can be a deputy
 * @param deputy what was filled in in the deputy's form, if it came back
 */
public record PersonAccessPage(
        Shell shell,
        Person person,
        boolean there,
        List<Held> held,
        Newest<Shared> shared,
        Alone alone,
        Alone left,
        boolean leaving,
        boolean ended,
        List<Integer> endedWith,
        Identity number,
        List<Person> people,
        Term deputy)
        implements Page {

    /**
     * A national identity number.
     *
     * @param known whether Segl has it
     * @param digits what it is, in the answer to who asked for it and in no other
     */
    public record Identity(boolean known, Optional<String> digits) {

        /** Not the number. */
        @Override
        public String toString() {
            return "Identity[]";
        }
    }

    /**
     * A grant.
     *
     * @param category the category's name; empty for another power than to read
     * @param beneath how many units it reaches beneath its own
     * @param confirmed when it was given or last confirmed
     * @param keyRole whether its ground is that a login told that they hold a key role
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
            boolean keyRole,
            boolean mayEnd) {}

    /**
     * A letter that is shared with them.
     *
     * @param unit the unit that it came to
     * @param category its category's name
     */
    public record Shared(
            UUID share,
            LetterId letter,
            Party unit,
            String category,
            boolean documents,
            boolean sealed,
            Instant since,
            Optional<Instant> until) {}

    /**
     * Units and categories that only this person can open.
     *
     * @param cells the first of them
     * @param total how many there are
     */
    public record Alone(List<Cell> cells, long total) {}

    /** A unit and a category, with how many letters lie unopened there. */
    public record Cell(Party unit, String category, long waiting) {}

    /** The same, with what ended. */
    public PersonAccessPage endedWith(List<Integer> counts) {
        return new PersonAccessPage(
                shell, person, there, held, shared, alone, left, leaving, ended, counts, number,
                people, deputy);
    }

    /** The same, with the number. */
    public PersonAccessPage showing(String digits) {
        return new PersonAccessPage(
                shell,
                person,
                there,
                held,
                shared,
                alone,
                left,
                leaving,
                ended,
                endedWith,
                new Identity(true, Optional.of(digits)),
                people,
                deputy);
    }

    /**
     * Where they keep a power that the viewer may end, when all was to end: nobody else would
     * control access there.
     */
    public List<Party> lastAt() {
        return ended
                ? held.stream().filter(Held::mayEnd).map(Held::unit).distinct().toList()
                : List.of();
    }

    /** Where the page is. */
    public String base() {
        return "/tilganger/person/" + person.id();
    }

    @Override
    public String template() {
        return "page/person-access.jte";
    }
}
