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
 * @param places the main units at which the viewer decides whether two are needed
 * @param said what was done a moment ago, if anything
 */
public record FourEyesPage(Shell shell, List<Waiting> waiting, List<Place> places, Said said)
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

    /** A main unit, and whether two are needed there. */
    public record Place(Party unit, boolean required) {}

    @Override
    public String template() {
        return "page/four-eyes.jte";
    }
}
