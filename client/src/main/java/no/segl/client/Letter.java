package no.segl.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A letter that you sent: status, never title or content.
 *
 * @param status in a word, as the API has it; one that is {@code opened} is closed
 * @param looks how many times it fell due while it lay unopened
 * @param nextLook absent once it is closed
 * @param notReady nobody at the recipient could open it when it was sent: show this to who sent it
 */
public record Letter(
        String id,
        String dispatch,
        String sender,
        String recipient,
        String category,
        Optional<String> sendersReference,
        Optional<String> caseNumber,
        String status,
        Instant acceptedAt,
        Optional<Instant> availableAt,
        Optional<Instant> openedAt,
        int looks,
        Optional<Look> nextLook,
        Optional<NotReady> notReady) {

    /** When Segl looks next, by which rule, and who answers for it. */
    public record Look(Instant at, String reason, String owner) {}

    /** What was missing, and what was done about it. */
    public record NotReady(String verdict, String response) {}

    /** Whether it waits for somebody to open it. */
    public boolean isUnopened() {
        return status.equals("available");
    }

    /** A dispatch, and one letter for each of its recipients. */
    public record Sent(String id, List<Letter> letters) {}

    /**
     * A letter in a list.
     *
     * @param days how many days of the calendar it has lain
     */
    public record Listed(
            String id,
            String sender,
            String senderName,
            String recipient,
            String recipientName,
            String category,
            Optional<String> sendersReference,
            Optional<String> caseNumber,
            String status,
            long days,
            Optional<Instant> availableAt,
            Optional<Instant> openedAt,
            Optional<Instant> closedAt,
            Optional<Look> nextLook) {}

    /** A page of a list; {@code next} is where the one that follows begins, if there is one. */
    public record ListedPage(List<Listed> letters, Optional<String> next) {}
}
