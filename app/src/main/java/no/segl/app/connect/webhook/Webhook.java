package no.segl.app.connect.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** Carries events to webhooks. */
public interface Webhook {

    /**
     * What is to be sent.
     *
     * @param id of the event: the same each time it is sent
     * @param body in UTF-8
     */
    record Message(UUID webhook, URI address, String id, String type, String body) {}

    /**
     * What an attempt came to.
     *
     * @param code for people and programs: {@code taken}, {@code status-404}, {@code not-open} …
     */
    record Result(Kind kind, String code) {

        /** In short. */
        public enum Kind {
            TAKEN,
            REFUSED,
            UNREACHED
        }
    }

    /** Sends it once. What comes of it is known, or it is {@code UNREACHED} and may have come. */
    Result send(Message message, Instant now);
}
