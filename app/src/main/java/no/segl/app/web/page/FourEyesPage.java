package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where two persons are needed to give access to read, and what waits for the second of them.
 *
 * @param shell what stands around
 * @param waiting what waits, the oldest first
 * @param total how much waits in all
 * @param lapsed what nobody answered in time of late, the newest first
 * @param places the main units at which the viewer decides whether two are needed
 * @param said what was done a moment ago, if anything
 */
public record FourEyesPage(
        Shell shell,
        List<Waiting> waiting,
        long total,
        Newest<Lapsed> lapsed,
        List<Place> places,
        Said said)
        implements Page {

    /** What was done a moment ago. */
    public enum Said {
        NOTHING,
        ASKED,
        APPROVED,
        DECLINED,
        LATE,
        OWN,
        ASKER_GONE,
        REQUIRED,
        TOO_FEW
    }

    /**
     * Something that was asked for.
     *
     * @param receiver who is to get access; empty if it is asked that two are no longer needed
     * @param category the category's name
     * @param until when the access is to end
     * @param lapses when it can no longer be approved
     * @param own whether the viewer asked
     */
    public record Waiting(
            UUID id,
            Party unit,
            Optional<Person> receiver,
            Optional<String> category,
            Optional<Instant> until,
            Person asker,
            Instant asked,
            Instant lapses,
            boolean own) {}

    /**
     * Something that was asked for, and that nobody answered in time.
     *
     * @param receiver who was to get access; empty if it was asked that two are no longer needed
     * @param category the category's name
     * @param at when it lapsed
     * @param own whether the viewer asked
     */
    public record Lapsed(
            Party unit,
            Optional<Person> receiver,
            Optional<String> category,
            Person asker,
            Instant asked,
            Instant at,
            boolean own) {

        /** Where it can be asked for again: on the unit's page, or further down on this one. */
        public String again() {
            return receiver.map(person ->
                            AccessPage.of(unit.number()) + "?person=" + person.id() + "#gi")
                    .orElse("#kor");
        }
    }

    /** A main unit, and whether two are needed there. */
    public record Place(Party unit, boolean required) {}

    @Override
    public String template() {
        return "page/four-eyes.jte";
    }
}
