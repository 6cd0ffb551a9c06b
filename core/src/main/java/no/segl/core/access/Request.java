package no.segl.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;

/**
 * What one person with the power to give has asked for where two are needed, and which does not
 * hold until another has approved it.
 *
 * @param unit where it is asked for
 * @param grant what is to be given; empty if it is asked that two are no longer needed at the unit
 * @param by who asked, and so cannot approve
 * @param lapses the first instant at which it can no longer be approved
 */
public record Request(
        UUID id,
        OrgNumber unit,
        Optional<Grant> grant,
        PersonId by,
        Instant asked,
        Instant lapses) {

    /** Whether it has lapsed at {@code at}. */
    public boolean hasLapsedAt(Instant at) {
        return !at.isBefore(lapses);
    }

    /** Whether {@code other} asks for the same. */
    boolean isLike(Request other) {
        return unit.equals(other.unit)
                && grant.map(Request::essence).equals(other.grant.map(Request::essence));
    }

    private static String essence(Grant grant) {
        return List.of(
                        grant.person(),
                        grant.power(),
                        grant.category(),
                        grant.until(),
                        grant.deputyFor())
                .toString();
    }
}
