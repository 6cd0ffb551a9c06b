package no.segl.app.api;

import java.util.List;
import java.util.Optional;
import no.segl.app.store.LetterContents;
import no.segl.app.store.SentLetters;
import no.segl.core.id.OrgNumber;
import no.segl.core.letter.Document;
import no.segl.core.letter.Sending;
import org.jspecify.annotations.Nullable;

/**
 * What was sent before under a request's idempotency key. The database is asked only when it
 * matters, which is when something that the request names is there no more.
 */
final class Before {

    private final SentLetters sent;
    private final LetterContents contents;
    private final Optional<OrgNumber> sender;
    private final String key;
    private boolean asked;
    private Optional<Sending.Earlier> dispatch = Optional.empty();
    private @Nullable List<Document> documents;

    /**
     * Asks nothing yet.
     *
     * @param sender who sends; empty if the request does not say it soundly
     */
    Before(SentLetters sent, LetterContents contents, Optional<OrgNumber> sender, String key) {
        this.sent = sent;
        this.contents = contents;
        this.sender = sender;
        this.key = key;
    }

    /** The dispatch; empty if the key is new. */
    Optional<Sending.Earlier> dispatch() {
        if (!asked) {
            asked = true;
            dispatch = sender.flatMap(s -> sent.earlier(s, key));
        }
        return dispatch;
    }

    /** Its document at {@code place}, counted from 0; empty if it had none, or it is destroyed. */
    Optional<Document> document(int place) {
        List<Document> all = documents;
        if (all == null) {
            all =
                    dispatch()
                            .flatMap(d -> sent.of(d.id()).stream().findFirst())
                            .map(letter -> contents.documents(letter.id()))
                            .orElse(List.of());
            documents = all;
        }
        return place < all.size()
                ? Optional.of(all.get(place)).filter(d -> !d.name().isEmpty())
                : Optional.empty();
    }
}
