package no.segl.core.notice;

/** What a notice is for, and with that who gets it. */
public enum NoticeKind {
    /**
     * A letter has become available: to those who can open it (law: eforvaltningsforskriften-8).
     */
    ARRIVED,
    /**
     * It was not opened within the week: the second notice, to those who can open it (law:
     * eforvaltningsforskriften-8).
     */
    STILL_UNOPENED,
    /**
     * Nobody at the recipient can open it: to the unit's notification address and its main
     * administrators, with the steps that give access.
     */
    NOBODY_CAN_OPEN,
    /** Still not opened long after the second notice: to the recipient's administrators. */
    LONG_UNOPENED,
    /** The same, to the one who answers for the letter at the sender. */
    SENDER_LONG_UNOPENED
}
