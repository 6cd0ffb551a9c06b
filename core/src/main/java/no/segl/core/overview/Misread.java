package no.segl.core.overview;

/**
 * What in a question could not be read.
 *
 * @param word as it was written; empty where it must not be repeated
 */
public record Misread(Why why, String word) {

    /** What is wrong with it. */
    public enum Why {
        /** The whole is longer than {@value QuestionReader#LONGEST} characters. */
        TOO_LONG,
        /** A national identity number: letters are not found by it, and it is not repeated. */
        PERSON_NUMBER,
        /** No number of days from 0 to 9999 follows, or none that an age can have. */
        NO_NUMBER,
        /** A number that belongs to nothing. */
        LOOSE_NUMBER,
        /** A time that is not counted in days or weeks. */
        NO_DAYS,
        /** What stands after «not» cannot be denied. */
        NOT_WHAT,
        /** Nothing stands after the colon. */
        NOTHING_AFTER,
        /** No category is called so. */
        NO_CATEGORY,
        /** What stands before the colon is nothing one can ask by. */
        NO_KEY
    }
}
