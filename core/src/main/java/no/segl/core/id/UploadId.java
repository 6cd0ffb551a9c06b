package no.segl.core.id;

import java.util.Optional;
import java.util.UUID;

/** Names one resumable upload that no letter has taken in yet. */
public record UploadId(UUID value) {

    /** The id in {@code text}, or empty if it is not the standard form of a UUID. */
    public static Optional<UploadId> parse(String text) {
        return Uuids.parse(text).map(UploadId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
