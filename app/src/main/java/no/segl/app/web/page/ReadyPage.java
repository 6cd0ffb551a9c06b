package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether those whom letters are to go to can open them («Kan de åpne?»), and what their sender
 * wants done about those who cannot.
 *
 * @param shell what stands around
 * @param text the recipients, as they were written or pasted
 * @param categories those that can be asked of
 * @param category the one that was asked of; empty if none
 * @param faults what in the text could not be understood, each in a line's words
 * @param fault what is wrong with the question as a whole, as the end of a key; or empty
 * @param rows the answers, those who cannot open it first
 * @param policies what holds for the units that one administers or sends for
 * @param done whether a choice was just kept
 */
public record ReadyPage(
        Shell shell,
        String text,
        List<Choice> categories,
        String category,
        List<String> faults,
        String fault,
        List<Row> rows,
        List<Policy> policies,
        boolean done)
        implements Page {

    /**
     * One recipient.
     *
     * @param name empty if Segl does not know it
     * @param verdict such as {@code READY}: the end of a key
     * @param ground why: the end of a key
     * @param asOf when that was known
     */
    public record Row(
            Optional<String> name,
            no.segl.core.id.OrgNumber number,
            String verdict,
            String ground,
            Instant asOf) {

        public boolean isReady() {
            return verdict.equals("READY");
        }
    }

    /**
     * What a unit wants done.
     *
     * @param response such as {@code HOLD}: the end of a key
     * @param mine whether one may change it
     */
    public record Policy(Party unit, String response, boolean mine) {}

    /** How many can open it. */
    public long ready() {
        return rows.stream().filter(Row::isReady).count();
    }

    @Override
    public String template() {
        return "page/ready.jte";
    }
}
