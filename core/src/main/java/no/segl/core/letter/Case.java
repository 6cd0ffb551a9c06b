package no.segl.core.letter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.PersonId;

/**
 * A case, as it stands. It always has an owner: a person, or else those who answer for the unit at
 * its end of the letter.
 *
 * @param due when it is to have been looked at
 * @param owner the person whose it is; empty if it is the unit's
 * @param version how many times it has been changed: who changes it says what they have seen
 * @param closed whether it is done with
 */
public record Case(
        UUID id,
        Matter.Reason reason,
        Side at,
        Instant raised,
        Instant due,
        Optional<PersonId> owner,
        int version,
        boolean closed) {}
