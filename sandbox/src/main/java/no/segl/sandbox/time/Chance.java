package no.segl.sandbox.time;

import java.util.Random;
import java.util.UUID;

/** What is left to chance, so that one seed gives the same again. */
public final class Chance {

    private final Random random;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Whether it happens this time.
     *
     * @param share how often it does, from 0 to 1
     */
    public synchronized boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /** A new id. */
    public synchronized UUID id() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
