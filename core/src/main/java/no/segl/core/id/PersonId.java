package no.segl.core.id;

import java.util.Optional;
import java.util.UUID;

/** Names a person inside Segl: a pseudonym, never a national identity number. */
public record PersonId(UUID value) {

    /** The id in {@code text}, or empty if it is not the standard form of a UUID. */
    public static Optional<PersonId> parse(String text) {
        return Uuids.parse(text).map(PersonId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
