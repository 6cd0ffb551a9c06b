package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
 * @param terms who is in whose place, while they are away
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
        Terms terms,
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
     * @param deputyFor in whose place they have it, while that person is away
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
            Optional<Person> deputyFor,
            boolean mayEnd) {}

    /**
     * A letter that is shared with them.
     *
     * @param unit the unit that it came to
     * @param category its category's name
     * @param deputyFor in whose place they have it, while that person is away
     */
    public record Shared(
            UUID share,
            LetterId letter,
            Party unit,
            String category,
            boolean documents,
            boolean sealed,
            Instant since,
            Optional<Instant> until,
            Optional<Person> deputyFor) {}

    /**
     * Terms of absence, as far as the viewer administers access.
     *
     * @param of who is, or will be, in this person's place
     * @param by in whose place this person is, or will be
     * @param vacated in whose place this person was, and nobody is now, although the absence lasts
     */
    public record Terms(List<Place> of, List<Place> by, List<Place> vacated) {

        /** No absence. */
        public static final Terms NONE = new Terms(List.of(), List.of(), List.of());
    }

    /**
     * A term of absence.
     *
     * @param who the other one of the two
     * @param until the first instant after it
     * @param ahead whether it has not begun
     * @param grants how many grants go with it
     * @param letters how many shared letters
     */
    public record Place(
            Person who, Instant from, Instant until, boolean ahead, long grants, long letters) {}

    /**
     * Units and categories that only this person can open.
     *
     * @param cells the first of them
     * @param total how many there are
     */
    public record Alone(List<Cell> cells, long total) {

        /** Where access is given at all of the units at once. */
        public String give() {
            return "/tilganger/gi?"
                    + cells.stream()
                            .map(cell -> "enhet=" + cell.unit().number())
                            .distinct()
                            .collect(Collectors.joining("&"));
        }
    }

    /** A unit and a category, with how many letters lie unopened there. */
    public record Cell(Party unit, String category, long waiting) {}

    /** The same, with what ended. */
    public PersonAccessPage endedWith(List<Integer> counts) {
        return new PersonAccessPage(
                shell, person, there, held, shared, alone, left, terms, leaving, ended, counts,
                number, people, deputy);
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
                terms,
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

    /** Whether something stands without a reader, or a place without a deputy, since they left. */
    public boolean broke() {
        return left.total() > 0 || !terms.vacated().isEmpty();
    }

    /** Whether there is something for a deputy to do, or to be done about one. */
    public boolean mayBeAway() {
        return there
                && (!shared.shown().isEmpty()
                        || held.stream().anyMatch(h -> h.category().isPresent()));
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
