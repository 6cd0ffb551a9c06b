package no.segl.sandbox.party;

/** Numbers with check digits. Source: Enhetsregisteret, "Organisasjonsnummeret"; Skatteetaten. */
public final class Numbers {

    private static final int[] ORGANISATION = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final int[] PERSON_FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] PERSON_SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private Numbers() {}

    /** Whether it is nine digits of which the last is right. */
    public static boolean isOrganisation(String text) {
        return text.matches("[0-9]{9}") && isChecked(text, ORGANISATION);
    }

    /** Whether it is eleven digits of which the last two are right; of a synthetic person too. */
    public static boolean isPerson(String text) {
        return text.matches("[0-9]{11}")
                && isChecked(text, PERSON_FIRST)
                && isChecked(text, PERSON_SECOND);
    }

    /** Whether the digit after as many as there are weights is the check digit of those. */
    private static boolean isChecked(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(digits.charAt(i), 10);
        }
        return (11 - sum % 11) % 11 == Character.digit(digits.charAt(weights.length), 10);
    }
}
