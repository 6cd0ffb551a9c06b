package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;

/**
 * All letters the person may open, over all units at once; the oldest unopened first.
 *
 * @param shell what stands around
 * @param rows the letters of this part of the list, in order
 * @param unopened how many letters are unopened in all, not only here
 * @param oldest since when the oldest unopened one could be opened
 * @param continued whether this part is not the list's first
 * @param next the cursor of the next part
 * @param access whether the person may open letters anywhere at all
 * @param givers who can give access; shown when there is none
 * @param categories what the list can be narrowed to
 * @param chosen the code of the category that it is narrowed to; empty for all
 */
public record InboxPage(
        Shell shell,
        List<Row> rows,
        long unopened,
        Optional<Instant> oldest,
        boolean continued,
        Optional<String> next,
        boolean access,
        List<AccessGiver> givers,
        List<Choice> categories,
        String chosen)
        implements Page {

    /** The list's address, without a place in it. */
    public String base() {
        return chosen.isEmpty() ? "/innboks" : "/innboks?kategori=" + chosen;
    }

    /**
     * A letter in the list.
     *
     * @param id the letter
     * @param sender who sent it
     * @param recipient the unit it is for
     * @param category the category's name, in the page's language
     * @param title its title, if the person may read it
     * @param language the BCP 47 tag of the title's language
     * @param available since when it could be opened
     * @param opened when it was first opened, or empty
     * @param shared whether it was shared with the person, and is not theirs by a grant
     */
    public record Row(
            LetterId id,
            Party sender,
            Party recipient,
            String category,
            Optional<String> title,
            String language,
            Instant available,
            Optional<Instant> opened,
            boolean shared) {

        public LetterStatus status() {
            return opened.isPresent() ? LetterStatus.OPENED : LetterStatus.AVAILABLE;
        }
    }

    @Override
    public String template() {
        return "page/inbox.jte";
    }
}
