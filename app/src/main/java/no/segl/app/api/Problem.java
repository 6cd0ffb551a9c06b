package no.segl.app.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue of problems (RFC 9457). Each has a page that says what happened, who can mend it,
 * and how; the texts are in {@code problems/problems_*.properties}.
 */
public enum Problem {
    INVALID_REQUEST(400),
    UNREADABLE_BODY(400),
    IDEMPOTENCY_KEY_MISSING(400),
    NOT_AUTHENTICATED(401),
    TOKEN_NOT_ACCEPTED(401),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TIMEOUT_UPLOAD(408),
    IDEMPOTENCY_KEY_REUSED(409),
    ALREADY_OPENED(409),
    LETTER_CLOSED(409),
    NOT_FOR_PAPER(409),
    RECIPIENT_NOT_READY(409),
    UPLOAD_OFFSET_MISMATCH(409),
    CURSOR_UNKNOWN(410),
    LENGTH_REQUIRED(411),
    UPLOAD_VERSION(412),
    TOO_LARGE(413),
    MEDIA_TYPE_NOT_SUPPORTED(415),
    UPLOAD_BUSY(423),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    DOCUMENT_DAMAGED(500),
    UNAVAILABLE(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The code in addresses and answers, such as {@code not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its text speaks of a reference, under which the log says more. */
    boolean hasReference() {
        return switch (this) {
            case TOKEN_NOT_ACCEPTED, INTERNAL, DOCUMENT_DAMAGED -> true;
            default -> false;
        };
    }

    /** Whether waiting mends it, so that the answer says how long. */
    boolean isPassing() {
        return switch (this) {
            case UPLOAD_BUSY, TOO_MANY_REQUESTS, UNAVAILABLE -> true;
            default -> false;
        };
    }

    /** The problem with that code. */
    public static Optional<Problem> find(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }

    /** The problem that says most about an HTTP status that the framework chose. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            // 501 and 505: a transfer encoding or a version of HTTP that nobody has heard of.
            case 400, 501, 505 -> UNREADABLE_BODY;
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> TIMEOUT_UPLOAD;
            case 411 -> LENGTH_REQUIRED;
            case 413 -> TOO_LARGE;
            case 415 -> MEDIA_TYPE_NOT_SUPPORTED;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL : UNREADABLE_BODY;
        };
    }
}
