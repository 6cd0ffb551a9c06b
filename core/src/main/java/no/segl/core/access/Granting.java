package no.segl.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.access.AccessFact.AccessEnded;
import no.segl.core.access.AccessFact.AccessGiven;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;

/**
 * Decides on giving and ending access. For now only the operator does so, from the command line.
 */
public final class Granting {

    private static final Right OPERATOR = new Right("operator", "command line");

    private Granting() {}

    /** What came of it. */
    public enum Reply {
        DONE,
        /** It was so already; nothing was written. */
        ALREADY
    }

    /** Gives {@code grant}, unless {@code standing} already has the same grant or one like it. */
    public static Decision<AccessFact, Reply> give(List<Grant> standing, Grant grant) {
        boolean already =
                standing.stream()
                        .anyMatch(s ->
                                s.id().equals(grant.id())
                                        || (s.unit().equals(grant.unit())
                                                && s.power() == grant.power()
                                                && s.category().equals(grant.category())
                                                && s.until().equals(grant.until())
                                                && !s.from().isAfter(grant.from())));
        return already
                ? Decision.nothing(Reply.ALREADY)
                : new Decision<>(OPERATOR, List.of(new AccessGiven(grant)), Reply.DONE);
    }

    /** Ends {@code grant} now, unless it has ended. */
    public static Decision<AccessFact, Reply> end(Optional<Grant> grant, Instant now) {
        return grant.filter(g -> g.until().map(now::isBefore).orElse(true))
                .map(g ->
                        new Decision<AccessFact, Reply>(
                                OPERATOR, List.of(new AccessEnded(g.unit(), g.id())), Reply.DONE))
                .orElseGet(() -> Decision.nothing(Reply.ALREADY));
    }
}
