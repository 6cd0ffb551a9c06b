package no.segl.core.letter;

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
}
