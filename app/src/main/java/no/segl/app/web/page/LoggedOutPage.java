package no.segl.app.web.page;

/**
 * The person has logged out.
 *
 * @param shell what stands around, without a visitor
 */
public record LoggedOutPage(Shell shell) implements Page {

    @Override
    public String template() {
        return "page/logged-out.jte";
    }
}
