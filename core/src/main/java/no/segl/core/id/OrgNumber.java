package no.segl.core.id;

import java.util.Optional;

/**
 * A Norwegian organisation number: nine digits, the last a check digit (modulus 11, weights
 * 3-2-7-6-5-4-3-2). Source: Enhetsregisteret, "Organisasjonsnummeret".
 *
 * @param value the nine digits, without spaces
 */
public record OrgNumber(String value) implements Comparable<OrgNumber> {

    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    /**
     * @throws IllegalArgumentException if the digits are not nine or the check digit is wrong; the
     *     message never repeats the input
     */
    public OrgNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an organisation number");
        }
    }

    /** The number in {@code text}, which may have spaces between groups, or empty if it is none. */
    public static Optional<OrgNumber> parse(String text) {
        String digits = text.replace(" ", "").replace("\u00a0", "");
        return isValid(digits) ? Optional.of(new OrgNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        if (digits.length() != 9) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += i < 8 ? digit * WEIGHTS[i] : 0;
        }
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(8) - '0';
    }

    /** The number as people write it: three groups of three. */
    public String grouped() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
    }

    @Override
    public int compareTo(OrgNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
