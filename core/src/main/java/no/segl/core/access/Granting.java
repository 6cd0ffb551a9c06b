package no.segl.core.access;

import java.time.Instant;
import java.util.List;
import no.segl.core.access.AccessFact.AccessConfirmed;
import no.segl.core.access.AccessFact.AccessEnded;
import no.segl.core.access.AccessFact.AccessGiven;
import no.segl.core.access.AccessFact.PersonEntered;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;

/**
 * Decides on giving, confirming and ending access. Whoever does so must be cleared to, and need not
 * have what they give: an administrator who cannot read gives access to read, also to themselves,
 * and the ledger says so.
 */
public final class Granting {

    private Granting() {}

    /** What came of it. */
    public sealed interface Reply {
        record Done() implements Reply {}

        /** It was so already; nothing was written. */
        record Already() implements Reply {}

        /** Whoever asked may not. */
        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Gives {@code grant}, unless {@code standing} already has the same grant or one like it.
     *
     * @param by whether who gives it may
     */
    public static Decision<AccessFact, Reply> give(
            List<Grant> standing, Grant grant, Clearance by) {
        boolean already =
                standing.stream()
                        .anyMatch(s ->
                                s.id().equals(grant.id())
                                        || (s.unit().equals(grant.unit())
                                                && s.power() == grant.power()
                                                && s.category().equals(grant.category())
                                                && s.until().equals(grant.until())
                                                && !s.from().isAfter(grant.from())));
        return decide(by, already, new AccessGiven(grant));
    }

    /**
     * Makes a person known at a unit, without giving them anything.
     *
     * @param known whether they are so already
     * @param by whether who does it may give access there
     */
    public static Decision<AccessFact, Reply> enter(
            OrgNumber unit, PersonId person, boolean known, Clearance by) {
        return decide(by, known, new PersonEntered(unit, person));
    }

    /**
     * Ends {@code grant} now, unless it has ended.
     *
     * @param by whether who ends it may
     */
    public static Decision<AccessFact, Reply> end(Grant grant, Clearance by, Instant now) {
        return decide(by, grant.hasEndedAt(now), new AccessEnded(grant.unit(), grant.id()));
    }

    /**
     * Confirms in a review that {@code grant} is still needed.
     *
     * @param by whether who confirms it may
     */
    public static Decision<AccessFact, Reply> confirm(Grant grant, Clearance by, Instant now) {
        return decide(by, grant.hasEndedAt(now), new AccessConfirmed(grant.unit(), grant.id()));
    }

    private static Decision<AccessFact, Reply> decide(
            Clearance by, boolean already, AccessFact fact) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared _ when already -> Decision.nothing(new Reply.Already());
            case Clearance.Cleared(var right) ->
                    new Decision<>(right, List.of(fact), new Reply.Done());
        };
    }
}
