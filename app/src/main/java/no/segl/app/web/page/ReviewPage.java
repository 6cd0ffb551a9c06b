package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Power;

/**
 * Grants that have stood for so long that somebody must say whether they are still needed, and what
 * is shared besides.
 *
 * @param shell what stands around
 * @param days how many days they may stand
 * @param rows those that are due, the longest standing first
 * @param total how many are due in all
 * @param shared letters that are shared one by one
 */
public record ReviewPage(Shell shell, long days, List<Row> rows, long total, SharedPanel shared)
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

    @Override
    public String template() {
        return "page/review.jte";
    }
}
