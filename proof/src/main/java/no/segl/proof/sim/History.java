package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A history: a town, what happens there, and how long it is watched.
 *
 * @param seed what it was drawn from; the town, the fakes and the ids are drawn from it too
 * @param start the clock when it begins
 * @param organisations how many main units there are
 * @param rules the version of the rule table at the beginning
 * @param happenings in order of time
 * @param lasts how long it is watched: well beyond the last fault
 */
record History(
        long seed,
        Instant start,
        int organisations,
        int rules,
        List<Happening> happenings,
        Duration lasts) {

    History {
        happenings = List.copyOf(happenings);
    }

    /** The same, with only these happenings. */
    History with(List<Happening> fewer) {
        return new History(seed, start, organisations, rules, fewer, lasts);
    }

    /**
     * The same, without what databases decide by dice of their own: for how long what has failed is
     * left alone.
     */
    History alike() {
        return with(happenings.stream().filter(h -> !(h instanceof Happening.LookBroken)).toList());
    }

    /** In lines that a person can read. */
    List<String> lines() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "seed %d: %d organisations from %s, rules version %d, %d days"
                                        .formatted(
                                                seed, organisations, start, rules, lasts.toDays())),
                        happenings.stream().map(History::line))
                .toList();
    }

    private static String line(Happening happening) {
        Duration at = happening.at();
        return "  day %2d %02d:%02d  %s%s"
                .formatted(
                        at.toDays(),
                        at.toHoursPart(),
                        at.toMinutesPart(),
                        happening.isFault() ? "! " : "  ",
                        happening.toString().replaceFirst("at=[^,\\]]*(, )?", ""));
    }
}
