package no.segl.app.web.page;

/**
 * What Segl is, for somebody who is not logged in.
 *
 * @param shell what stands around
 */
public record FrontPage(Shell shell) implements Page {

    @Override
    public String template() {
        return "page/front.jte";
    }
}
