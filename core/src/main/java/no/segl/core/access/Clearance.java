package no.segl.core.access;

import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Right;

/** The answer to "may they?": by what right, or why not. */
public sealed interface Clearance {

    /**
     * Yes.
     *
     * @param right the right, as the ledger states it
     */
    record Cleared(Right right) implements Clearance {}

    /**
     * No.
     *
     * @param ground why not
     * @param unit the unit whose main administrators can change it; for what is {@code SEALED},
     *     those who read the letter there by a grant
     */
    record Denied(Ground ground, OrgNumber unit) implements Clearance {}

    /** Why somebody may not. */
    enum Ground {
        /** Nobody has ever given this person this power here. */
        NO_GRANT,
        /** A grant was given, but begins later. */
        NOT_YET,
        /** A grant was given, and has ended. */
        ENDED,
        /** The letter is shared with them, but not its documents. */
        DOCUMENTS_NOT_SHARED,
        /** It is sealed for one case worker, and has not been handed over to them. */
        SEALED,
        /** The machine's token does not carry the scope. */
        SCOPE_MISSING,
        /** The machine acts for an organisation that the unit does not belong to. */
        OTHER_ORGANISATION
    }
}
