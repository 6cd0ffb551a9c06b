package no.segl.core.ledger;

import no.segl.core.id.OrgNumber;

/** What a ledger is made of: entries, and the signed checkpoints between them. */
public sealed interface Item permits Entry, Checkpoint {

    /** Whose chain it belongs to. */
    OrgNumber chain();

    /** The number of the entry that this is, or that this checkpoint names; 1 or more. */
    long number();
}
