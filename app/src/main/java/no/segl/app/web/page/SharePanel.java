package no.segl.app.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;

/**
 * With whom a letter is shared, and the form for sharing it; for those who may.
 *
 * @param standing the shares that hold
 * @param people who can be chosen
 * @param first the first day that a share can end on
 * @param fault whether the form came back because nobody was chosen, or the date was wrong
 */
public record SharePanel(
        LetterId letter,
        List<Standing> standing,
        List<Person> people,
        LocalDate first,
        boolean fault) {

    /** A share that holds. */
    public record Standing(UUID share, Person person, boolean documents, Optional<Instant> until) {}
}
