package no.segl.proof.client;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.segl.client.Dispatch;
import no.segl.client.Event;
import no.segl.client.Events;
import no.segl.client.Figures;
import no.segl.client.Letter;
import no.segl.client.SeglClient;
import no.segl.client.SeglException;
import no.segl.client.Webhook;
import org.jspecify.annotations.Nullable;

/** What docs/api/client.md shows. Each is run by {@link ClientTest}. */
final class Examples {

    private final SeglClient segl;

    Examples(SeglClient segl) {
        this.segl = segl;
    }

    /** Sends a file to a child welfare service. */
    Letter.Sent send(Path file, String key) {
        return segl.send(
                Dispatch.withKey(key)
                        .from("312780402")
                        .to("310451223")
                        .category("CHILD_WELFARE")
                        .title("Brev i sak 2026/1234")
                        .language("nb")
                        .caseNumber("2026/1234")
                        .document(file, "brev.pdf")
                        .build());
    }

    /** What is wrong, for whoever filled in the form. */
    List<String> whatIsWrong(Dispatch dispatch) {
        try {
            segl.send(dispatch);
            return List.of();
        } catch (SeglException.Invalid e) {
            return e.violations().stream().map(v -> v.pointer() + ": " + v.message()).toList();
        }
    }

    /** Takes a letter back, or says that it is too late. */
    boolean withdraw(String letter) {
        try {
            segl.withdraw(letter, "WRONG_RECIPIENT");
            return true;
        } catch (SeglException.Conflict e) {
            return false;
        }
    }

    /** Whom to call: what nobody has opened for a week. */
    List<Letter.Listed> whomToCall() {
        return segl.ask(SeglClient.End.SENT, "unopened > 7 days").toList();
    }

    /** How much lies unopened at one's own units. */
    long lyingHere() {
        Figures figures = segl.figures(SeglClient.End.RECEIVED);
        return figures.unopened();
    }

    /**
     * Handles all that is new since the cursor that was kept.
     *
     * @return the cursor to keep
     */
    Optional<String> follow(Optional<String> kept, List<Event> handled) {
        Events events = segl.events(kept);
        List<Event> page = events.next();
        while (!page.isEmpty()) {
            handled.addAll(page);
            page = events.next();
        }
        return events.cursor();
    }

    /** What a webhook brought; an event that came before is the same again. */
    static Event take(
            String secret, Function<String, @Nullable String> header, byte[] body, Instant now) {
        return new Webhook(secret).verify(header, body, now);
    }

    /** All events of one letter, oldest first. */
    List<Event> of(String letter) {
        List<Event> all = new ArrayList<>();
        follow(Optional.empty(), all);
        return all.stream().filter(e -> e.subject().equals(letter)).toList();
    }
}
