package no.segl.core.id;

import java.util.Optional;
import java.util.UUID;

/** Names one letter: one sender, one recipient, one key. */
public record LetterId(UUID value) {

    /** The id in {@code text}, or empty if it is not the standard form of a UUID. */
    public static Optional<LetterId> parse(String text) {
        return Uuids.parse(text).map(LetterId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
