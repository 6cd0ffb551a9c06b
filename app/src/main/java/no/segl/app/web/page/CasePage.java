package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Side;

/**
 * One case: what to do about it, what has been done, and the forms for doing it.
 *
 * @param shell what stands around
 * @param matter the case
 * @param steps what to do next, in words of the page's language
 * @param people those who answer for it at this end, whom it can be given to
 * @param history what has happened to it, oldest first
 * @param meanwhile what others have done since the form was fetched
 * @param trouble why what was asked for was not done; empty if it was
 * @param entered what was filled in before
 * @param maySettle whether they may close the letter itself
 * @param mayOrder whether they may have the letter put on paper anew
 * @param first the first day that it can be put off to
 * @param last the last one
 */
public record CasePage(
        Shell shell,
        Shown matter,
        List<String> steps,
        List<Answering> people,
        List<Event> history,
        List<Event> meanwhile,
        Optional<String> trouble,
        Entered entered,
        boolean maySettle,
        boolean mayOrder,
        LocalDate first,
        LocalDate last)
        implements Page {

    /**
     * A case.
     *
     * @param version the version that the page shows
     * @param owner the person whose it is; empty if it is the unit's
     * @param self whether that is who looks
     * @param letterStatus where the letter is
     * @param canOpen how many people can open the letter now
     * @param clock when it must have been reported, if it may be a breach
     */
    public record Shown(
            UUID id,
            int version,
            LetterId letter,
            Matter.Reason reason,
            Side at,
            Party sender,
            Party recipient,
            String category,
            LetterStatus letterStatus,
            Optional<Instant> available,
            CaseStatus status,
            Optional<Person> owner,
            boolean self,
            Instant due,
            int canOpen,
            Optional<Instant> clock) {

        /** The unit at the case's end. */
        public Party own() {
            return at == Side.SENDER ? sender : recipient;
        }

        /** Whether it is done with. */
        public boolean isDone() {
            return status == CaseStatus.DONE;
        }
    }

    /**
     * Somebody who answers for the case.
     *
     * @param mobiles their numbers, shown at their own end only
     */
    public record Answering(Person person, boolean self, List<String> mobiles) {}

    /** Something that happened, with what was written if something was. */
    public record Event(Instant at, String who, String what, Optional<String> text) {}

    /** What was filled in before. */
    public record Entered(
            String comment,
            String person,
            String why,
            String until,
            String outcome,
            String settle) {

        /** Nothing. */
        public static final Entered NOTHING = new Entered("", "", "", "", "", "");
    }

    /** How a case like this can end. */
    public List<Matter.Outcome> outcomes() {
        return Matter.Outcome.of(matter.reason());
    }

    /** Why it can be put off. */
    public List<Matter.Wait> waits() {
        return List.of(Matter.Wait.values());
    }

    /** How the letter can be closed without being opened. */
    public List<Settling.Reason> settlings() {
        return List.of(Settling.Reason.values());
    }

    @Override
    public String template() {
        return "page/case.jte";
    }
}
