package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Much at once, and Segl dies wherever it happens to be: at the n-th point that anything passes, or
 * after some time. Which n or time is drawn; what is then under way is up to the machine.
 */
final class Mixture {

    private static final int MOST_POINTS = 150;
    private static final int LONGEST_MILLIS = 800;
    private static final int LONGEST_START_MILLIS = 6000;
    private static final long PATIENCE_SECONDS = 90;

    private final Trial trial;
    private final Random random;
    private final List<Deed> deeds = new ArrayList<>();

    Mixture(Trial trial, Random random) {
        this.trial = trial;
        this.random = random;
        for (int i = 0; i < 4; i++) {
            deeds.add(new Sending());
        }
        deeds.add(Opening.ofALetter());
        deeds.add(Opening.ofADocument());
        deeds.add(Uploading.ofTheRest(random));
        deeds.add(Uploading.thenSending(random));
    }

    /** Dies where as many points have been passed as are drawn. */
    void atSomePoint(Death death) throws Exception {
        prepare();
        int nth = 1 + random.nextInt(MOST_POINTS);
        trial.segl().command("stop-anywhere " + nth);
        CompletableFuture<Void> answered = begin();
        CompletableFuture.anyOf(answered, trial.segl().stopped())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        trial.crash(death);
        settle(answered);
    }

    /** Dies after a time that is drawn. */
    void atSomeTime(Death death) throws Exception {
        prepare();
        Duration time = Duration.ofMillis(random.nextInt(LONGEST_MILLIS));
        CompletableFuture<Void> answered = begin();
        trial.segl().mustOutlast(time);
        trial.crash(death);
        settle(answered);
    }

    /** Dies after a time, and once more while it starts again. */
    void whileStarting(Death death) throws Exception {
        prepare();
        CompletableFuture<Void> answered = begin();
        trial.segl().mustOutlast(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
        trial.crashTwice(death, Duration.ofMillis(random.nextInt(LONGEST_START_MILLIS)));
        settle(answered);
    }

    private void prepare() throws Exception {
        for (Deed deed : deeds) {
            deed.prepare(trial);
        }
    }

    private CompletableFuture<Void> begin() {
        return CompletableFuture.allOf(
                deeds.stream()
                        .map(deed -> Crash.begin(deed, trial))
                        .toArray(CompletableFuture<?>[]::new));
    }

    private void settle(CompletableFuture<Void> answered) throws Exception {
        assertThat(answered).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
        for (Deed deed : deeds) {
            deed.settle(trial);
        }
        new Audit(trial).all();
    }
}
