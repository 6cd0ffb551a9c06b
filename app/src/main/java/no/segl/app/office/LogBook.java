package no.segl.app.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.segl.app.store.Ledger;
import no.segl.app.store.LedgerEnds;
import no.segl.app.store.Log;
import no.segl.core.evidence.Event;
import no.segl.core.evidence.Evidence;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Checkpoint;
import no.segl.core.ledger.CheckpointKeys;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/**
 * The ledger of a unit, told as those at the unit may be told: of letters, no person of the other
 * end, as in {@link LetterLife}. Like the ledger of a letter, reading it leaves nothing behind.
 */
public final class LogBook {

    private static final String LETTER = "letter:";

    private final Log log;
    private final Ledger ledger;
    private final LedgerEnds ends;
    private final CheckpointKeys keys;

    public LogBook(Log log, Ledger ledger, LedgerEnds ends, CheckpointKeys keys) {
        this.log = log;
        this.ledger = ledger;
        this.ends = ends;
        this.keys = keys;
    }

    /**
     * An entry as it is told.
     *
     * @param letter the letter that it is about, if it is about one
     * @param actor who did it; empty for a person of the other end
     * @param isSound whether it still has the hash that it was written with
     */
    public record Told(
            Entry entry, Optional<Log.About> letter, Optional<String> actor, boolean isSound) {}

    /**
     * A part of the log.
     *
     * @param next as in {@link Log.Part}
     */
    public record Part(List<Told> entries, Optional<Long> next, long lookedTo) {}

    /** The part that is asked for. */
    public Part part(Log.Asked asked, int limit) {
        Log.Part part = log.part(asked, limit);
        Map<Long, Event> events = events(part.entries());
        Map<LetterId, Log.About> letters =
                log.letters(
                        asked.chain(),
                        part.entries().stream().flatMap(e -> letter(e).stream()).toList());
        return new Part(
                part.entries().stream().map(e -> told(e, events, letters)).toList(),
                part.next(),
                part.lookedTo());
    }

    private static Told told(
            Entry entry, Map<Long, Event> events, Map<LetterId, Log.About> letters) {
        Optional<LetterId> letter = letter(entry);
        Optional<String> actor =
                letter.isEmpty()
                        ? Optional.of(entry.actorId())
                        : Optional.ofNullable(events.get(entry.number()))
                                .flatMap(Event::told)
                                .flatMap(Event.Told::actorId);
        return new Told(
                entry,
                letter.flatMap(l -> Optional.ofNullable(letters.get(l))),
                actor,
                entry.isSound());
    }

    private static Optional<LetterId> letter(Entry entry) {
        return entry.subject().startsWith(LETTER)
                ? LetterId.parse(entry.subject().substring(LETTER.length()))
                : Optional.empty();
    }

    /** What those entries tell, by their numbers. */
    private Map<Long, Event> events(Collection<Entry> entries) {
        Map<String, Map<Long, Entry>> byLetter = new LinkedHashMap<>();
        List<Entry> all = new ArrayList<>(log.needed(entries));
        all.addAll(entries);
        all.stream()
                .filter(e -> letter(e).isPresent())
                .forEach(e ->
                        byLetter.computeIfAbsent(e.subject(), _ -> new HashMap<>())
                                .put(e.number(), e));
        Map<Long, Event> events = new HashMap<>();
        byLetter.values()
                .forEach(its ->
                        Evidence.of(
                                        its.values().stream()
                                                .sorted(Comparator.comparingLong(Entry::number))
                                                .toList(),
                                        Side.SENDER)
                                .forEach(event -> events.put(event.number(), event)));
        return events;
    }

    /** How far a ledger is vouched for. */
    public enum State {
        /** Nothing has been written. */
        EMPTY,
        /** Written, and not signed yet. */
        UNSIGNED,
        /** Signed to its end. */
        SIGNED,
        /** Signed to a point, and has gone on since. */
        GONE_ON,
        /** Something is not as it was signed. */
        BROKEN
    }

    /**
     * What is known of a unit's ledger.
     *
     * @param head how many entries it has
     * @param signed the number of the last entry that is signed
     * @param at when it was
     */
    public record Vouched(State state, long head, long signed, Optional<Instant> at) {}

    /** How far the ledger of {@code chain} is signed, and whether that still fits. */
    public Vouched vouched(OrgNumber chain) {
        Optional<LedgerEnds.End> end = ends.end(chain);
        long head = end.map(e -> e.head().number()).orElse(0L);
        if (head == 0) {
            return new Vouched(State.EMPTY, 0, 0, Optional.empty());
        }
        Optional<Checkpoint> signed = end.flatMap(LedgerEnds.End::signed);
        if (signed.isEmpty()) {
            return new Vouched(State.UNSIGNED, head, 0, Optional.empty());
        }
        Checkpoint last = signed.get();
        boolean fits =
                keys.check(last) == CheckpointKeys.Outcome.GOOD
                        && ledger.at(chain, last.number())
                                .filter(e -> e.isSound() && e.hash().equals(last.hash()))
                                .isPresent();
        State state = !fits ? State.BROKEN : last.number() == head ? State.SIGNED : State.GONE_ON;
        return new Vouched(state, head, last.number(), Optional.of(last.at()));
    }
}
