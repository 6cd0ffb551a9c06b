package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/**
 * The cases that somebody answers for («Oppfølging»), what is due first first.
 *
 * @param shell what stands around
 * @param filter what it is narrowed to
 * @param rows the cases of this part of the list
 * @param groups the recipients that cases are about, when they are shown so
 * @param open how many there are
 * @param late how many of them are past their time
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param access whether they answer for any unit's cases
 */
public record CasesPage(
        Shell shell,
        CasesFilter filter,
        List<Row> rows,
        List<Group> groups,
        long open,
        long late,
        boolean continued,
        Optional<String> next,
        boolean access)
        implements Page {

    /**
     * A case in the list.
     *
     * @param at at which end of the letter it is
     * @param own the unit at that end
     * @param other the unit at the other end
     * @param owner the person whose it is; empty if it is the unit's
     * @param self whether that is who looks
     * @param clock when it must have been reported, if it may be a breach
     */
    public record Row(
            UUID id,
            Matter.Reason reason,
            Side at,
            Party own,
            Party other,
            String category,
            CaseStatus status,
            Optional<String> owner,
            boolean self,
            Instant raised,
            Instant due,
            Optional<Instant> clock) {}

    /** The cases of letters to one recipient. */
    public record Group(Party recipient, long cases, long letters, Instant due) {}

    @Override
    public String template() {
        return "page/cases.jte";
    }
}
