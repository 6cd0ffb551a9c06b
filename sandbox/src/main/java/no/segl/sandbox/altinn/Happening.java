package no.segl.sandbox.altinn;

import java.time.Instant;

/**
 * Something that subscribers may be told.
 *
 * @param type the last part of the event's type, such as {@code correspondencepublished}
 * @param instance the id of the message or attachment
 * @param subject the number of the party that it is told to
 */
public record Happening(String type, String resource, String instance, String subject, Instant at) {

    /** Who passes them on. */
    @FunctionalInterface
    public interface Listener {
        void happened(Happening happening);
    }
}
