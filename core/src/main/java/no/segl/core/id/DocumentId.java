package no.segl.core.id;

import java.util.Optional;
import java.util.UUID;

/** Names one document of a letter. */
public record DocumentId(UUID value) {

    /** The id in {@code text}, or empty if it is not the standard form of a UUID. */
    public static Optional<DocumentId> parse(String text) {
        return Uuids.parse(text).map(DocumentId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
