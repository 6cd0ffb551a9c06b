package no.segl.sandbox.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every notice that went out, in order. */
public final class Notices {

    /** By which way. */
    public enum Way {
        EMAIL,
        SMS
    }

    /**
     * A notice.
     *
     * @param from which neighbour sent it
     * @param to an address or a mobile number
     * @param about the id of the message or letter
     */
    public record Notice(
            Instant at,
            String from,
            Way way,
            String to,
            String about,
            String subject,
            String text) {}

    private final List<Notice> sent = new ArrayList<>();

    /** Notes one. */
    public synchronized void send(Notice notice) {
        sent.add(notice);
    }

    public synchronized List<Notice> all() {
        return List.copyOf(sent);
    }
}
