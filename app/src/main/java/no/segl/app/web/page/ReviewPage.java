package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;

/**
 * Grants that have stood for so long that somebody must say whether they are still needed, and what
 * is shared besides.
 *
 * @param shell what stands around
 * @param days how many days they may stand where nothing else is decided
 * @param rows those that are due, the longest standing first
 * @param total how many are due in all
 * @param refused how many of what was decided a moment ago the viewer may not decide any more, and
 *     how many that was in all; empty if it was none
 * @param places main units where the viewer decides how often
 * @param shared letters that are shared one by one
 */
public record ReviewPage(
        Shell shell,
        long days,
        List<Row> rows,
        long total,
        List<Integer> refused,
        List<Place> places,
        SharedPanel shared)
        implements Page {

    /**
     * A grant that is due.
     *
     * @param category the category's name; empty for another power than to read
     * @param confirmed when it was given or last confirmed
     */
    public record Row(
            UUID grant,
            Person person,
            Party unit,
            Power power,
            Optional<String> category,
            Instant confirmed) {}

    /**
     * A main unit where the viewer decides how often access is gone through.
     *
     * @param period how often: the key of the words; empty if it is as the rule says
     * @param spans the periods of which there is a record, the newest first
     */
    public record Place(Party unit, Optional<String> period, List<Span> spans) {

        /** The address of the record of one of them. */
        public String file(Span span) {
            return "/tilganger/gjennomgang/"
                    + unit.number().value()
                    + "/liste.csv?fra="
                    + span.first();
        }
    }

    /** A period, by its first and last day. */
    public record Span(LocalDate first, LocalDate last) {}

    @Override
    public String template() {
        return "page/review.jte";
    }
}
