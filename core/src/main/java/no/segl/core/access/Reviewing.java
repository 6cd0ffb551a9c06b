package no.segl.core.access;

import java.util.List;
import no.segl.core.access.AccessFact.ReviewPeriodSet;
import no.segl.core.access.Clearance.Cleared;
import no.segl.core.access.Clearance.Denied;
import no.segl.core.access.Granting.Reply;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Decision;

/**
 * Decides how often access is gone through in an organisation (law: personvernforordningen-5). Its
 * main administrators do; that it is as before is a decision too, and is written.
 */
public final class Reviewing {

    private Reviewing() {}

    /**
     * Access at {@code unit} and beneath it is gone through that often from now on.
     *
     * @param by whether who decides it administers the unit
     */
    public static Decision<AccessFact, Reply> set(
            OrgNumber unit, ReviewPeriod period, Clearance by) {
        return switch (by) {
            case Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Cleared(var right) ->
                    new Decision<>(
                            right, List.of(new ReviewPeriodSet(unit, period)), new Reply.Done());
        };
    }
}
