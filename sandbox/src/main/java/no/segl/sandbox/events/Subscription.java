package no.segl.sandbox.events;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who wants to be told.
 *
 * @param owner the number of the organisation that made it
 * @param subject of which party alone; empty for all
 * @param isValidated whether the address has answered the first event, without which there is none
 *     other
 */
record Subscription(
        int id,
        String owner,
        String endPoint,
        String resource,
        Optional<String> source,
        Optional<String> subject,
        Optional<String> type,
        Instant created,
        boolean isValidated) {

    Subscription validated() {
        return new Subscription(
                id, owner, endPoint, resource, source, subject, type, created, true);
    }

    /**
     * Whether it wants an event. A filter that is an empty text fits nothing; it is taken without a
     * word all the same.
     */
    boolean wants(String eventType, String eventSource, String eventResource, String eventSubject) {
        return isValidated
                && resource.equals(eventResource)
                && source.filter(s -> !s.equals(eventSource)).isEmpty()
                && subject.filter(s -> !s.equals(eventSubject)).isEmpty()
                && type.filter(t -> !t.equals(eventType)).isEmpty();
    }
}
