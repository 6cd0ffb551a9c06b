package no.segl.app.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.app.store.DueWork;
import no.segl.app.store.DueWork.Keyed;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyUnusable;
import no.segl.app.vault.KeyWrapper;
import no.segl.core.id.LetterId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wraps data keys under the current key-encryption key, after it was rotated. */
public final class Rewrapping {

    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);
    private static final int BATCH = 500;

    private final DueWork due;
    private final KeyWrapper wrapper;

    public Rewrapping(DueWork due, KeyWrapper wrapper) {
        this.due = due;
        this.wrapper = wrapper;
    }

    /**
     * What came of it.
     *
     * @param done how many keys were wrapped anew
     * @param unusable the letters whose key could not be unwrapped; theirs stay as they were
     */
    public record Outcome(int done, List<LetterId> unusable) {

        public Outcome {
            unusable = List.copyOf(unusable);
        }
    }

    /**
     * Wraps all that is due. No content is touched. A key that cannot be unwrapped stops no other.
     *
     * @throws IOException if the keeper of the key-encryption key fails; what is done stays done
     */
    public Outcome run() throws IOException {
        int done = 0;
        List<LetterId> unusable = new ArrayList<>();
        Optional<LetterId> last = Optional.empty();
        List<Keyed> batch;
        do {
            batch = due.wrappedByOthers(wrapper.currentKeyId(), last, BATCH);
            for (Keyed keyed : batch) {
                try {
                    var wrapped = wrapper.rewrap(keyed.key(), Folder.of(keyed.letter()));
                    due.rewrapped(keyed.letter(), keyed.key(), wrapped);
                    done++;
                } catch (KeyUnusable e) {
                    LOG.error("Not wrapped anew: {}", e.getMessage());
                    unusable.add(keyed.letter());
                }
                last = Optional.of(keyed.letter());
            }
        } while (!batch.isEmpty());
        return new Outcome(done, unusable);
    }
}
