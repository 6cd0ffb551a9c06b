package no.segl.core.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.segl.core.access.AccessFact.AccessConfirmed;
import no.segl.core.access.AccessFact.AccessEnded;
import no.segl.core.access.AccessFact.AccessGiven;
import no.segl.core.access.AccessFact.NumberShown;
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

        /** Nobody would be left who controls access there; the operator alone does that. */
        record LastAdministrator() implements Reply {}

        /** Two are needed here: it waits for another person to approve it. */
        record Asked() implements Reply {}

        /** Whoever asked for it cannot approve it. */
        record OwnRequest() implements Reply {}

        /**
         * Whoever asked for it may not give it any longer: nothing is given, the request is gone.
         */
        record AskerMayNot() implements Reply {}

        /** A request fell away, with somebody whom it concerns. */
        record Dropped() implements Reply {}

        /** There is nobody else who could approve. */
        record TooFew() implements Reply {}

        /** Whoever asked may not. */
        record Refused(Clearance.Denied why) implements Reply {}
    }

    /**
     * Gives {@code grant}, unless {@code standing} has one like it. One like it on another term is
     * ended: what was decided last is what holds. A deputy's grants are apart from their own: they
     * get nothing that they have for as long anyhow, and lose nothing that is theirs.
     *
     * @param standing what the receiver has, also what has not begun
     * @param by whether who gives it may
     */
    public static Decision<AccessFact, Reply> give(
            List<Grant> standing, Grant grant, Clearance by) {
        return give(standing, grant, by, false);
    }

    /**
     * The same, where the one like it may be what keeps control of access at its unit: that is not
     * given an end.
     *
     * @param last whether the receiver is the last who controls access there for good
     */
    public static Decision<AccessFact, Reply> give(
            List<Grant> standing, Grant grant, Clearance by, boolean last) {
        if (last && grant.until().isPresent() && by instanceof Clearance.Cleared) {
            return Decision.nothing(new Reply.LastAdministrator());
        }
        List<Grant> alike = standing.stream().filter(grant::isLike).toList();
        boolean hasOwn =
                grant.deputyFor().isPresent()
                        && standing.stream()
                                .filter(s -> s.deputyFor().isEmpty())
                                .anyMatch(s -> s.covers(grant));
        boolean already = hasOwn || alike.stream().anyMatch(grant::isMetBy);
        List<AccessFact> facts = new ArrayList<>();
        alike.forEach(s -> facts.add(new AccessEnded(s.unit(), s.id())));
        facts.add(new AccessGiven(grant));
        return decide(by, already, facts);
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
     * Shows the number of a person who is known at {@code unit}, to tell namesakes apart.
     *
     * @param by whether who is to see it may give access there
     */
    public static Decision<AccessFact, Reply> showNumber(
            OrgNumber unit, PersonId person, Clearance by) {
        return decide(by, false, new NumberShown(unit, person));
    }

    /**
     * Ends {@code grant} now, unless it has ended.
     *
     * @param by whether who ends it may
     * @param last whether it is the last that lets anybody control access at its unit
     */
    public static Decision<AccessFact, Reply> end(
            Grant grant, Clearance by, boolean last, Instant now) {
        if (last && by instanceof Clearance.Cleared && !grant.hasEndedAt(now)) {
            return Decision.nothing(new Reply.LastAdministrator());
        }
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
        return decide(by, already, List.of(fact));
    }

    private static Decision<AccessFact, Reply> decide(
            Clearance by, boolean already, List<AccessFact> facts) {
        return switch (by) {
            case Clearance.Denied denied -> Decision.nothing(new Reply.Refused(denied));
            case Clearance.Cleared _ when already -> Decision.nothing(new Reply.Already());
            case Clearance.Cleared(var right) -> new Decision<>(right, facts, new Reply.Done());
        };
    }
}
