package no.segl.app.web.page;

import java.util.List;
import java.util.Optional;

/**
 * What was done, and what was not: of every control or of one.
 *
 * @param shell what stands around
 * @param control the one it is about; empty for all of them
 * @param ended whether that one comes no more
 * @param lately whether only the last thirty days are shown
 * @param rows the runs of this part of the list, what was to be done last first
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param trouble why what was asked for was not done; empty if it was
 */
public record RunsPage(
        Shell shell,
        Optional<ControlsPage.Control> control,
        boolean ended,
        boolean lately,
        List<ControlsPage.Run> rows,
        boolean continued,
        Optional<String> next,
        Optional<String> trouble)
        implements Page {

    /** The list's own address. */
    public String here() {
        return control.map(c -> "/kontroller/" + c.id()).orElse("/kontroller/gjennomforinger")
                + (lately ? "?siste=30" : "");
    }

    /** The address of the part that follows. */
    public String after() {
        return here() + (lately ? "&" : "?") + "etter=" + next.orElse("");
    }

    /** The address of the same as a file. */
    public String file() {
        return "/kontroller/gjennomforinger.csv"
                + control.map(c -> "?kontroll=" + c.id()).orElse(lately ? "?siste=30" : "");
    }

    @Override
    public String template() {
        return "page/runs.jte";
    }
}
