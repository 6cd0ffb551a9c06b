package no.segl.core.letter;

import java.util.List;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;

/** One of the two ends of a letter. */
public enum Side {
    SENDER,
    RECIPIENT;

    /** The end that is not this one. */
    public Side other() {
        return this == SENDER ? RECIPIENT : SENDER;
    }

    /** The unit at this end. */
    public OrgNumber unit(Envelope letter) {
        return this == SENDER ? letter.sender() : letter.recipient();
    }

    /**
     * The powers of those who follow how letters fare at this end: any of them will do. To send is
     * to follow what one has sent; what comes in is for those who oversee.
     */
    public List<Power> followedBy() {
        return this == SENDER ? List.of(Power.SEND, Power.OVERSEE) : List.of(Power.OVERSEE);
    }
}
