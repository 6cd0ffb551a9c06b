package no.segl.app.register;

import java.time.Duration;

/** Waits, or does as if. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits.
     *
     * @throws InterruptedException if it is not to wait any more
     */
    void of(Duration time) throws InterruptedException;
}
