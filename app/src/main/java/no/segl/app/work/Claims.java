package no.segl.app.work;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import no.segl.app.store.DueWork;

/** Works through letters that are due: claims some, does each, and goes on until none is left. */
final class Claims {

    /** How long a claim holds: ample for a batch, and how long a node that died is waited for. */
    static final Duration HELD = Duration.ofMinutes(10);

    private static final int BATCH = 200;

    private Claims() {}

    /**
     * Does all that is due.
     *
     * @param claim claims at most so many letters
     * @param one does the work for one letter, and says whether there was any
     * @return for how many there was
     */
    static int all(IntFunction<List<DueWork.Claim>> claim, Predicate<DueWork.Claim> one) {
        int done = 0;
        List<DueWork.Claim> claimed;
        do {
            claimed = claim.apply(BATCH);
            for (DueWork.Claim letter : claimed) {
                done += one.test(letter) ? 1 : 0;
            }
        } while (claimed.size() == BATCH);
        return done;
    }
}
