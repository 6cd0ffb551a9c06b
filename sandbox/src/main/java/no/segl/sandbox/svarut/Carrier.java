package no.segl.sandbox.svarut;

import java.util.Optional;
import java.util.UUID;

/** Who brings a letter to its recipient's inbox. */
public interface Carrier {

    /**
     * Hands a letter over.
     *
     * @param recipient the number of an organisation or a person
     * @param letter its id in SvarUT
     * @return its id there, or empty if it cannot be brought to that recipient
     */
    Optional<UUID> send(String recipient, String title, boolean confidential, UUID letter);
}
