package no.segl.core.evidence;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an entry of a letter is about, in the words in which people look for it. */
public enum Topic {
    /** It was sent, and became available. */
    SENDING,
    /** Who opened, read, shared and dealt with it, and who was refused. */
    OPENING,
    NOTICES,
    /** That Segl looked at it while it lay unopened. */
    LOOKS,
    CASES,
    PAPER,
    /** It was closed without being opened, or its content is gone. */
    ENDING;

    /** The types of entries that are about it. */
    public Set<String> types() {
        return Arrays.stream(Kind.values())
                .filter(kind -> of(kind) == this)
                .map(Kind::type)
                .collect(Collectors.toSet());
    }

    /** What entries of that type are about; empty if they are not about a letter. */
    public static Optional<Topic> of(String type) {
        return Kind.of(type).map(Topic::of);
    }

    private static Topic of(Kind kind) {
        return switch (kind) {
            case ACCEPTED, AVAILABLE, NOT_READY -> SENDING;
            case OPENED,
                    READ,
                    DOCUMENT_READ,
                    OPENING_REFUSED,
                    SHARED,
                    SHARE_ENDED,
                    ASSIGNED,
                    ASSIGNMENT_ENDED,
                    HANDLED,
                    REOPENED ->
                    OPENING;
            case WITHDRAWN, SETTLED, DESTROYED -> ENDING;
            case LOOKED_AT -> LOOKS;
            case NOTICE_ORDERED, NOTICE_SENT, NOTICE_DELIVERED, NOTICE_FAILED -> NOTICES;
            case CASE_RAISED,
                    CASE_RESOLVED,
                    CASE_ASSIGNED,
                    CASE_RETURNED,
                    CASE_COMMENTED,
                    CASE_SNOOZED,
                    CASE_OVERDUE,
                    CASE_CLOSED ->
                    CASES;
            case POSTED,
                    PRINT_ORDERED,
                    PRINT_CONTENT_READ,
                    PRINT_NOT_POSSIBLE,
                    PRINT_HANDOVER_ATTEMPTED,
                    PRINT_HANDOVER_FAILED,
                    PRINT_HANDED_OVER,
                    PRINT_TAKEN,
                    PAPER_PRINTED,
                    PAPER_POSTED,
                    PRINT_FAILED,
                    PRINT_STOP_ASKED,
                    PRINT_STOPPED,
                    PRINT_STOP_MISSED,
                    PRINT_CONTRADICTED ->
                    PAPER;
        };
    }
}
