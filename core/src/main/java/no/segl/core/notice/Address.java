package no.segl.core.notice;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as people write them, made into the one form in which they are kept. */
public final class Address {

    /** The longest address of RFC 5321. */
    public static final int LONGEST = 254;

    /** Norwegian mobile numbers begin with 4 or 9, and have eight digits. */
    private static final Pattern MOBILE = Pattern.compile("(?:(?:\\+|00)47)?([49][0-9]{7})");

    private static final Pattern FOREIGN = Pattern.compile("(?:\\+|00)([1-9][0-9]{7,14})");

    /** Narrower than RFC 5322: what a mailbox of an organisation or a person looks like. */
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9æøåÆØÅ.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@(?:[A-Za-z0-9æøåÆØÅ-]{1,63}\\.)+[A-Za-z]{2,63}");

    private Address() {}

    /** An e-mail address, or empty if it is not one. */
    public static Optional<String> email(String text) {
        String address = text.strip();
        return address.length() <= LONGEST && EMAIL.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }

    /** A mobile number with its country's code, or empty if it is not one. */
    public static Optional<String> mobile(String text) {
        if (text.length() > 30) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[\\s\u00a0.()-]", "");
        var norwegian = MOBILE.matcher(digits);
        if (norwegian.matches()) {
            return Optional.of("+47" + norwegian.group(1));
        }
        var foreign = FOREIGN.matcher(digits);
        return foreign.matches() && !foreign.group(1).startsWith("47")
                ? Optional.of("+" + foreign.group(1))
                : Optional.empty();
    }
}
