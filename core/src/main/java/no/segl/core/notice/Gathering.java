package no.segl.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.segl.core.letter.Notice;

/**
 * Many things of one kind are said in one message: who is told of one after another is told of the
 * first at once, and then of many at a time.
 */
public final class Gathering {

    private Gathering() {}

    /**
     * From when something may go out, at or after {@code at}. What a reader has sent to one person
     * waits for nothing.
     *
     * @param last when something of that kind was last sent to the same address
     * @param gather how long the next waits after that
     */
    public static Instant from(
            Notice.Kind kind, Optional<Instant> last, Duration gather, Instant at) {
        return kind.isByReader()
                ? at
                : last.map(sent -> sent.plus(gather)).filter(at::isBefore).orElse(at);
    }
}
