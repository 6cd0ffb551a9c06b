package no.segl.core.access;

/** What a grant lets a person do at a unit. */
public enum Power {
    /** Open and read letters of one category that came to the unit, or to one that inherits. */
    READ,
    /** Send letters from the unit, and withdraw them. */
    SEND,
    /** See the status of the unit's letters, never their titles or content. */
    OVERSEE
}
