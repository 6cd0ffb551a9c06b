package no.segl.app.web.page;

/**
 * What Segl is, for somebody who is not logged in.
 *
 * @param shell what stands around
 * @param loginFailed whether a login has just failed
 * @param keyRole whether somebody can log in to show that they hold a key role
 */
public record FrontPage(Shell shell, boolean loginFailed, boolean keyRole) implements Page {

    @Override
    public String template() {
        return "page/front.jte";
    }
}
