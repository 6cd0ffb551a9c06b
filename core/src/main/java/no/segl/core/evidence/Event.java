package no.segl.core.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.id.Digest;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Right;

/**
 * An entry, as far as one end of the letter may see it.
 *
 * @param number its number in the chain
 * @param hash its hash in the chain
 * @param told what is told of it; empty if it is only the other end's
 * @param whole the entry itself, if all of it may be shown
 */
public record Event(long number, Digest hash, Optional<Told> told, Optional<Entry> whole) {

    /**
     * What is told of an entry.
     *
     * @param type what happened
     * @param actorKind {@code person}, {@code machine} or {@code segl}
     * @param actorId who did it; empty for a person of the other end
     * @param values those that name nobody of the other end
     */
    public record Told(
            String type,
            Instant at,
            String actorKind,
            Role role,
            Optional<String> actorId,
            Right right,
            Optional<Etsi> etsi,
            SortedMap<String, String> values) {

        public Told {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }
}
