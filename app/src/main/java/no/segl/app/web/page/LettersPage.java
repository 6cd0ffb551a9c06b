package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Side;

/**
 * The letters of the units that the viewer oversees: what they have sent («Sendt»), or what has
 * come to them («Inngående»), with its status and never its title.
 *
 * @param shell what stands around
 * @param own at which end of the letters the viewer's units are
 * @param filter which letters are asked for, and how they are shown
 * @param rows the letters of this part of the list, in order
 * @param groups those at the other end, when they are shown so
 * @param count how many letters are asked for
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param access whether the viewer oversees any unit
 * @param kept the questions that are kept
 */
public record LettersPage(
        Shell shell,
        Side own,
        LettersFilter filter,
        List<Row> rows,
        List<Group> groups,
        Count count,
        boolean continued,
        Optional<String> next,
        boolean access,
        KeptViews kept)
        implements Page {

    /**
     * A letter in the list.
     *
     * @param here the viewer's unit
     * @param there the unit at the other end
     * @param category the category's name, in the page's language
     * @param references what it refers to; none at the recipient's end
     * @param since from when its age is counted
     * @param ready how it stands with who can open it: a verdict of package {@code readiness};
     *     empty when it is closed, for then it does not matter
     * @param look when it is looked at again; empty only when it is closed
     */
    public record Row(
            LetterId id,
            Party here,
            Party there,
            String category,
            References references,
            LetterStatus status,
            Instant since,
            Optional<String> ready,
            Optional<NextLook> look) {

        /** Whether something can be done with it: it is available, and not opened. */
        public boolean isChoosable() {
            return status == LetterStatus.AVAILABLE;
        }
    }

    /** The letters with one unit at the other end; {@code href} leads to them. */
    public record Group(Party party, long letters, Instant oldest, String href) {}

    /**
     * How many letters there are.
     *
     * @param more whether there are more than that
     * @param oldest since when the oldest has lain; empty if that is not told
     */
    public record Count(long letters, boolean more, Optional<Instant> oldest) {}

    /** Whether there is anything that something can be done with. */
    public boolean isChoosable() {
        return !groups.isEmpty() || rows.stream().anyMatch(Row::isChoosable);
    }

    /** The end of the texts' keys for this list: {@code SENDER} or {@code RECIPIENT}. */
    public String end() {
        return own.name();
    }

    @Override
    public String template() {
        return "page/letters.jte";
    }
}
