package no.segl.core.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A key role (nøkkelrolle) that is held at a unit. Who holds it is left out: the register names
 * persons without a number that would tell them apart.
 *
 * @param code the register's code, such as {@code DAGL}
 * @param holders how many hold it, 1 or more
 * @param changed the day on which the register last changed those who hold it, if it tells
 */
public record KeyRole(String code, int holders, Optional<LocalDate> changed) {

    /**
     * @throws IllegalArgumentException if nobody holds it, or its code is not 1 to 20 characters
     */
    public KeyRole {
        if (holders < 1 || code.isBlank() || code.length() > Registered.LONGEST_FORM) {
            throw new IllegalArgumentException("a key role has a code and somebody who holds it");
        }
    }
}
