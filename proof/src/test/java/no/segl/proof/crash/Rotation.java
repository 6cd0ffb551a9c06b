package no.segl.proof.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which places the test run of a day goes through, so that all are gone through in some days, each
 * with either death in twice as many. {@code -Dsegl.crash.day} goes through those of another day.
 */
final class Rotation {

    /** How many places there are in a day: more would take too long for every run. */
    static final int EACH_DAY = 3;

    /** A place, and what dies there. */
    record Turn(Place place, Death death) {}

    private Rotation() {}

    /** The number of the day that {@code now} is in, unless another is asked for. */
    static long day(Instant now) {
        return Long.getLong("segl.crash.day", Duration.between(Instant.EPOCH, now).toDays());
    }

    static List<Turn> of(long day) {
        Place[] places = Place.values();
        Death[] deaths = Death.values();
        return LongStream.range(day * EACH_DAY, (day + 1) * EACH_DAY)
                .mapToObj(turn ->
                        new Turn(
                                places[Math.floorMod(turn, places.length)],
                                deaths[
                                        Math.floorMod(
                                                Math.floorDiv(turn, places.length),
                                                deaths.length)]))
                .toList();
    }
}
