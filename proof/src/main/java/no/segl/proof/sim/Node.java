package no.segl.proof.sim;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One machine that runs Segl: what it is about to do, step by step. What it has in hand is nowhere
 * else, and is lost when it dies.
 */
final class Node {

    private static final Duration RESTART = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Stage stage;
    private final Deque<Step> todo = new ArrayDeque<>();
    private final Work work;
    private Duration free;
    private int untilDeath = Integer.MAX_VALUE;

    /** One thing that it does in one go: a commit, or one exchange with something outside. */
    interface Step {
        void go();
    }

    /** What a node does in a round. */
    interface Work {
        void begin(Node node);
    }

    Node(Stage stage, Duration offset, Work work) {
        this.stage = stage;
        this.free = offset;
        this.work = work;
    }

    /** Does this next. */
    void first(Step step) {
        todo.addFirst(step);
    }

    void dieAfter(int steps) {
        untilDeath = steps;
    }

    void stall(Duration lasts) {
        free = later(free, stage.elapsed()).plus(lasts);
    }

    /**
     * When it does something next.
     *
     * @param due when the first thing is due that a new round would find
     */
    Duration next(Optional<Duration> due) {
        return todo.isEmpty() ? later(free, due.orElse(Duration.ofDays(100_000))) : free;
    }

    /** Does one step, or dies instead; says whether it died. */
    boolean step() {
        if (untilDeath != Integer.MAX_VALUE && --untilDeath < 0) {
            untilDeath = Integer.MAX_VALUE;
            todo.clear();
            free = stage.elapsed().plus(RESTART);
            return true;
        }
        if (todo.isEmpty()) {
            work.begin(this);
        } else {
            todo.pollFirst().go();
        }
        free =
                stage.elapsed()
                        .plus(
                                todo.isEmpty()
                                        ? PAUSE
                                        : Duration.ofMillis(2 + stage.dice.nextInt(400)));
        return false;
    }

    /** Ends what it is doing: nothing is done while nobody knows what time it is. */
    void waitForClock() {
        todo.clear();
        free = stage.elapsed().plus(PAUSE);
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
