package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;

/**
 * Who has a letter and whether it is handled, and the forms for that, for those who may.
 *
 * @param opened whether the letter has been opened, so that it may be handled
 * @param sealedUnread whether something in it is sealed and unread, so that it cannot be handled
 * @param may whether the viewer may do anything with it
 * @param people to whom the viewer may give it
 * @param fault whether it could not be given to whom was chosen
 * @param reported whether somebody has said that it is not for them
 */
public record CarePanel(
        LetterId letter,
        Optional<Assigned> assigned,
        Optional<Handled> handled,
        boolean opened,
        boolean sealedUnread,
        boolean may,
        List<Person> people,
        boolean fault,
        boolean reported) {

    /**
     * Somebody has it.
     *
     * @param reads whether they can still read it
     */
    public record Assigned(Person person, boolean self, Instant since, boolean reads) {}

    /** Somebody was done with it. */
    public record Handled(String name, Instant at) {}

    /** Whether that person has it. */
    public boolean isWith(Person person) {
        return assigned.filter(a -> a.person().id().equals(person.id())).isPresent();
    }
}
