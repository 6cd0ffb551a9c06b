package no.segl.app.web.page;

import java.util.Optional;
import java.util.Set;

/**
 * Something went wrong, in words for the person it happened to.
 *
 * @param shell what stands around
 * @param status the HTTP status of the answer
 * @param reference what to quote when reporting it, or empty
 * @param higher where to log in at a higher level, if too low a level is what was wrong
 */
public record ErrorPage(
        Shell shell, int status, Optional<String> reference, Optional<String> higher)
        implements Page {

    static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 413, 429, 500, 503);

    /** The prefix of the words: those of the status, or of its class if it has none of its own. */
    public String key() {
        if (higher.isPresent()) {
            return "error.tooLow";
        }
        int shown = KNOWN.contains(status) ? status : status >= 500 ? 500 : 400;
        return "error." + shown;
    }

    /** Whether logging in could help. */
    public boolean login() {
        return status == 401 && shell.visitor().isEmpty();
    }

    @Override
    public String template() {
        return "page/error.jte";
    }
}
