package no.segl.app.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.store.Ledger;
import no.segl.core.evidence.Event;
import no.segl.core.evidence.Evidence;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/**
 * What has happened to a letter, as one end of it may be told: no person of the other end, and none
 * of its inner matters. The letter's proof tells the same.
 */
public final class LetterLife {

    /** How many entries are read at a time. */
    private static final int BATCH = 10_000;

    private final Ledger ledger;

    public LetterLife(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A page; {@code next} is the {@code after} of the page that follows, if there is one. */
    public record Page(List<Event> events, Optional<Long> next) {}

    /**
     * The events that {@code viewer} is told of, the oldest first.
     *
     * @param after only those with a higher number in the chain
     */
    public Page page(LetterId letter, Side viewer, long after, int limit) {
        List<Event> told =
                told(letter, viewer).stream()
                        .filter(e -> e.number() > after)
                        .limit(limit + 1L)
                        .toList();
        return told.size() <= limit
                ? new Page(told, Optional.empty())
                : new Page(
                        List.copyOf(told.subList(0, limit)),
                        Optional.of(told.get(limit - 1).number()));
    }

    private List<Event> told(LetterId letter, Side viewer) {
        return Evidence.of(all(letter), viewer).stream().filter(e -> e.told().isPresent()).toList();
    }

    /** However many there are: what is told of a later one may stand in an earlier one. */
    private List<Entry> all(LetterId letter) {
        List<Entry> all = new ArrayList<>();
        List<Entry> some;
        do {
            some = ledger.of(letter, all.isEmpty() ? 0 : all.getLast().number(), BATCH);
            all.addAll(some);
        } while (some.size() == BATCH);
        return all;
    }
}
