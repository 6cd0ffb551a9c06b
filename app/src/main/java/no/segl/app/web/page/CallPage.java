package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Matter;

/**
 * One call: what to ask for, about which letters, and what came of it.
 *
 * @param rows the letters, what has lain longest first
 * @param more whether there are more than are shown
 * @param entered what was filled in
 * @param trouble a code for why nothing was written down
 * @param said how many letters it was written down of, if it just was
 * @param first the first day that can be agreed
 * @param last the last
 * @param question the question that the call is about
 * @param back leads to all calls
 */
public record CallPage(
        Shell shell,
        Call call,
        List<Row> rows,
        boolean more,
        Entered entered,
        Optional<String> trouble,
        Optional<Said> said,
        LocalDate first,
        LocalDate last,
        String question,
        String back)
        implements Page {

    /** A letter, with its cases at the sender. */
    public record Row(
            LetterId id,
            String category,
            References references,
            Instant since,
            List<Followed> followed) {}

    /**
     * A case.
     *
     * @param owner whose it is; empty if it is the unit's
     * @param self whether it is the viewer's
     */
    public record Followed(
            UUID id, int version, Optional<String> owner, boolean self, Instant due) {}

    /** What was filled in. */
    public record Entered(String text, String awaits, String until) {}

    /**
     * What was written down.
     *
     * @param noted of how many letters, and they are the viewer's to look at again
     * @param written of how many that stay another's
     * @param left of how many it was not written down, since they are closed
     */
    public record Said(long noted, long written, long left) {}

    /** What can be awaited. */
    public List<Matter.Wait> waits() {
        return List.of(Matter.Wait.values());
    }

    @Override
    public String template() {
        return "page/call.jte";
    }
}
