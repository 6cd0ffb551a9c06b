package no.segl.sandbox.altinn;

import java.util.Arrays;
import java.util.Optional;

/** The status of a message. Replied and Archived are never set for new mail. */
public enum Status {
    INITIALIZED("Initialized", 0),
    READY_FOR_PUBLISH("ReadyForPublish", 1),
    PUBLISHED("Published", 2),
    FETCHED("Fetched", 3),
    READ("Read", 4),
    REPLIED("Replied", 5),
    CONFIRMED("Confirmed", 6),
    PURGED_BY_RECIPIENT("PurgedByRecipient", 7),
    PURGED_BY_ALTINN("PurgedByAltinn", 8),
    ARCHIVED("Archived", 9),
    RESERVED("Reserved", 10),
    FAILED("Failed", 11),
    ATTACHMENTS_DOWNLOADED("AttachmentsDownloaded", 12);

    private final String word;
    private final int number;

    Status(String word, int number) {
        this.word = word;
        this.number = number;
    }

    public String word() {
        return word;
    }

    /** The highest that was ever reached is the current one, whenever it was. */
    int number() {
        return number;
    }

    /** By its name or its number: both are taken. */
    static Optional<Status> of(String text) {
        return Arrays.stream(values())
                .filter(s -> s.word.equalsIgnoreCase(text) || text.equals("" + s.number))
                .findFirst();
    }
}
