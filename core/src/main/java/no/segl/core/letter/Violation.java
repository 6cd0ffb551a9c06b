package no.segl.core.letter;

import java.util.Locale;

/**
 * One thing that is wrong with what was handed in.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the request
 * @param limit the limit that was broken, where the rule has one, else 0
 */
public record Violation(String pointer, Rule rule, long limit) {

    public Violation(String pointer, Rule rule) {
        this(pointer, rule, 0);
    }

    /** The rules that can be broken. Their texts stand in the problem catalogue. */
    public enum Rule {
        REQUIRED,
        TOO_LONG,
        TOO_MANY,
        NOT_TEXT,
        NOT_TRUE_OR_FALSE,
        WRONG_TYPE,
        UNKNOWN_FIELD,
        CONTROL_CHARACTERS,
        PERSON_NUMBER_IN_TITLE,
        PERSON_NUMBER,
        NOT_AN_ORGANISATION_NUMBER,
        UNKNOWN_SENDER,
        UNKNOWN_RECIPIENT,
        RECIPIENT_TWICE,
        RECIPIENT_IS_SENDER,
        UNKNOWN_CATEGORY,
        UNKNOWN_LANGUAGE,
        NOT_AN_ID,
        NOT_A_REPLY,
        FILE_NAME_NOT_ALLOWED,
        FILE_TYPE_NOT_ALLOWED,
        FILE_TYPE_DISAGREES,
        FILE_CONTENT_DISAGREES,
        EMPTY_DOCUMENT,
        DOCUMENT_TOO_LARGE,
        DISPATCH_TOO_LARGE,
        CHECKSUM_MISMATCH,
        SEALED_WITHOUT_CASE_WORKER,
        NOT_A_CHECKSUM,
        PART_MISSING,
        PART_UNUSED,
        PART_TWICE,
        UPLOAD_UNKNOWN,
        UPLOAD_UNFINISHED,
        UNKNOWN_REASON,
        UNKNOWN_RESPONSE,
        QUESTION_NOT_UNDERSTOOD,
        NOT_A_WEBHOOK_ADDRESS,
        RECIPIENT_CANNOT_OPEN,
        RECIPIENT_WITHOUT_KEY_ROLE,
        RECIPIENT_NOT_REACHED,
        RECIPIENT_NOT_CERTAIN;

        /** The code in answers and texts, such as {@code too-long}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
