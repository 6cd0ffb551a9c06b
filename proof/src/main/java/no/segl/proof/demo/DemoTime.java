package no.segl.proof.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The demo's time: the machine's, and as much ahead of it as somebody has moved it. It never goes
 * back, for what has happened in the demo's data has happened; so how far it is ahead is kept with
 * them.
 */
final class DemoTime implements InstantSource {

    private final InstantSource clock;
    private final Path kept;
    private volatile Duration ahead;

    private DemoTime(InstantSource clock, Path kept, Duration ahead) {
        this.clock = clock;
        this.kept = kept;
        this.ahead = ahead;
    }

    /**
     * The time of the demo in {@code folder}.
     *
     * @throws IOException if how far it is ahead cannot be read
     */
    static DemoTime in(Path folder, InstantSource clock) throws IOException {
        Path kept = folder.resolve("demo.ahead");
        Duration ahead =
                Files.exists(kept) ? Duration.parse(Files.readString(kept).strip()) : Duration.ZERO;
        return new DemoTime(clock, kept, ahead);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead);
    }

    /**
     * Moves it forward.
     *
     * @throws IOException if that cannot be kept; it is not moved then
     */
    synchronized void forward(Duration by) throws IOException {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back");
        }
        Duration now = ahead.plus(by);
        Path aside = kept.resolveSibling("demo.ahead.tmp");
        Files.writeString(aside, now.toString());
        Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE);
        ahead = now;
    }
}
