package no.segl.app.web.page;

/**
 * What Segl is, for somebody who is not logged in.
 *
 * @param shell what stands around
 * @param loginFailed whether a login has just failed
 */
public record FrontPage(Shell shell, boolean loginFailed) implements Page {

    @Override
    public String template() {
        return "page/front.jte";
    }
}
