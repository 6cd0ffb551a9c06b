package no.segl.sandbox.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Which troubles a line has, and what has been asked over it. One seed gives the same again. */
public final class Troubles {

    private record Ordered(String part, Trouble trouble) {}

    private record Standing(String part, Trouble trouble, double share) {}

    private final Random chance;
    private final List<Ordered> ordered = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    public Troubles(long seed) {
        this.chance = new Random(seed);
    }

    /** Gives the next calls that hold {@code part} one trouble each, in this order. */
    public synchronized void next(String part, Trouble... next) {
        Arrays.stream(next).forEach(trouble -> ordered.add(new Ordered(part, trouble)));
    }

    /**
     * Gives a share of all calls that hold {@code part} a trouble, until it is told to stop.
     *
     * @param share from 0 to 1
     */
    public synchronized void often(String part, Trouble trouble, double share) {
        standing.add(new Standing(part, trouble, share));
    }

    /** From now on nothing goes wrong. */
    public synchronized void end() {
        ordered.clear();
        standing.clear();
    }

    /** How many troubles are still to come, and how many kinds come now and then. */
    public synchronized int waiting() {
        return ordered.size() + standing.size();
    }

    /**
     * Notes a call.
     *
     * @param call its method, and its path with its query
     * @return what goes wrong with it
     */
    synchronized Optional<Trouble> of(String method, String call) {
        String whole = method + " " + call;
        asked.add(whole);
        notifyAll();
        Optional<Ordered> first =
                ordered.stream().filter(one -> whole.contains(one.part())).findFirst();
        if (first.isPresent()) {
            ordered.remove(first.get());
            return first.map(Ordered::trouble);
        }
        for (Standing one : standing) {
            if (whole.contains(one.part()) && chance.nextDouble() < one.share()) {
                return Optional.of(one.trouble());
            }
        }
        return Optional.empty();
    }

    /** Every call so far: its method, and its path with its query. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /**
     * Waits for a call that holds {@code part}.
     *
     * @return whether there was one, before or within that time
     */
    public synchronized boolean isAsked(String part, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (asked.stream().noneMatch(call -> call.contains(part))) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
