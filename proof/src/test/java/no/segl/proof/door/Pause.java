package no.segl.proof.door;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long until the next thing happens: mostly hours, and sometimes no time to speak of. */
final class Pause {

    private Pause() {}

    static Duration of(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofNanos(1_000);
            case 1 -> Duration.ofSeconds(1 + random.nextInt(100));
            case 2 -> Duration.ofMinutes(1 + random.nextInt(100));
            default -> Duration.ofHours(1 + random.nextInt(50));
        };
    }
}
