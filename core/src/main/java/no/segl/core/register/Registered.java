package no.segl.core.register;

import java.util.Optional;
import no.segl.core.party.Unit;

/**
 * A unit that the register has now.
 *
 * @param form the code of its organisation form (organisasjonsform), such as {@code KOMM}; any code
 *     is taken, since new ones come and say nothing of where a unit stands
 * @param address where it gets post; empty if the register does not say. It is in no fact
 */
public record Registered(Unit unit, String form, Optional<Address> address) {

    /** The longest code that is taken. */
    public static final int LONGEST_FORM = 20;

    /** One of which it is not known where it gets post. */
    public Registered(Unit unit, String form) {
        this(unit, form, Optional.empty());
    }

    /**
     * @throws IllegalArgumentException if the form's code is empty or longer than 20 characters
     */
    public Registered {
        if (form.isBlank() || form.length() > LONGEST_FORM) {
            throw new IllegalArgumentException("a form's code has 1 to 20 characters");
        }
    }
}
