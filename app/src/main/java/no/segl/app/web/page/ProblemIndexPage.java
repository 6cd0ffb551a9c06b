package no.segl.app.web.page;

import java.util.List;

/**
 * All problems that Segl can answer with.
 *
 * @param shell what stands around
 * @param problems in order of status and code
 */
public record ProblemIndexPage(Shell shell, List<Problem> problems) implements Page {

    /**
     * A problem in the list.
     *
     * @param code the problem's code, as in its address
     * @param status the HTTP status it comes with
     * @param title what is wrong, in the page's language
     */
    public record Problem(String code, int status, String title) {}

    @Override
    public String template() {
        return "page/problem-index.jte";
    }
}
