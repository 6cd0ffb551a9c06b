package no.segl.app.web.page;

import java.util.List;

/**
 * Somebody who controls access nowhere is on a page for those who do: why, and who can change it.
 *
 * @param shell what stands around
 * @param givers the main administrators where they are known
 * @param keyRole whether they can show that they hold a key role
 */
public record NothingAdministeredPage(Shell shell, List<AccessGiver> givers, boolean keyRole)
        implements Page {

    @Override
    public String template() {
        return "page/nothing-administered.jte";
    }
}
