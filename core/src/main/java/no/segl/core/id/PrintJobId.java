package no.segl.core.id;

import java.util.Optional;
import java.util.UUID;

/** Names one order to put a letter on paper. */
public record PrintJobId(UUID value) {

    /** The id in {@code text}, or empty if it is not the standard form of a UUID. */
    public static Optional<PrintJobId> parse(String text) {
        return Uuids.parse(text).map(PrintJobId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
