package no.segl.core.access;

/**
 * The kind of letter to which access attaches, such as {@code CHILD_WELFARE}. Which categories
 * there are is data; this type only says what a code looks like.
 *
 * @param code 1 to 40 upper-case letters and underscores
 */
public record Category(String code) {

    /**
     * @throws IllegalArgumentException if the code is not well formed
     */
    public Category {
        if (!isWellFormed(code)) {
            throw new IllegalArgumentException("a category's code has 1 to 40 of A to Z and _");
        }
    }

    /** Whether {@code code} could be a category's. */
    public static boolean isWellFormed(String code) {
        return !code.isEmpty()
                && code.length() <= 40
                && code.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_');
    }

    @Override
    public String toString() {
        return code;
    }
}
