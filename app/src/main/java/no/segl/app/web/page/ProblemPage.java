package no.segl.app.web.page;

/**
 * The page behind a problem's type address, {@code /problem/{code}} (RFC 9457).
 *
 * @param shell what stands around
 * @param code the problem's code, as in its address
 * @param status the HTTP status it comes with
 * @param title what is wrong, in the page's language
 * @param what what happened
 * @param who who can mend it
 * @param how how to mend it
 */
public record ProblemPage(
        Shell shell, String code, int status, String title, String what, String who, String how)
        implements Page {

    @Override
    public String template() {
        return "page/problem.jte";
    }
}
