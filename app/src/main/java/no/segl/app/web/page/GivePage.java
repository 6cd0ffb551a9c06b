package no.segl.app.web.page;

import java.util.List;

/**
 * Giving one person access at several units at once.
 *
 * @param shell what stands around
 * @param units the units that were chosen
 * @param form the form
 */
public record GivePage(Shell shell, List<Party> units, GiveForm form) implements Page {

    @Override
    public String template() {
        return "page/give.jte";
    }
}
