package no.segl.core.access;

/** What a grant lets a person do at a unit. */
public enum Power {
    /** Open and read letters of one category that came to the unit, or to one that inherits. */
    READ,
    /** Send letters from the unit, and withdraw them. */
    SEND,
    /** See the status of the unit's letters, never their titles or content. */
    OVERSEE,
    /** Give and end the powers above at the unit, as an access manager (tilgangsstyrer). */
    MANAGE_ACCESS,
    /**
     * Give and end every power at the unit, as a main administrator (hovedadministrator). Holders
     * of key roles in Enhetsregisteret become such when their login tells it: {@link KeyRoles}.
     */
    ADMINISTER;

    /** Whether it is a power over access. Such a power lets nobody read. */
    public boolean isOverAccess() {
        return this == MANAGE_ACCESS || this == ADMINISTER;
    }
}
