package no.segl.core.deadline;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;

/**
 * What surrounds a letter at the moment it is looked at.
 *
 * @param readers who can open it
 * @param administrators who can give somebody access to it
 * @param cases what it is a case for already, and has not been closed
 * @param ids new ids, each never given before
 */
public record Situation(
        List<PersonId> readers,
        List<PersonId> administrators,
        Set<Raised> cases,
        Supplier<UUID> ids) {

    /** That a letter is a case, why, and at which end. */
    public record Raised(Matter.Reason reason, Side at) {}

    public Situation {
        readers = List.copyOf(readers);
        administrators = List.copyOf(administrators);
        cases = Set.copyOf(cases);
    }
}
