package no.segl.app.web.page;

import java.util.List;
import java.util.Optional;
import no.segl.core.control.Control;
import no.segl.core.control.Rhythm;

/**
 * Where a control is set up, or figures are ordered.
 *
 * @param shell what stands around
 * @param report whether it is figures that are ordered
 * @param units the units to choose from
 * @param unit the chosen one; empty until one is chosen
 * @param people who oversees it
 * @param entered what was filled in
 * @param trouble why it was not done; empty if nothing is wrong
 */
public record ControlForm(
        Shell shell,
        boolean report,
        List<Party> units,
        Optional<Party> unit,
        List<Person> people,
        Entered entered,
        Optional<String> trouble)
        implements Page {

    /** What was filled in. */
    public record Entered(
            String about,
            String question,
            String every,
            String weekday,
            String monthday,
            String time,
            String within,
            String responsible,
            String deputy) {

        /** What is most often wanted. */
        public static final Entered USUAL =
                new Entered("RECEIVED", "", "WEEK", "1", "1", "08:00", "1", "", "");
    }

    /** What can be looked at. */
    public List<Control.About> abouts() {
        return List.of(Control.About.values());
    }

    /** How often it can come. */
    public List<Rhythm.Every> everies() {
        return report
                ? List.of(Rhythm.Every.WEEK, Rhythm.Every.MONTH)
                : List.of(Rhythm.Every.values());
    }

    /** The most days of the month. */
    public int lastOfMonth() {
        return Rhythm.Every.MONTH.last();
    }

    /** The most days of the week. */
    public int lastOfWeek() {
        return Rhythm.Every.WEEK.last();
    }

    /** The most working days to do it in. */
    public int mostWithin() {
        return Control.MOST_WITHIN;
    }

    /** Where it is sent. */
    public String action() {
        return report ? "/kontroller/rapport" : "/kontroller/ny";
    }

    @Override
    public String template() {
        return "page/control-form.jte";
    }
}
