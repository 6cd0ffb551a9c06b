package no.segl.app.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The newest of something, where there may be more than a page should show; or a later part of it.
 *
 * @param shown newest first
 * @param total how many there are in all
 * @param continued whether there are newer ones than those shown
 * @param next where the older ones begin, as the page is asked for it; empty if there are none
 */
public record Newest<T>(List<T> shown, long total, boolean continued, Optional<String> next) {

    public Newest {
        shown = List.copyOf(shown);
    }

    /** The newest, of which no more can be asked for. */
    public Newest(List<T> shown, long total) {
        this(shown, total, false, Optional.empty());
    }

    /** Whether some are not shown. */
    public boolean more() {
        return total > shown.size();
    }
}
