package no.segl.sandbox.time;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How the neighbours' habits are set now. */
public final class Knobs {

    private final Map<Knob, String> turned = new EnumMap<>(Knob.class);

    /**
     * Turns one.
     *
     * @throws IllegalArgumentException if it cannot be turned to that; the message says why
     */
    public synchronized Knobs turn(Knob knob, String value) {
        if (!knob.takes(value)) {
            throw new IllegalArgumentException(
                    knob.word() + " cannot be " + value + "; by itself it is " + knob.standard());
        }
        turned.put(knob, value);
        return this;
    }

    /**
     * Turns one by its name.
     *
     * @throws IllegalArgumentException if there is none, or it cannot be turned to that
     */
    public void turn(String word, String value) {
        Optional<Knob> knob = Knob.of(word);
        if (knob.isEmpty()) {
            throw new IllegalArgumentException("there is no " + word);
        }
        turn(knob.get(), value);
    }

    /** As they are by themselves. */
    public synchronized void reset() {
        turned.clear();
    }

    public synchronized String text(Knob knob) {
        return turned.getOrDefault(knob, knob.standard());
    }

    public Duration duration(Knob knob) {
        return Duration.parse(text(knob));
    }

    public double share(Knob knob) {
        return Double.parseDouble(text(knob));
    }

    public long whole(Knob knob) {
        return Long.parseLong(text(knob));
    }

    public boolean is(Knob knob, String value) {
        return text(knob).equals(value);
    }
}
