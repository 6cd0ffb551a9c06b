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
 * @param keyRole whether somebody can log in to show that they hold a key role; said with it
 * @param filter what the list is narrowed to
 * @param people to whom letters of this part can be given
 * @param outcome what came of an act with several letters, if there was one a moment ago
 * @param loginFailed whether another login, such as at a higher level, has just failed
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
        boolean keyRole,
        InboxFilter filter,
        List<Person> people,
        Optional<Outcome> outcome,
        boolean loginFailed)
        implements Page {

    /** The same, for somebody who comes from logging in once more. */
    public InboxPage afterLogin(boolean failed) {
        return new InboxPage(
                shell, rows, unopened, oldest, continued, next, access, givers, keyRole, filter,
                people, outcome, failed);
    }

    /**
     * What came of an act with the letters that were chosen.
     *
     * @param done how many are now as was asked for
     * @param left those of which that could not be done
     */
    public record Outcome(Act act, long done, List<Left> left) {}

    /** What can be done with several letters at once; never to open them. */
    public enum Act {
        ASSIGN,
        HANDLE,
        /** None was possible: nothing was chosen, or nobody to give it to. */
        NOTHING_CHOSEN,
        NOBODY_CHOSEN
    }

    /**
     * A letter that was left as it was.
     *
     * @param name what it is called in the list
     * @param why a code
     */
    public record Left(Optional<LetterId> letter, String name, String why) {}

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
     * @param assignee who has it
     * @param handled when it was marked as handled
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
            boolean shared,
            Optional<Assignee> assignee,
            Optional<Instant> handled) {

        public LetterStatus status() {
            return opened.isPresent() ? LetterStatus.OPENED : LetterStatus.AVAILABLE;
        }
    }

    /**
     * Who has a letter: the viewer, or somebody by name.
     *
     * @param reads whether they can still read any of the letters in this part of the list
     */
    public record Assignee(String name, boolean self, boolean reads) {}

    @Override
    public String template() {
        return "page/inbox.jte";
    }
}
