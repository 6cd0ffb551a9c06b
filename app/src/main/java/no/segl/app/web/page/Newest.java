package no.segl.app.web.page;

import java.util.List;

/**
 * The newest of something, where there may be more than a page should show.
 *
 * @param shown newest first
 * @param total how many there are in all
 */
public record Newest<T>(List<T> shown, long total) {

    public Newest {
        shown = List.copyOf(shown);
    }

    /** Whether some are not shown. */
    public boolean more() {
        return total > shown.size();
    }
}
