package no.segl.app.work;

import java.time.InstantSource;
import no.segl.app.store.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names in the log the units whose cases wait for nobody: who runs Segl must see that somebody
 * there can be told, since nobody there can be.
 */
public final class Unanswered {

    private static final Logger LOG = LoggerFactory.getLogger(Unanswered.class);

    private final Upkeep upkeep;
    private final InstantSource clock;

    public Unanswered(Upkeep upkeep, InstantSource clock) {
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /** Names them once. */
    public void run() {
        for (Upkeep.Unanswered one : upkeep.unanswered(clock.instant())) {
            LOG.warn(
                    "{} cases wait at {}, as {}: {}",
                    one.cases(),
                    one.unit(),
                    one.side(),
                    one.somebody()
                            ? "those who answer for them have no address that works"
                            : "nobody there answers for them; give somebody access");
        }
    }
}
