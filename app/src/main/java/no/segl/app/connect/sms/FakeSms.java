package no.segl.app.connect.sms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The twin of {@link HttpSms}: keeps in memory what was sent, once for each id, and can be made to
 * fail as a gateway does.
 */
public final class FakeSms implements Sms {

    private static final int AT_A_TIME = 500;

    private final Map<UUID, Text> sent = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<Result> results = new ArrayList<>();
    private Fault fault = Fault.NONE;

    /** What can go wrong. */
    public enum Fault {
        NONE,
        /** Nobody answers. */
        DOWN,
        /** Not now: there are too many. */
        REFUSE,
        /** It is accepted, and the answer is lost. */
        LOSE_AFTER_ACCEPT
    }

    /** From now on. */
    public synchronized void set(Fault now) {
        fault = now;
    }

    /** From now on {@code number} is not sent to. */
    public synchronized void refuse(String number) {
        refused.add(number);
    }

    /** A report comes in. */
    public synchronized void add(Result result) {
        results.add(result);
    }

    /** What was accepted, oldest first. */
    public synchronized List<Text> sent() {
        return new ArrayList<>(sent.values());
    }

    @Override
    public synchronized Outcome send(Text text) {
        if (fault == Fault.DOWN) {
            return new Refused(Refused.NO_CONNECTION, false);
        }
        if (fault == Fault.REFUSE) {
            return new Refused(Refused.TOO_MANY, false);
        }
        if (refused.contains(text.number())) {
            return new Refused(Refused.NO_NUMBER, true);
        }
        sent.putIfAbsent(text.id(), text);
        return fault == Fault.LOSE_AFTER_ACCEPT ? new Unknown() : new Done();
    }

    @Override
    public synchronized Results results(String after) throws Unavailable {
        if (fault == Fault.DOWN) {
            throw new Unavailable("the gateway for text messages is down");
        }
        int from = after.isEmpty() ? 0 : Integer.parseInt(after);
        int until = Math.min(results.size(), from + AT_A_TIME);
        return new Results(
                results.subList(from, until), 0, String.valueOf(until), until < results.size());
    }
}
