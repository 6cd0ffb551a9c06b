package no.segl.app.connect.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The twin of {@link SmtpMail}: keeps in memory what was sent, and can be made to fail as a relay
 * does.
 */
public final class FakeMail implements Mail {

    /** The oldest are forgotten: a trial may run for a simulated year. */
    private static final int KEPT = 10_000;

    private final Deque<Message> sent = new ArrayDeque<>();
    private final Set<String> refused = new HashSet<>();
    private final Runnable wait;
    private Fault fault = Fault.NONE;

    /** What can go wrong. */
    public enum Fault {
        NONE,
        /** Nobody answers. */
        DOWN,
        /** Each message takes its time, and then goes. */
        SLOW,
        /** Not now: 451 to every address. */
        REFUSE,
        /** It is accepted, and the line is lost before the answer. */
        LOSE_AFTER_ACCEPT
    }

    public FakeMail() {
        this(() -> {});
    }

    /**
     * @param wait what to do for each message while it is slow
     */
    public FakeMail(Runnable wait) {
        this.wait = wait;
    }

    /** From now on. */
    public synchronized void set(Fault now) {
        fault = now;
    }

    /** From now on {@code address} does not exist. */
    public synchronized void refuse(String address) {
        refused.add(address);
    }

    /** What was accepted, oldest first; the same message twice if it was sent twice. */
    public synchronized List<Message> sent() {
        return new ArrayList<>(sent);
    }

    /** Forgets what was sent. */
    public synchronized void clear() {
        sent.clear();
    }

    @Override
    public Round begin() {
        return new Round() {
            @Override
            public Outcome send(Message message) {
                return take(message);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private Outcome take(Message message) {
        Fault now = now();
        if (now == Fault.SLOW) {
            wait.run();
        }
        if (now == Fault.DOWN) {
            return new Refused(Refused.NO_CONNECTION, false);
        }
        return accept(message, now);
    }

    private synchronized Fault now() {
        return fault;
    }

    private synchronized Outcome accept(Message message, Fault now) {
        if (!message.to().matches("[^@\\s]+@[^@\\s]+")) {
            return new Refused(Refused.NO_ADDRESS, true);
        }
        if (refused.contains(message.to())) {
            return new Refused("550 5.1.1", true);
        }
        if (now == Fault.REFUSE) {
            return new Refused("451 4.3.0", false);
        }
        sent.add(message);
        if (sent.size() > KEPT) {
            sent.remove();
        }
        return now == Fault.LOSE_AFTER_ACCEPT ? new Unknown() : new Done();
    }
}
