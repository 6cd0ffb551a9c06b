package no.segl.app.web.page;

import java.time.Instant;
import java.util.Optional;
import no.segl.core.id.LetterId;

/**
 * A letter as its reader sees it from outside.
 *
 * @param id the letter
 * @param sender who sent it
 * @param recipient the unit it is for
 * @param category the name of its category, in the page's language
 * @param title its title, if the viewer may read it
 * @param language the BCP 47 tag of the language it is written in
 * @param available since when it could be opened
 * @param documents how many documents it has
 */
public record Letter(
        LetterId id,
        Party sender,
        Party recipient,
        String category,
        Optional<String> title,
        String language,
        Instant available,
        int documents) {

    /** Without its title, which is content. */
    public Letter untitled() {
        return new Letter(
                id, sender, recipient, category, Optional.empty(), language, available, documents);
    }
}
