package no.segl.core.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import no.segl.core.id.OrgNumber;

/**
 * All that an exported ledger holds, told by its ends.
 *
 * @param entries how many there are
 * @param checkpoints how many there are
 * @param heads the last entry of each chain, in the order of the chains' numbers
 */
public record Extent(long entries, long checkpoints, Collection<ChainHead> heads) {

    public Extent {
        Map<OrgNumber, ChainHead> ordered = new TreeMap<>();
        heads.forEach(head -> ordered.put(head.chain(), head));
        heads = ordered.values();
    }
}
