package no.segl.client;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a letter, as a CloudEvent. The same event may come more than once: it
 * has the same {@code source} and {@code id} each time.
 *
 * @param type {@code no.segl.} and what the ledger calls it, such as {@code no.segl.LetterOpened}
 * @param subject the letter
 * @param cursor whoever has this event has read up to there
 */
public record Event(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String cursor,
        Data data) {

    /**
     * What happened; nobody is named.
     *
     * @param end {@code sender} or {@code recipient}: at which end you are told of it
     * @param by {@code person}, {@code machine} or {@code segl}
     * @param values codes and ids that belong to it
     */
    public record Data(
            String letter,
            Optional<String> dispatch,
            String sender,
            String recipient,
            String category,
            String end,
            String by,
            Optional<String> etsi,
            Map<String, String> values) {}

    /** What happened, without the prefix: {@code LetterOpened}. */
    public String what() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
