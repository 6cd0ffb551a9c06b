package no.segl.core.access;

/**
 * How surely a login has proved who somebody is, from the lowest to the highest: the levels of
 * eIDAS, as ID-porten and Ansattporten give them in {@code acr}.
 */
public enum Level {
    /** Nothing is known of how it was proved. */
    LOW,
    /** "Betydelig": MinID and its equals. */
    SUBSTANTIAL,
    /** "Høyt": BankID, Buypass, Commfides. */
    HIGH;

    /** Whether this is enough where {@code needed} is. */
    public boolean reaches(Level needed) {
        return compareTo(needed) >= 0;
    }
}
