package no.segl.core.letter;

/** Words for cases («oppfølging»): what needs a person. */
public final class Matter {

    private Matter() {}

    /** Why it needs a person. */
    public enum Reason {
        /** Nobody has access that opens it. */
        NOBODY_CAN_OPEN,
        /** It is held back at its sender, because nobody there can open it. */
        HELD_BACK,
        /** Nobody could be told of it. */
        NOTICES_FAILED,
        /** It has lain unopened for long. */
        LONG_UNOPENED,
        /** It is to go on paper, and a person must see to that. */
        PRINT_NEEDED,
        /** It was to go on paper, and did not. */
        PRINT_FAILED,
        /** Who got it says that it is not for them. */
        WRONG_ADDRESSEE
    }
}
