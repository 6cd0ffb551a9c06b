package no.segl.app.work;

import java.time.Instant;
import java.util.Set;
import no.segl.app.store.DueNotices;
import no.segl.app.store.Troubles;
import no.segl.app.store.Troubles.Name;
import no.segl.core.letter.Notice;

/**
 * Remembers since when a way out for notices is shut, for whoever watches from outside: those whom
 * a notice would tell of it cannot be told. It is open again when something has gone that way, or
 * nothing waits for it any more.
 */
final class Ways {

    private final Troubles troubles;
    private final DueNotices due;

    Ways(Troubles troubles, DueNotices due) {
        this.troubles = troubles;
        this.due = due;
    }

    /**
     * Takes in what a round has found.
     *
     * @param open by which ways something went
     * @param shut which ways took nothing of anybody
     */
    void found(Set<Notice.Channel> open, Set<Notice.Channel> shut, Instant now) {
        for (Notice.Channel way : Notice.Channel.values()) {
            Name name = way == Notice.Channel.EMAIL ? Name.MAIL : Name.SMS;
            if (open.contains(way)) {
                troubles.isOver(name);
            } else if (shut.contains(way)) {
                troubles.isThere(name, now);
            } else if (troubles.since(name).isPresent() && !due.waits(way)) {
                troubles.isOver(name);
            }
        }
    }
}
