package no.segl.app.work;

import java.io.IOException;
import java.util.List;
import no.segl.app.store.DueWork;
import no.segl.app.store.DueWork.Keyed;
import no.segl.app.vault.Folder;
import no.segl.app.vault.KeyWrapper;

/** Wraps data keys under the current key-encryption key, after it was rotated. */
public final class Rewrapping {

    private static final int BATCH = 500;

    private final DueWork due;
    private final KeyWrapper wrapper;

    public Rewrapping(DueWork due, KeyWrapper wrapper) {
        this.due = due;
        this.wrapper = wrapper;
    }

    /**
     * Wraps all that is due. No content is touched.
     *
     * @return how many keys
     * @throws IOException if the keeper of the key-encryption key fails; what is done stays done
     */
    public int run() throws IOException {
        int done = 0;
        List<Keyed> batch;
        do {
            batch = due.wrappedByOthers(wrapper.currentKeyId(), BATCH);
            for (Keyed keyed : batch) {
                var wrapped = wrapper.rewrap(keyed.key(), Folder.of(keyed.letter()));
                due.rewrapped(keyed.letter(), keyed.key(), wrapped);
                done++;
            }
        } while (!batch.isEmpty());
        return done;
    }
}
