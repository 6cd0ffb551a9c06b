package no.segl.app.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;

/**
 * With whom a letter is shared, and the form for sharing it; for those who may.
 *
 * @param standing the shares that hold
 * @param people who can be chosen
 * @param term what was filled in before, if the form came back
 * @param documents whether the documents are to be shared too
 */
public record SharePanel(
        LetterId letter,
        List<Standing> standing,
        List<Person> people,
        Term term,
        boolean documents) {

    /** A share that holds. */
    public record Standing(UUID share, Person person, boolean documents, Optional<Instant> until) {}
}
