package no.segl.core.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;

/**
 * One letter, shared with one person who has no grant for it.
 *
 * @param documents whether the documents are shared, or only what stands on the letter
 * @param sealed whether what is sealed for the named case worker is handed over too
 * @param from the first instant at which it holds
 * @param until the first instant at which it no longer holds; empty if it has no end
 * @param ended whether somebody ended it: then it holds at no time any more, whatever the clock
 *     says of whoever asks
 * @param deputyFor whose deputy has it, while they are away; empty if it is the person's own
 */
public record Share(
        UUID id,
        LetterId letter,
        PersonId person,
        boolean documents,
        boolean sealed,
        Instant from,
        Optional<Instant> until,
        boolean ended,
        Optional<PersonId> deputyFor) {

    /**
     * @throws IllegalArgumentException if what is sealed is handed over without the documents
     */
    public Share {
        if (sealed && !documents) {
            throw new IllegalArgumentException("what is sealed goes with the documents");
        }
    }

    /** One that hands over nothing that is sealed. */
    public Share(
            UUID id,
            LetterId letter,
            PersonId person,
            boolean documents,
            Instant from,
            Optional<Instant> until) {
        this(id, letter, person, documents, false, from, until);
    }

    /** One of the person's own, that nobody has ended. */
    public Share(
            UUID id,
            LetterId letter,
            PersonId person,
            boolean documents,
            boolean sealed,
            Instant from,
            Optional<Instant> until) {
        this(id, letter, person, documents, sealed, from, until, false, Optional.empty());
    }

    /** Whether it holds at {@code at}. */
    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && !hasEndedAt(at);
    }

    /**
     * What a deputy has of it: without what is sealed, which goes to nobody in somebody's place.
     *
     * @param from the first instant at which they are deputy
     * @param until the first instant at which they no longer are
     */
    public Share forDeputy(UUID theirs, PersonId deputy, Instant from, Instant until) {
        return new Share(
                theirs,
                letter,
                deputy,
                documents,
                false,
                from.isAfter(this.from) ? from : this.from,
                Optional.of(this.until.filter(until::isAfter).orElse(until)),
                false,
                Optional.of(person));
    }

    /** Whether whoever has it has all of what {@code other} would give, as long as that holds. */
    public boolean covers(Share other) {
        return person.equals(other.person)
                && (documents || !other.documents)
                && (sealed || !other.sealed)
                && !from.isAfter(other.from)
                && until.map(end -> other.until.filter(e -> !end.isBefore(e)).isPresent())
                        .orElse(true);
    }

    /** Whether it has ended at {@code at}. */
    public boolean hasEndedAt(Instant at) {
        return ended || until.filter(end -> !at.isBefore(end)).isPresent();
    }
}
