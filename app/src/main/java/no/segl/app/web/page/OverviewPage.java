package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.segl.core.letter.Side;
import no.segl.core.overview.Age;

/**
 * How it stands with every letter of the units that the viewer oversees («Oversikt»), in figures
 * and without anybody's name. Each figure leads to the letters behind it.
 *
 * @param shell what stands around
 * @param ends what was sent, and what has come; empty if the viewer oversees no unit
 * @param ready how many places of their own can receive
 * @param cases what somebody must see to
 * @param routine whether controls were done, and what may be a breach
 * @param fresh since when the figures hold
 */
public record OverviewPage(
        Shell shell, List<End> ends, Ready ready, Cases cases, Routine routine, Fresh fresh)
        implements Page {

    /**
     * The letters at one end of which the viewer's units are.
     *
     * @param unopened how many are available and not opened; {@code href} leads to them
     * @param oldest since when the oldest of them has lain, with the letter
     * @param lying the same by how long they have lain, every age
     * @param opening how long it took to open those that were opened in the last 30 days
     * @param months the last twelve, the oldest first
     * @param parties those at the other end with most letters unopened for over a week
     * @param categories the unopened by category
     */
    public record End(
            Side own,
            long unopened,
            String href,
            Optional<Oldest> oldest,
            List<Lying> lying,
            Opening opening,
            List<Month> months,
            List<Part> parties,
            List<Part> categories) {

        /** The most letters of any age. */
        public long mostLying() {
            return lying.stream().mapToLong(Lying::letters).max().orElse(0);
        }

        /** The most letters of any month. */
        public long mostInMonth() {
            return months.stream().mapToLong(Month::available).max().orElse(0);
        }

        /** How many have lain for a week or more. */
        public long overdue() {
            return lying.stream()
                    .filter(l -> l.age().least() >= Age.DAYS_7_13.least())
                    .mapToLong(Lying::letters)
                    .sum();
        }
    }

    /** The letter that has lain longest. */
    public record Oldest(Instant since, String href) {}

    /** Letters of one age; {@code href} leads to them. */
    public record Lying(Age age, long letters, String href) {}

    /**
     * How long it took.
     *
     * @param opened how many letters were opened
     * @param median half of them within this, in words; empty if none was opened
     * @param ninth nine of ten
     */
    public record Opening(long opened, String median, String ninth) {}

    /** What became available in a month, and how much of it was opened within a week. */
    public record Month(LocalDate first, long available, long openedInWeek) {}

    /** A number of letters that have something in common; {@code href} leads to them. */
    public record Part(String name, long letters, String href) {}

    /**
     * Units times categories of their own.
     *
     * @param places how many
     * @param nobody at how many of them nobody can open anything
     * @param stuck how many letters lie there
     */
    public record Ready(long places, long nobody, long stuck) {

        /** How many can receive, in percent, rounded down: all but one is not all. */
        public long percent() {
            return places == 0 ? 0 : (places - nobody) * 100 / places;
        }
    }

    /** Open cases, and how many of them are past their time. */
    public record Cases(long open, long late) {}

    /**
     * The routine.
     *
     * @param controls how it went with controls in the last thirty days
     * @param overseer whether the viewer oversees any unit, and so its controls
     * @param breaches how many letters may be a breach that nobody has decided on
     * @param lateBreaches how many of them are past their clock
     */
    public record Routine(
            ControlsPage.Score controls, boolean overseer, long breaches, long lateBreaches) {

        /** There is none. */
        public static final Routine NONE = new Routine(ControlsPage.Score.NONE, false, 0, 0);
    }

    /**
     * Since when the figures hold.
     *
     * @param looked when letters were last looked at for what is due; empty if never
     * @param late whether that is too long ago
     * @param register when the register was last read; empty if it never was, or is not followed
     */
    public record Fresh(Optional<Instant> looked, boolean late, Optional<Instant> register) {}

    @Override
    public String template() {
        return "page/overview.jte";
    }
}
