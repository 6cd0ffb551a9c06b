package no.segl.proof.sim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.store.Upkeep;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/** A store as the watch reads it: what was written, and the rows that it left. */
interface Books {

    /** What has been written since this was last asked, in order. */
    List<Entry> drainEntries();

    /** Which letters have changed since this was last asked. */
    List<LetterId> drainTouched();

    /** A letter's rows. */
    Drawer get(LetterId letter);

    /** The letter whose look is longest overdue, whether or not it is claimed. */
    Optional<Instant> firstLook();

    /**
     * How a unit stands at whose cases wait for nobody, as whoever runs Segl is told; empty if
     * somebody there answers for them and can be told.
     */
    Optional<Upkeep.Unanswered> unanswered(OrgNumber unit, Side side, Instant now);

    /** How many letters there are, by how they stand. */
    Map<String, Integer> standing();
}
