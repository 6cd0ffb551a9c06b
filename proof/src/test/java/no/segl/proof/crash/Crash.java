package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * One crash: something is begun, Segl dies in the middle of it or right after its answer, and all
 * is well after.
 */
final class Crash {

    private static final long PATIENCE_SECONDS = 60;

    private Crash() {}

    /** Dies at {@code place}. */
    static void at(Place place, Death death, Trial trial, Random random) throws Exception {
        Deed deed = place.deed(random);
        deed.prepare(trial);
        if (place.point() == Point.ANSWERED) {
            deed.attempt(trial);
            trial.crash(death);
            deed.stands(trial);
        } else {
            within(deed, place, death, trial);
        }
        deed.settle(trial);
        new Audit(trial).all();
    }

    private static void within(Deed deed, Place place, Death death, Trial trial) throws Exception {
        trial.segl().command(place.command());
        CompletableFuture<Boolean> answered = begin(deed, trial);
        Object first =
                CompletableFuture.anyOf(answered, trial.segl().stopped())
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(first).as("where Segl stood still").isEqualTo(place.point().name());
        trial.crash(death);
        assertThat(answered.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("whether the dead have answered")
                .isFalse();
    }

    /** Does {@code deed} on a thread of its own; says whether it was answered. */
    static CompletableFuture<Boolean> begin(Deed deed, Trial trial) {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        deed.attempt(trial);
                        answered.complete(true);
                    } catch (java.io.IOException e) {
                        answered.complete(false);
                    } catch (Throwable e) {
                        answered.completeExceptionally(new CompletionException(e));
                    }
                });
        return answered;
    }
}
