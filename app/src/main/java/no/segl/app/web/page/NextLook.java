package no.segl.app.web.page;

import java.time.Instant;

/**
 * When somebody looks at an open letter again.
 *
 * @param at when
 * @param why the reason, in the page's language
 * @param owner who does it
 */
public record NextLook(Instant at, String why, String owner) {

    /** Whether the time has passed and nobody has looked. */
    public boolean overdue(Instant now) {
        return at.isBefore(now);
    }
}
