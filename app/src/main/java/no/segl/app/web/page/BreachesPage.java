package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/**
 * Letters that may be a breach of personal data security («Mulige brudd»), each with its clock, and
 * what was decided of those that were.
 *
 * @param shell what stands around
 * @param open whether only those are shown that nobody has decided on
 * @param rows those of this part of the list, the newest first
 * @param waiting how many nobody has decided on
 * @param late how many of them are past their clock
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param access whether the viewer answers for any unit's cases
 */
public record BreachesPage(
        Shell shell,
        boolean open,
        List<Row> rows,
        long waiting,
        long late,
        boolean continued,
        Optional<String> next,
        boolean access)
        implements Page {

    /**
     * A letter that may be a breach.
     *
     * @param matter its case
     * @param at at which end of the letter the viewer's unit is
     * @param owner whose it is; empty if it is the unit's
     * @param known since when it is known
     * @param ends when it must have been reported
     * @param decided when it was decided on
     * @param by who decided
     */
    public record Row(
            UUID matter,
            Matter.Reason reason,
            Side at,
            Party own,
            Party other,
            String category,
            Optional<String> owner,
            Instant known,
            Instant ends,
            Optional<Instant> decided,
            Optional<Matter.Outcome> decision,
            Optional<String> by) {}

    /** The list's own address. */
    public String here() {
        return open ? "/brudd" : "/brudd?vis=alle";
    }

    @Override
    public String template() {
        return "page/breaches.jte";
    }
}
