package no.segl.sandbox.altinn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A request to send that was found to be in order.
 *
 * @param asked what stands under {@code correspondence}, as it was sent
 * @param recipients numbers of organisations and persons
 * @param files the attachments that come with it, in order
 */
record Draft(
        Resource resource,
        JsonNode asked,
        List<String> recipients,
        List<UUID> existing,
        List<File> files,
        Optional<UUID> key,
        Instant publishAt,
        Optional<Instant> dueAt) {

    /** A file that comes with the message. */
    static final class File {
        private final JsonNode about;
        private final byte[] bytes;

        /**
         * @param about what the request says of it
         */
        File(JsonNode about, byte[] bytes) {
            this.about = about;
            this.bytes = bytes.clone();
        }

        JsonNode about() {
            return about;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    boolean isConfidential() {
        return asked.path("isConfidential").asBoolean(false);
    }

    boolean isConfirmationNeeded() {
        return asked.path("isConfirmationNeeded").asBoolean(false);
    }

    Optional<JsonNode> notification() {
        JsonNode notification = asked.path("notification");
        return notification.isObject() ? Optional.of(notification) : Optional.empty();
    }
}
