package no.segl.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.segl.app.store.SentLetters;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Document;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its sender sees it: status, never title or content. Times are RFC 3339, in UTC.
 *
 * @param status where it is: accepted, available (not opened), or closed: opened, withdrawn,
 *     settled or posted
 * @param assignedAt since when somebody in particular at the recipient has it
 * @param handledAt when a reader at the recipient was done with it
 * @param looks how many times it fell due while it lay unopened
 * @param refusals how many attempts to read it were refused
 * @param nextLook absent once the letter is closed
 * @param notReady a warning: nobody at the recipient could open it, or be told of it, when it was
 *     sent; absent in lists
 * @param documents what was sealed, by digest; the sender knows the names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterAnswer(
        String id,
        String dispatch,
        String sender,
        String recipient,
        String category,
        String language,
        @Nullable String replyTo,
        @Nullable String sendersReference,
        @Nullable String caseNumber,
        String status,
        String acceptedAt,
        @Nullable String availableAt,
        @Nullable String openedAt,
        @Nullable String assignedAt,
        @Nullable String handledAt,
        @Nullable String withdrawnAt,
        @Nullable String settledAt,
        @Nullable String postedAt,
        @Nullable String contentDestroyedAt,
        int looks,
        int refusals,
        @Nullable LookAnswer nextLook,
        @Nullable NotReadyAnswer notReady,
        @Nullable List<DocumentAnswer> documents) {

    /** When the letter is next looked at, by which rule, and who answers for it. */
    public record LookAnswer(String at, String reason, String owner) {
        static LookAnswer of(SentLetters.Look look) {
            return new LookAnswer(
                    look.at().toString(), look.reason(), look.owner().toLowerCase(Locale.ROOT));
        }
    }

    /** What was missing at the recipient when it was sent, and what was done about it. */
    public record NotReadyAnswer(String verdict, String response) {}

    /**
     * A document.
     *
     * @param sealed whether only the named case worker may open it
     */
    public record DocumentAnswer(String id, long size, String sha256, boolean sealed) {}

    static LetterAnswer of(
            SentLetters.Row row,
            Optional<SentLetters.NotReady> notReady,
            List<Document> documents) {
        return make(
                row,
                notReady.map(n ->
                                new NotReadyAnswer(
                                        n.verdict(), n.response().toLowerCase(Locale.ROOT)))
                        .orElse(null),
                documents.stream()
                        .map(d ->
                                new DocumentAnswer(
                                        d.id().toString(), d.size(), d.sha256().hex(), d.sealed()))
                        .toList());
    }

    /** Without its documents, for lists. */
    static LetterAnswer of(SentLetters.Row row) {
        return make(row, null, null);
    }

    private static LetterAnswer make(
            SentLetters.Row row,
            @Nullable NotReadyAnswer notReady,
            @Nullable List<DocumentAnswer> documents) {
        return new LetterAnswer(
                row.id().toString(),
                row.dispatch().toString(),
                row.sender().value(),
                row.recipient().value(),
                row.category().code(),
                row.language(),
                text(row.replyTo().map(LetterId::toString)),
                text(row.sendersReference()),
                text(row.caseNumber()),
                row.status().name().toLowerCase(Locale.ROOT),
                row.acceptedAt().toString(),
                text(row.availableAt()),
                text(row.openedAt()),
                text(row.assignedAt()),
                text(row.handledAt()),
                text(closedAt(row, SentLetters.Status.WITHDRAWN)),
                text(closedAt(row, SentLetters.Status.SETTLED)),
                text(closedAt(row, SentLetters.Status.POSTED)),
                text(row.destroyedAt()),
                row.looks(),
                row.refusals(),
                row.nextLook().map(LookAnswer::of).orElse(null),
                notReady,
                documents);
    }

    private static Optional<Instant> closedAt(SentLetters.Row row, SentLetters.Status how) {
        return row.closedAt().filter(_ -> row.status() == how);
    }

    static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
