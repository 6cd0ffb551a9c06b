package no.segl.core.deadline;

/** Why a letter is due. */
public enum Reason {
    /** Its first look, where its plan has no other step. */
    FIRST_LOOK,
    /** Its plan has been gone through, and still nobody has opened it. */
    NEXT_LOOK,
    /** Accepted, and not available. */
    NOT_AVAILABLE,
    /** Nobody could open it when it was last looked at; perhaps somebody can now. */
    NO_READER,
    /**
     * What its next look was worked out from is not so any more: nobody can open it now, or a clock
     * was wrong. It is looked at anew, and whoever can mend what is found is told.
     */
    ANEW,
    /** Those who can open it are to be told. */
    NOTIFY,
    /** They are to be told again, earlier than the law asks. */
    CHASE,
    /** They are to be told again, as the law asks (law: eforvaltningsforskriften-8). */
    RENOTIFY,
    /** It becomes a case at the recipient. */
    ESCALATE_RECIPIENT,
    /** It becomes a case at the sender. */
    ESCALATE_SENDER,
    /** It is to go on paper. */
    PRINT,
    /** It was opened, and its content is to be destroyed. */
    KEEP_OPENED,
    /** It was closed without being opened, and its content is to be destroyed. */
    KEEP_WITHDRAWN;

    /** Whether a look for this reason is a step of the letter's plan. */
    public boolean isStep() {
        return switch (this) {
            case FIRST_LOOK, NOTIFY, CHASE, RENOTIFY, ESCALATE_RECIPIENT, ESCALATE_SENDER, PRINT ->
                    true;
            case NEXT_LOOK, NOT_AVAILABLE, NO_READER, ANEW, KEEP_OPENED, KEEP_WITHDRAWN -> false;
        };
    }
}
