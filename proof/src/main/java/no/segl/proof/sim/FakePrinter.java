package no.segl.proof.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import no.segl.core.id.LetterId;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.Handover.Cause;
import no.segl.core.print.Handover.Outcome;
import no.segl.core.print.Receipt.Event;
import no.segl.core.print.Receipt.FailureReason;
import no.segl.core.print.Stopping.Recall;

/**
 * A printer, and a line to it. What is handed over may arrive at once, much later or never, and its
 * answer may be lost; who asks after an attempt shuts it out. Receipts come late, twice, in any
 * order or not at all.
 */
final class FakePrinter {

    private final SplittableRandom random;
    private final Set<Attempt> underWay = new LinkedHashSet<>();
    private final Set<Attempt> arrived = new HashSet<>();
    private final List<Attempt> waiting = new ArrayList<>();
    private final List<Attempt> begun = new ArrayList<>();
    private final Set<PrintJobId> recalled = new HashSet<>();
    private final Map<LetterId, Integer> prints = new LinkedHashMap<>();
    private final List<Said> receipts = new ArrayList<>();

    /** Receipts of what was never printed, which are told some time later. */
    private final List<Said> mistakes = new ArrayList<>();

    private boolean away;
    private boolean silent;
    private Optional<Duration> next = Optional.empty();

    private record Attempt(LetterId letter, PrintJobId job, int number) {}

    /** A receipt. */
    record Said(LetterId letter, PrintJobId job, Event event) {}

    FakePrinter(long seed) {
        this.random = new SplittableRandom(seed ^ 0x7072696eL);
    }

    void breakDown(boolean isAway) {
        away = isAway;
        silent = !isAway;
    }

    void mend() {
        away = false;
        silent = false;
    }

    Outcome handOver(LetterId letter, PrintJobId job, int number, Duration now) {
        if (away) {
            return new Outcome.NotDone(Cause.UNREACHABLE);
        }
        Attempt attempt = new Attempt(letter, job, number);
        Outcome outcome =
                switch (random.nextInt(5)) {
                    case 0 -> new Outcome.NotDone(Cause.REFUSED);
                    case 1 -> {
                        underWay.add(attempt);
                        yield new Outcome.Unknown();
                    }
                    case 2 -> {
                        arrive(attempt);
                        yield new Outcome.Unknown();
                    }
                    default -> {
                        arrive(attempt);
                        yield new Outcome.Done();
                    }
                };
        wake(now);
        return outcome;
    }

    Outcome ask(LetterId letter, PrintJobId job, int number) {
        Attempt attempt = new Attempt(letter, job, number);
        if (away || random.nextInt(4) == 0) {
            return new Outcome.Unknown();
        }
        if (arrived.contains(attempt)) {
            return new Outcome.Done();
        }
        underWay.remove(attempt);
        return new Outcome.NotDone(Cause.NOT_THERE);
    }

    Recall recall(PrintJobId job) {
        if (away) {
            return Recall.UNKNOWN;
        }
        if (waiting.removeIf(attempt -> attempt.job().equals(job))) {
            recalled.add(job);
        }
        return recalled.contains(job) ? Recall.RECALLED : Recall.TOO_LATE;
    }

    /** When something happens there by itself. */
    Optional<Duration> next() {
        return next;
    }

    /** It happens. */
    void go(Duration now) {
        next = Optional.empty();
        if (!underWay.isEmpty() && random.nextBoolean()) {
            Attempt attempt = underWay.iterator().next();
            underWay.remove(attempt);
            arrive(attempt);
        } else if (!waiting.isEmpty() && random.nextBoolean()) {
            begun.add(waiting.removeFirst());
        } else if (!begun.isEmpty()) {
            work(begun.removeFirst());
        } else if (!mistakes.isEmpty() && random.nextInt(4) == 0) {
            receipts.add(mistakes.removeFirst());
        }
        wake(now);
    }

    private void wake(Duration now) {
        boolean isIdle =
                underWay.isEmpty() && waiting.isEmpty() && begun.isEmpty() && mistakes.isEmpty();
        if (next.isEmpty() && !isIdle) {
            next = Optional.of(now.plusMinutes(20 + random.nextInt(600)));
        }
    }

    private void arrive(Attempt attempt) {
        arrived.add(attempt);
        waiting.add(attempt);
    }

    private void work(Attempt attempt) {
        if (random.nextInt(6) == 0) {
            say(attempt, new Event.Failed(FailureReason.FORMAT));
            if (random.nextBoolean()) {
                mistakes.add(new Said(attempt.letter(), attempt.job(), new Event.Posted()));
            }
            return;
        }
        prints.merge(attempt.letter(), 1, Integer::sum);
        if (random.nextInt(8) == 0) {
            say(attempt, new Event.Failed(FailureReason.OTHER));
            return;
        }
        if (random.nextInt(6) > 0) {
            say(attempt, new Event.Printed());
        }
        if (random.nextInt(10) > 0) {
            say(attempt, new Event.Posted());
        }
        if (random.nextInt(10) == 0) {
            say(attempt, new Event.Failed(FailureReason.RETURNED));
        }
    }

    private void say(Attempt attempt, Event event) {
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            receipts.add(
                    random.nextInt(receipts.size() + 1),
                    new Said(attempt.letter(), attempt.job(), event));
        }
    }

    /** A receipt that can be fetched; it stays until {@link #taken}. */
    Optional<Said> receipt() {
        return away || silent || receipts.isEmpty()
                ? Optional.empty()
                : Optional.of(receipts.getFirst());
    }

    void taken(Said said) {
        receipts.remove(said);
    }

    /** A person puts it on paper. */
    void printedByHand(LetterId letter) {
        prints.merge(letter, 1, Integer::sum);
    }

    /** How often a letter has been on paper. */
    int prints(LetterId letter) {
        return prints.getOrDefault(letter, 0);
    }
}
