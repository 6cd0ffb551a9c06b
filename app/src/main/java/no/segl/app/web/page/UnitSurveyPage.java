package no.segl.app.web.page;

import java.util.List;
import java.util.Optional;
import no.segl.core.party.UnitKind;

/**
 * Whether one unit can receive, why, and what would mend it.
 *
 * @param shell what stands around
 * @param unit which
 * @param above the name of the unit above it
 * @param cells one for each category
 * @param reached where notices to it go
 * @param checks the guided checks that are answered there
 * @param mayGive whether the viewer gives access there
 */
public record UnitSurveyPage(
        Shell shell,
        Party unit,
        UnitKind kind,
        Optional<String> above,
        List<SurveyPage.Cell> cells,
        SurveyPage.Reached reached,
        List<CheckPage.Row> checks,
        boolean mayGive)
        implements Page {

    /** How many categories it cannot receive. */
    public long gaps() {
        return cells.stream().filter(c -> !c.isReady()).count();
    }

    @Override
    public String template() {
        return "page/unit-survey.jte";
    }
}
