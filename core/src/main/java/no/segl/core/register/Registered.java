package no.segl.core.register;

import no.segl.core.party.Unit;

/**
 * A unit that the register has now.
 *
 * @param form the code of its organisation form (organisasjonsform), such as {@code KOMM}; any code
 *     is taken, since new ones come and say nothing of where a unit stands
 */
public record Registered(Unit unit, String form) {

    /** The longest code that is taken. */
    public static final int LONGEST_FORM = 20;

    /**
     * @throws IllegalArgumentException if the form's code is empty or longer than 20 characters
     */
    public Registered {
        if (form.isBlank() || form.length() > LONGEST_FORM) {
            throw new IllegalArgumentException("a form's code has 1 to 20 characters");
        }
    }
}
