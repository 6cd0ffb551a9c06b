package no.segl.proof.crash;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Holds a thread for ever at the point that was armed, and says so; whoever hears it ends the
 * process. The rest of the process goes on until then, as it does when a machine is unplugged.
 */
final class Stop {

    private static final AtomicReference<Optional<Stop>> ARMED =
            new AtomicReference<>(Optional.empty());

    private final Set<Point> points;
    private final Consumer<Point> said;
    private int left;

    private Stop(Set<Point> points, int nth, Consumer<Point> said) {
        this.points = points;
        this.left = nth;
        this.said = said;
    }

    /** From now on, stops the thread that passes {@code point} for the {@code nth} time. */
    static void at(Point point, int nth, Consumer<Point> said) {
        ARMED.set(Optional.of(new Stop(EnumSet.of(point), nth, said)));
    }

    /** From now on, stops the thread that passes the {@code nth} point of any kind. */
    static void anywhere(int nth, Consumer<Point> said) {
        ARMED.set(Optional.of(new Stop(EnumSet.allOf(Point.class), nth, said)));
    }

    /** Called where {@code point} is. */
    static void reached(Point point) {
        Optional<Stop> armed = ARMED.get();
        if (armed.isPresent() && armed.get().counts(point)) {
            armed.get().said.accept(point);
            while (true) {
                LockSupport.park(armed.get());
            }
        }
    }

    private synchronized boolean counts(Point point) {
        if (left > 0 && points.contains(point)) {
            left--;
            return left == 0;
        }
        return false;
    }
}
