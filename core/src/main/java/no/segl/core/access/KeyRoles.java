package no.segl.core.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.segl.core.access.AccessFact.AccessEnded;
import no.segl.core.access.AccessFact.KeyRoleTold;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;

/**
 * Decides on those who hold a key role (nøkkelrolle): the register tells that one is held, and
 * never by whom; a login tells by whom. Where both say so, the holder is main administrator for a
 * time. That lets nobody read.
 */
public final class KeyRoles {

    private static final Right TOLD = new Right("login", "key role");
    private static final Right REGISTER = new Right("register", "Enhetsregisteret");

    private KeyRoles() {}

    /** What the register says of a unit. */
    public enum Registered {
        /** Segl does not know the unit. */
        NOT_KNOWN,
        /** It is gone. */
        DISSOLVED,
        /** The register tells of no key role there, or has not been asked. */
        NOT_HELD,
        /** Somebody holds a key role there. */
        HELD
    }

    /** What came of it. */
    public sealed interface Reply {
        /** They administer the unit until {@code until}, unless another login tells it again. */
        record Given(Instant until) implements Reply {}

        /** They administer it for at least as long already. */
        record Already() implements Reply {}

        /** The register does not bear it out. */
        record NotBorneOut(Registered why) implements Reply {}
    }

    /**
     * A login has told that somebody holds a key role.
     *
     * @param unit what the register says of the unit
     * @param standing what they hold now
     * @param told which of it a login has told before: this takes its place, and that of nothing
     *     that somebody has given them
     * @param grant to administer the unit, until an end
     * @throws IllegalArgumentException if it is another power, or has no end
     */
    public static Decision<AccessFact, Reply> told(
            Registered unit, List<Grant> standing, Set<UUID> told, Grant grant) {
        Instant until = grant.until().orElse(Instant.MAX);
        if (grant.power() != Power.ADMINISTER || until.equals(Instant.MAX)) {
            throw new IllegalArgumentException("a key role lets administer, for a time");
        }
        if (unit != Registered.HELD) {
            return Decision.nothing(new Reply.NotBorneOut(unit));
        }
        List<Grant> alike =
                standing.stream()
                        .filter(s -> s.power() == Power.ADMINISTER && s.unit().equals(grant.unit()))
                        .toList();
        if (alike.stream().anyMatch(s -> !s.until().orElse(Instant.MAX).isBefore(until))) {
            return Decision.nothing(new Reply.Already());
        }
        List<AccessFact> facts = new ArrayList<>();
        alike.stream()
                .filter(s -> told.contains(s.id()))
                .forEach(s -> facts.add(new AccessEnded(s.unit(), s.id())));
        facts.add(new KeyRoleTold(grant));
        return new Decision<>(TOLD, facts, new Reply.Given(until));
    }

    /**
     * The register has told that a unit is gone, or that others hold its key roles or nobody does:
     * what logins have told before is no longer relied on.
     *
     * @param standing what logins have told of the unit, and has not ended
     * @return the reply is how many ended
     */
    public static Decision<AccessFact, Integer> changed(List<Grant> standing) {
        List<AccessFact> facts = new ArrayList<>();
        standing.forEach(s -> facts.add(new AccessEnded(s.unit(), s.id())));
        return facts.isEmpty()
                ? Decision.nothing(0)
                : new Decision<>(REGISTER, facts, facts.size());
    }
}
