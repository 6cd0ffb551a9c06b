package no.segl.core.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks Segl to send, as it came: nothing in it has been checked. {@link Checking}
 * makes {@link Content} of it, or says all that is wrong.
 *
 * @param recipients organisation numbers
 * @param language a language code; bokmål if none is given
 * @param replyTo the id of the letter that this one answers
 */
public record Submission(
        @Nullable String sender,
        List<String> recipients,
        @Nullable String category,
        @Nullable String title,
        @Nullable String language,
        @Nullable String sendersReference,
        @Nullable String caseNumber,
        @Nullable String caseWorker,
        @Nullable String replyTo) {

    public Submission {
        recipients = List.copyOf(recipients);
    }

    /** A reply from the recipient of {@code original} to its sender, of the same category. */
    public static Submission reply(Envelope original, String title, String language) {
        return new Submission(
                original.recipient().value(),
                List.of(original.sender().value()),
                original.category().code(),
                title,
                language,
                null,
                null,
                null,
                original.id().toString());
    }
}
