package no.segl.core.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;

/**
 * One power, given to one person at one unit.
 *
 * @param category the only category it covers; present exactly when the power is {@code READ}
 * @param from the first instant at which it holds
 * @param until the first instant at which it no longer holds; empty if it has no end
 * @param ended whether somebody ended it: then it holds at no time any more, whatever the clock
 *     says of whoever asks
 * @param deputyFor whose deputy holds it, while they are away; empty if it is the person's own
 */
public record Grant(
        UUID id,
        PersonId person,
        OrgNumber unit,
        Power power,
        Optional<Category> category,
        Instant from,
        Optional<Instant> until,
        boolean ended,
        Optional<PersonId> deputyFor) {

    /**
     * @throws IllegalArgumentException if a power to read has no category, or another power has one
     */
    public Grant {
        if ((power == Power.READ) != category.isPresent()) {
            throw new IllegalArgumentException("to read, and only to read, needs a category");
        }
    }

    /** One of the person's own, that nobody has ended. */
    public Grant(
            UUID id,
            PersonId person,
            OrgNumber unit,
            Power power,
            Optional<Category> category,
            Instant from,
            Optional<Instant> until) {
        this(id, person, unit, power, category, from, until, false, Optional.empty());
    }

    /** Whether it holds at {@code at}. */
    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && !hasEndedAt(at);
    }

    /** The same, not before {@code at}. */
    Grant notBefore(Instant at) {
        Instant later = from.isAfter(at) ? from : at;
        return new Grant(id, person, unit, power, category, later, until, ended, deputyFor);
    }

    /** The same, for whoever is deputy of {@code absent}. */
    public Grant asDeputyOf(PersonId absent) {
        return new Grant(
                id, person, unit, power, category, from, until, ended, Optional.of(absent));
    }

    /** Whether {@code other} gives the same power in the same place, on the same ground. */
    boolean isLike(Grant other) {
        return unit.equals(other.unit)
                && power == other.power
                && category.equals(other.category)
                && deputyFor.equals(other.deputyFor);
    }

    /**
     * Whether {@code standing}, which is like it, has its term; a deputy's has its first day too.
     */
    boolean isMetBy(Grant standing) {
        return until.equals(standing.until)
                && (deputyFor.isEmpty()
                        ? !standing.from.isAfter(from)
                        : standing.from.equals(from));
    }

    /** Whether whoever has it has all of what {@code other} would give, as long as that holds. */
    boolean covers(Grant other) {
        return unit.equals(other.unit)
                && power == other.power
                && category.equals(other.category)
                && !from.isAfter(other.from)
                && until.map(end -> other.until.filter(e -> !end.isBefore(e)).isPresent())
                        .orElse(true);
    }

    /** Whether it has ended at {@code at}; one that was ended before it began never holds. */
    public boolean hasEndedAt(Instant at) {
        return ended || until.filter(end -> !at.isBefore(end)).isPresent();
    }
}
