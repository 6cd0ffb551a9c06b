package no.segl.sandbox.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What is to happen, and when. It happens when somebody looks, in the order of the times, and of
 * being planned where those are equal; each thing is told the time that it was planned for.
 */
public final class Agenda {

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparingLong(Item::number));
    private long number;

    private record Item(Instant at, long number, Consumer<Instant> happening) {}

    /** Plans something. */
    public void at(Instant at, Consumer<Instant> happening) {
        number++;
        items.add(new Item(at, number, happening));
    }

    /** Lets all happen that is due by {@code now}, and what that brings with it. */
    public void until(Instant now) {
        while (next().filter(at -> !at.isAfter(now)).isPresent()) {
            Item item = items.remove();
            item.happening().accept(item.at());
        }
    }

    /** When something happens next. */
    public Optional<Instant> next() {
        return Optional.ofNullable(items.peek()).map(Item::at);
    }
}
