package no.segl.app.evidence;

import java.time.Instant;
import java.util.List;
import no.segl.core.evidence.Event;
import no.segl.core.evidence.Evidence;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;

/**
 * What is proved of a letter, and to whom.
 *
 * @param madeFor the end of the letter that gets it
 * @param madeAt when it is made, exact to the microsecond
 * @param head how far the chain had come when the entries were read
 * @param accepted the letter's first entry
 * @param checkpoints signatures on the chain, in order; the last one covers the head
 * @param language the language of the part for people
 */
public record Proof(
        LetterId letter,
        Side madeFor,
        Instant madeAt,
        ChainHead head,
        Entry accepted,
        List<Event> events,
        List<Checkpoint> checkpoints,
        Names names,
        Language language) {

    /** What the ends and the category are called. */
    public record Names(String sender, String recipient, String category) {}

    public Proof {
        events = List.copyOf(events);
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * The proof for one end.
     *
     * @param entries all the letter's entries up to {@code head}, in order; one or more
     */
    public static Proof of(
            LetterId letter,
            Side madeFor,
            Instant madeAt,
            ChainHead head,
            List<Entry> entries,
            List<Checkpoint> checkpoints,
            Names names,
            Language language) {
        return new Proof(
                letter,
                madeFor,
                LedgerTime.exact(madeAt),
                head,
                entries.getFirst(),
                Evidence.of(entries, madeFor),
                checkpoints,
                names,
                language);
    }

    /** The value of that name, as the letter was accepted. */
    String accepted(String name) {
        return accepted.values().getOrDefault(name, "");
    }

    /** A document: what was sealed, never its name. */
    record Sealed(String id, long size, String sha256) {}

    /** The letter's documents, in order. */
    List<Sealed> documents() {
        return accepted.values().keySet().stream()
                .filter(name -> name.startsWith("document.") && name.endsWith(".id"))
                .map(name -> name.substring(0, name.length() - "id".length()))
                .map(at ->
                        new Sealed(
                                accepted(at + "id"),
                                Long.parseLong(accepted(at + "size")),
                                accepted(at + "sha256")))
                .toList();
    }
}
