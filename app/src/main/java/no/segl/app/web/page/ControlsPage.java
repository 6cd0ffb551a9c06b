package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The routine («Kontroller»): what is to be done now, every control with how it went the last time,
 * and who gets figures by e-mail.
 *
 * @param shell what stands around
 * @param open what nobody has accounted for, what is due first first
 * @param controls every control that has not ended
 * @param reports who gets figures
 * @param score how it went lately
 * @param access whether the viewer oversees any unit
 */
public record ControlsPage(
        Shell shell,
        List<Run> open,
        List<Control> controls,
        List<Report> reports,
        Score score,
        boolean access)
        implements Page {

    /**
     * One time that a control fell due.
     *
     * @param what what it is about, in words of the page's language
     * @param rhythm how often it comes
     * @param who whose it is, or who accounted for it; empty if it is the main administrators'
     * @param due when it is to be done
     * @param accounted when it was accounted for
     * @param found what was found then, in words
     */
    public record Run(
            UUID id,
            String what,
            String rhythm,
            Party unit,
            RunStatus status,
            Optional<String> who,
            Instant due,
            Optional<Instant> accounted,
            Optional<String> found) {}

    /**
     * A control.
     *
     * @param responsible who does it
     * @param deputy who else may
     * @param last how it went the last time; empty if it has not fallen due yet
     * @param next when it falls due next
     */
    public record Control(
            UUID id,
            String what,
            String rhythm,
            Party unit,
            String responsible,
            Optional<String> deputy,
            Optional<Run> last,
            Instant next) {}

    /** Figures that somebody gets. */
    public record Report(
            UUID id,
            Party unit,
            String rhythm,
            String person,
            Instant next,
            Optional<Instant> sent) {}

    /**
     * How it went in the last thirty days.
     *
     * @param due how many were to be done
     * @param onTime how many of them were done on time
     * @param missed how many are missed and not accounted for, however old
     */
    public record Score(long due, long onTime, long missed) {

        /** Nothing was to be done. */
        public static final Score NONE = new Score(0, 0, 0);
    }

    @Override
    public String template() {
        return "page/controls.jte";
    }
}
