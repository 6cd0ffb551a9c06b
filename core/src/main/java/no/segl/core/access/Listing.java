package no.segl.core.access;

import java.util.List;
import no.segl.core.access.AccessFact.AccessListed;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;

/**
 * Decides on telling who has access at a unit. A list of persons is told to nobody without an entry
 * in the ledger (law: personvernforordningen-5).
 */
public final class Listing {

    private Listing() {}

    /**
     * Whether it is told.
     *
     * @param by whether who asks may know; it is the reply
     */
    public static Decision<AccessFact, Clearance> decide(OrgNumber unit, Clearance by) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(denied);
            case Clearance.Cleared(var right) ->
                    new Decision<>(right, List.of(new AccessListed(unit)), by);
        };
    }
}
