package no.segl.app.work;

import java.time.InstantSource;
import no.segl.app.store.LostReaders;
import no.segl.core.ledger.LedgerTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees that nobody can open a letter any more, before its plan comes to its next step. */
public final class Losses {

    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

    private final LostReaders lost;
    private final InstantSource clock;

    public Losses(LostReaders lost, InstantSource clock) {
        this.lost = lost;
        this.clock = clock;
    }

    /**
     * Makes them due.
     *
     * @return how many there were
     */
    public int run() {
        int letters = lost.lookAnew(LedgerTime.exact(clock.instant()));
        if (letters > 0) {
            LOG.info("{} letters are looked at anew: nobody can open them any more", letters);
        }
        return letters;
    }
}
