package no.segl.core.access;

import java.util.List;
import no.segl.core.access.AccessFact.AccessListed;
import no.segl.core.access.AccessFact.LettersExported;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;

/**
 * Decides on telling who has access at a unit, and on handing out lists of letters as files.
 * Neither leaves without an entry in the ledger (law: personvernforordningen-5).
 */
public final class Listing {

    private Listing() {}

    /**
     * Whether it is told.
     *
     * @param by whether who asks may know; it is the reply
     */
    public static Decision<AccessFact, Clearance> decide(OrgNumber unit, Clearance by) {
        return told(new AccessListed(unit), by);
    }

    /**
     * Whether a list of letters is handed out.
     *
     * @param by whether who takes it may follow letters at the unit; it is the reply
     */
    public static Decision<AccessFact, Clearance> export(LettersExported list, Clearance by) {
        return told(list, by);
    }

    private static Decision<AccessFact, Clearance> told(AccessFact fact, Clearance by) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(denied);
            case Clearance.Cleared(var right) -> new Decision<>(right, List.of(fact), by);
        };
    }
}
