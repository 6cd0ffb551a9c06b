package no.segl.app.notice;

import java.time.LocalDate;
import java.util.UUID;
import no.segl.app.store.ControlNotices;
import no.segl.core.id.OrgNumber;

/**
 * All that may be told of a control: which unit's it is, and numbers. What it asks of letters could
 * tell what they are about, and stands in Segl alone.
 *
 * @param kind why it is told
 * @param run where it is seen to
 * @param name the unit's
 * @param found how many letters or places it finds now
 * @param due the last day on which it can be done in time
 */
public record Errand(
        ControlNotices.Kind kind,
        UUID run,
        String name,
        OrgNumber unit,
        long found,
        LocalDate due) {

    /** With the name as it can stand in a line. */
    public Errand {
        name = Filling.plain(name);
    }
}
