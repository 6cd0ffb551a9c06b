package no.segl.core.ledger;

import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.id.OrgNumber;

/**
 * Whoever runs Segl has said that a chain is not what was signed of it since a backup was put back.
 * With it the chain goes on, and the gap stands in it for ever.
 *
 * @param signed how far it had come when it was last signed, and with which hash
 * @param found how far it has come now
 */
public record RestoreAccepted(ChainHead signed, ChainHead found) implements Fact {

    /**
     * @throws IllegalArgumentException if the two are of different chains
     */
    public RestoreAccepted {
        if (!signed.chain().equals(found.chain())) {
            throw new IllegalArgumentException("two chains");
        }
    }

    /** Whose chain it is. */
    public OrgNumber chain() {
        return signed.chain();
    }

    @Override
    public String subject() {
        return "ledger:" + chain();
    }

    @Override
    public SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("signedNumber", Long.toString(signed.number()));
        values.put("signedHash", signed.hash().hex());
        values.put("foundNumber", Long.toString(found.number()));
        values.put("foundHash", found.hash().hex());
        return values;
    }
}
