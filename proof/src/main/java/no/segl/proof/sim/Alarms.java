package no.segl.proof.sim;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.segl.core.id.LetterId;

/** When the watch looks at letters again: at most one moment for each. */
final class Alarms {

    private final Map<LetterId, Alarm> alarms = new LinkedHashMap<>();
    private final TreeSet<Alarm> inOrder =
            new TreeSet<>(
                    Comparator.comparing(Alarm::at).thenComparing(alarm -> alarm.letter().value()));

    private record Alarm(Instant at, LetterId letter) {}

    /** Looks at a letter then, and not when it was said before. */
    void set(LetterId letter, Instant at) {
        clear(letter);
        Alarm alarm = new Alarm(at, letter);
        alarms.put(letter, alarm);
        inOrder.add(alarm);
    }

    void clear(LetterId letter) {
        Optional.ofNullable(alarms.remove(letter)).ifPresent(inOrder::remove);
    }

    /** The first letter that is to be looked at by {@code now}. */
    Optional<LetterId> due(Instant now) {
        return first().filter(alarm -> !alarm.at().isAfter(now)).map(Alarm::letter);
    }

    /** When the first is. */
    Optional<Instant> next() {
        return first().map(Alarm::at);
    }

    private Optional<Alarm> first() {
        return inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.first());
    }
}
