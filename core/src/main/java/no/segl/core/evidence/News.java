package no.segl.core.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.segl.core.ledger.Entry;
import no.segl.core.letter.Side;

/**
 * What the machine of an organisation at one end is told of an entry: what happened and when, and
 * whether a person did it; never which, and no title or content (law: personvernforordningen-5).
 *
 * @param number the entry's number in its chain
 * @param mark the first eight hexadecimal digits of the entry's hash
 * @param type what happened, as the ledger calls it
 * @param by {@code person}, {@code machine} or {@code segl}
 * @param values codes and ids of the fact that name nobody
 */
public record News(
        long number,
        String mark,
        String type,
        Instant at,
        String by,
        Optional<Etsi> etsi,
        SortedMap<String, String> values) {

    /** How much of a hash is a mark. */
    public static final int MARK = 8;

    /** What is told of a fact, where it has it. What is not here stays in the ledger. */
    private static final Set<String> TOLD =
            Set.of(
                    "at",
                    "attempt",
                    "case",
                    "cause",
                    "channel",
                    "due",
                    "ground",
                    "job",
                    "kind",
                    "lost",
                    "notice",
                    "outcome",
                    "readers",
                    "reason",
                    "renotified",
                    "replyTo",
                    "response",
                    "route",
                    "rule",
                    "until",
                    "verdict");

    public News {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * What an end is told, in order. The recipient is told nothing of a letter until it is
     * available to it, and none of the sender's inner matters.
     *
     * @param entries all entries of one letter, in order
     */
    public static List<News> of(List<Entry> entries, Side end) {
        long first =
                end == Side.SENDER
                        ? 0
                        : entries.stream()
                                .filter(e -> e.type().equals(Kind.AVAILABLE.type()))
                                .mapToLong(Entry::number)
                                .findFirst()
                                .orElse(Long.MAX_VALUE);
        List<News> all = new ArrayList<>();
        for (Event event : Evidence.of(entries, end)) {
            if (event.number() >= first) {
                event.told().ifPresent(told -> all.add(of(event, told)));
            }
        }
        return all;
    }

    private static News of(Event event, Event.Told told) {
        SortedMap<String, String> values = new TreeMap<>(told.values());
        values.keySet().retainAll(TOLD);
        values.values().removeIf(value -> value.startsWith("person:"));
        return new News(
                event.number(),
                mark(event.hash().hex()),
                told.type(),
                told.at(),
                told.actorKind(),
                told.etsi(),
                values);
    }

    private static String mark(String hash) {
        return hash.substring(0, MARK);
    }
}
