package no.segl.app.web.page;

import java.util.List;

/**
 * People who hold or have held something where the viewer administers access.
 *
 * @param shell what stands around
 * @param text what was searched for; empty for all
 * @param people those found, by name
 * @param more whether there are more than are shown
 */
public record PeoplePage(Shell shell, String text, List<Row> people, boolean more) implements Page {

    /**
     * A person.
     *
     * @param grants how many grants hold now
     */
    public record Row(Person person, long grants) {}

    @Override
    public String template() {
        return "page/people.jte";
    }
}
