package no.segl.app.web.page;

import java.util.Optional;

/**
 * How well everybody can use Segl, and what is known to be missing.
 *
 * @param shell what stands around
 * @param contact where to report a barrier, such as an e-mail address; or empty
 */
public record AccessibilityPage(Shell shell, Optional<String> contact) implements Page {

    @Override
    public String template() {
        return "page/accessibility.jte";
    }
}
