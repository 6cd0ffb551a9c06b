package no.segl.core.letter;

import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.id.DispatchId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;

/**
 * What is written on the outside: enough to decide on a letter, and nothing of what is inside.
 *
 * @param replyTo the letter that this one answers, if it does
 */
public record Envelope(
        LetterId id,
        DispatchId dispatch,
        OrgNumber sender,
        OrgNumber recipient,
        Category category,
        Language language,
        Optional<LetterId> replyTo) {}
