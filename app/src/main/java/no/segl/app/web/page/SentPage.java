package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;

/**
 * What the person's units have sent.
 *
 * @param shell what stands around
 * @param filter which letters are listed
 * @param rows the letters of this part of the list, in order
 * @param unopened how many sent letters are available and not opened, over all
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param access whether the person may see any unit's sent letters
 * @param givers who can give access; shown when there is none
 */
public record SentPage(
        Shell shell,
        Filter filter,
        List<Row> rows,
        long unopened,
        boolean continued,
        Optional<String> next,
        boolean access,
        List<AccessGiver> givers)
        implements Page {

    /** Which letters are listed, as the query parameter {@code vis} says. */
    public enum Filter {
        ALL("alle"),
        UNOPENED("ikke-apnet");

        private final String parameter;

        Filter(String parameter) {
            this.parameter = parameter;
        }

        /** The value of {@code vis}. */
        public String parameter() {
            return parameter;
        }

        /** The filter with this value of {@code vis}; all letters if it is none. */
        public static Filter of(String parameter) {
            return parameter.equals(UNOPENED.parameter) ? UNOPENED : ALL;
        }
    }

    /**
     * A letter in the list.
     *
     * @param id the letter
     * @param sender the unit that sent it
     * @param recipient who it is for
     * @param category the category's name, in the page's language
     * @param references what it refers to
     * @param status where it is
     * @param accepted when Segl took it in: its age counts from here
     * @param look when it is looked at again; empty only when it is closed
     */
    public record Row(
            LetterId id,
            Party sender,
            Party recipient,
            String category,
            References references,
            LetterStatus status,
            Instant accepted,
            Optional<NextLook> look) {}

    @Override
    public String template() {
        return "page/sent.jte";
    }
}
