package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Side;

/**
 * What will be done with letters that were chosen, and with which not; or what was done.
 *
 * @param own at which end of the letters the viewer is
 * @param deed what is asked for
 * @param done whether it has been done
 * @param some those with which it is done
 * @param left those that stay as they were, each with why
 * @param reason how the letters came through, if that was said
 * @param trouble a code for what is missing before anything is done
 * @param question the question that the letters were chosen from
 * @param view how they were shown
 * @param back leads back to them
 */
public record ChosenPage(
        Shell shell,
        Side own,
        Deed deed,
        boolean done,
        List<Line> some,
        List<Line> left,
        Optional<Settling.Reason> reason,
        Optional<String> trouble,
        String question,
        String view,
        String back)
        implements Page {

    /** What can be done with many letters at once. */
    public enum Deed {
        REMIND("pamin"),
        PAPER("papir"),
        SETTLE("gjor-opp");

        private final String word;

        Deed(String word) {
            this.word = word;
        }

        /** The word in forms. */
        public String word() {
            return word;
        }
    }

    /**
     * A letter.
     *
     * @param letter empty if there is none that the viewer may see
     * @param there who is at the other end
     * @param since from when its age is counted
     * @param outcome a code for what comes of it
     */
    public record Line(
            Optional<LetterId> letter,
            String there,
            String category,
            Optional<Instant> since,
            String outcome) {}

    /** How letters can be closed without being opened. */
    public List<Settling.Reason> settlings() {
        return List.of(Settling.Reason.values());
    }

    /** The key of what is said of what is asked for. */
    public String key(String of) {
        return "chosen." + of + "." + deed.name();
    }

    /** The letters' list. */
    public String path() {
        return own == Side.SENDER ? "/sendt" : "/inngaende";
    }

    @Override
    public String template() {
        return "page/chosen.jte";
    }
}
