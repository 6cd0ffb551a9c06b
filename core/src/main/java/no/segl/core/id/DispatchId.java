package no.segl.core.id;

import java.util.Optional;
import java.util.UUID;

/** Names one dispatch: what a sender handed over in one act, to one or many recipients. */
public record DispatchId(UUID value) {

    /** The id in {@code text}, or empty if it is not the standard form of a UUID. */
    public static Optional<DispatchId> parse(String text) {
        return Uuids.parse(text).map(DispatchId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
