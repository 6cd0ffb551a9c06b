package no.segl.core.evidence;

/** In what role somebody did something, whoever they are. */
public enum Role {
    /** For the sender. */
    SENDER,
    /** For the recipient. */
    RECIPIENT,
    /** Nobody who could: they tried, and were refused. */
    REFUSED,
    /** At either end: the fact does not say at which. */
    UNCLEAR,
    /** Segl itself. */
    SEGL
}
