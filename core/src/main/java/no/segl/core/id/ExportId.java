package no.segl.core.id;

import java.util.Optional;
import java.util.UUID;

/** Names one file that somebody has asked for, and that is made while they wait. */
public record ExportId(UUID value) {

    /** The id in {@code text}, or empty if it is not the standard form of a UUID. */
    public static Optional<ExportId> parse(String text) {
        return Uuids.parse(text).map(ExportId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
