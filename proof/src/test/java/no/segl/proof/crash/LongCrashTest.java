package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every named place and drawn ones, round after round, on one data folder. {@code
 * -Dsegl.crash.minutes} says for how long it begins new rounds, and {@code -Dsegl.crash.seed} what
 * is drawn: the seed of a run repeats what was asked of Segl, though not its threads.
 */
@Tag("long")
class LongCrashTest {

    private static final Logger LOG = LoggerFactory.getLogger(LongCrashTest.class);
    private static final int SOME = 3;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    /** A crash, and what to call it. */
    private record Step(String name, Dying dying) {}

    @FunctionalInterface
    private interface Dying {
        void die(Trial trial, Death death) throws Exception;
    }

    @Test
    void nothingComesOfAnyCrash() throws Exception {
        long minutes = Long.getLong("segl.crash.minutes", 10);
        long seed = Long.getLong("segl.crash.seed", new Random().nextLong());
        Random random = new Random(seed);
        Instant end = RunningSegl.CLOCK.instant().plus(Duration.ofMinutes(minutes));
        int crashes = 0;
        int round = 0;
        try (Trial trial = new Trial(folder, random)) {
            do {
                round++;
                for (Step step : steps(random)) {
                    Death death = random.nextBoolean() ? Death.OF_THE_NODE : Death.OF_THE_MACHINE;
                    String what =
                            "round %d, seed %d: %s, %s".formatted(round, seed, step.name(), death);
                    crashes++;
                    // A warning is shown by the tests' logging, and these words by segl.
                    LOG.warn("crash: {}", what);
                    try {
                        step.dying().die(trial, death);
                    } catch (Exception | AssertionError e) {
                        throw new AssertionError(what + "\n" + trial.log(), e);
                    }
                }
                trial.restartGently();
                Working.SWEEP.prepare(trial);
                Working.SWEEP.settle(trial);
                new Audit(trial).all();
            } while (RunningSegl.CLOCK.instant().isBefore(end));
        }
        LOG.warn("crash: {} crashes in {} rounds, seed {}", crashes, round, seed);
        assertThat(crashes).isGreaterThanOrEqualTo(Place.values().length);
    }

    /** All of a round, in an order that is drawn. */
    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        for (Place place : Place.values()) {
            steps.add(new Step(place.name(), (t, death) -> Crash.at(place, death, t, random)));
        }
        for (int i = 0; i < SOME; i++) {
            steps.add(
                    new Step(
                            "SOME_POINT", (t, death) -> new Mixture(t, random).atSomePoint(death)));
            steps.add(
                    new Step("SOME_TIME", (t, death) -> new Mixture(t, random).atSomeTime(death)));
            steps.add(
                    new Step(
                            "WHILE_STARTING",
                            (t, death) -> new Mixture(t, random).whileStarting(death)));
        }
        Collections.shuffle(steps, random);
        return steps;
    }
}
