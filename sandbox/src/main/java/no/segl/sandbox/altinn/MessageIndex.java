package no.segl.sandbox.altinn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Messages by the time they were asked to be published at. */
final class MessageIndex {

    private final NavigableMap<Instant, List<Message>> byTime = new TreeMap<>();

    void add(Message message) {
        byTime.computeIfAbsent(message.publishAt(), _ -> new ArrayList<>()).add(message);
    }

    /** Those after {@code from} and before {@code to}, the newest first. */
    Stream<Message> between(Optional<Instant> from, Optional<Instant> to) {
        NavigableMap<Instant, List<Message>> part = byTime;
        if (from.isPresent()) {
            part = part.tailMap(from.get(), false);
        }
        if (to.isPresent()) {
            part = part.headMap(to.get(), false);
        }
        return part.descendingMap().values().stream().flatMap(same -> same.reversed().stream());
    }
}
