package no.segl.core.register;

import java.util.List;

/**
 * Where a unit gets post, as the register writes it.
 *
 * @param lines street, post box and the like, without postcode and city
 * @param country ISO 3166-1 alpha-2, such as {@code NO}
 */
public record Address(List<String> lines, String postcode, String city, String country) {

    public Address {
        lines = List.copyOf(lines);
    }

    /** Says nothing of where. */
    @Override
    public String toString() {
        return "Address[" + country + "]";
    }
}
