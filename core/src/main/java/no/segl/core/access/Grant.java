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
 */
public record Grant(
        UUID id,
        PersonId person,
        OrgNumber unit,
        Power power,
        Optional<Category> category,
        Instant from,
        Optional<Instant> until,
        boolean ended) {

    /**
     * @throws IllegalArgumentException if a power to read has no category, or another power has one
     */
    public Grant {
        if ((power == Power.READ) != category.isPresent()) {
            throw new IllegalArgumentException("to read, and only to read, needs a category");
        }
    }

    /** One that nobody has ended. */
    public Grant(
            UUID id,
            PersonId person,
            OrgNumber unit,
            Power power,
            Optional<Category> category,
            Instant from,
            Optional<Instant> until) {
        this(id, person, unit, power, category, from, until, false);
    }

    /** Whether it holds at {@code at}. */
    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && !hasEndedAt(at);
    }

    /** The same, from {@code at} on. */
    Grant beginningAt(Instant at) {
        return new Grant(id, person, unit, power, category, at, until);
    }

    /** Whether it has ended at {@code at}; one that was ended before it began never holds. */
    boolean hasEndedAt(Instant at) {
        return ended || until.filter(end -> !at.isBefore(end)).isPresent();
    }
}
