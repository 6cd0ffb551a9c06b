package no.segl.core.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.Handover.Cause;
import no.segl.core.print.Handover.Outcome;
import no.segl.core.print.Receipt.Event;
import no.segl.core.print.Receipt.FailureReason;
import no.segl.core.print.Stopping.Recall;

/**
 * A printer, and a line to it on which anything may happen: an attempt may reach it at once, much
 * later or never, and its answer may be lost. Whoever asks after an attempt shuts it out, so that
 * it cannot arrive afterwards; {@code shutsOut} false is a printer that only looks.
 */
final class PrintWorld {

    private record Attempt(PrintJobId job, int number) {}

    private final RandomGenerator random;
    private final boolean shutsOut;
    private final Set<Attempt> underWay = new HashSet<>();
    private final Set<Attempt> arrived = new HashSet<>();
    private final List<PrintJobId> waiting = new ArrayList<>();
    private final List<PrintJobId> taken = new ArrayList<>();
    private final Set<PrintJobId> recalled = new HashSet<>();
    private final Map<PrintJobId, Integer> prints = new HashMap<>();
    private final List<Said> receipts = new ArrayList<>();

    /** A receipt on its way; it may be told again. */
    record Said(PrintJobId job, Event event) {}

    PrintWorld(RandomGenerator random, boolean shutsOut) {
        this.random = random;
        this.shutsOut = shutsOut;
    }

    /**
     * Something of the world's own happens. A job that fails may wrongly be called printed, and the
     * other way.
     */
    void stir() {
        if (!underWay.isEmpty() && random.nextBoolean()) {
            arrive(underWay.iterator().next());
        } else if (!waiting.isEmpty() && random.nextBoolean()) {
            taken.add(waiting.removeFirst());
        } else if (!taken.isEmpty()) {
            work(taken.removeFirst());
        }
    }

    boolean isIdle() {
        return underWay.isEmpty() && waiting.isEmpty() && taken.isEmpty();
    }

    Outcome handOver(PrintJobId job, int number) {
        Attempt attempt = new Attempt(job, number);
        return switch (random.nextInt(5)) {
            case 0 -> new Outcome.NotDone(Cause.UNREACHABLE);
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
    }

    Outcome look(PrintJobId job, int number) {
        Attempt attempt = new Attempt(job, number);
        if (arrived.contains(attempt)) {
            return new Outcome.Done();
        }
        if (random.nextInt(3) == 0) {
            return new Outcome.Unknown();
        }
        if (shutsOut) {
            underWay.remove(attempt);
        }
        return new Outcome.NotDone(Cause.NOT_THERE);
    }

    Recall recall(PrintJobId job) {
        if (random.nextInt(3) == 0) {
            return Recall.UNKNOWN;
        }
        if (waiting.remove(job)) {
            recalled.add(job);
        }
        return recalled.contains(job) ? Recall.RECALLED : Recall.TOO_LATE;
    }

    /** A receipt in any order; half of them are told again later. */
    Said receipt() {
        int at = random.nextInt(receipts.size());
        return random.nextBoolean() ? receipts.get(at) : receipts.remove(at);
    }

    boolean hasReceipts() {
        return !receipts.isEmpty();
    }

    void printedByHand(PrintJobId job) {
        prints.merge(job, 1, Integer::sum);
    }

    /** How many copies there have been of all these jobs. */
    int prints() {
        return prints.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void arrive(Attempt attempt) {
        underWay.remove(attempt);
        arrived.add(attempt);
        waiting.add(attempt.job());
    }

    private void work(PrintJobId job) {
        if (random.nextInt(4) == 0) {
            receipts.add(new Said(job, new Event.Failed(FailureReason.FORMAT)));
            if (random.nextInt(4) == 0) {
                receipts.add(new Said(job, new Event.Printed()));
            }
            return;
        }
        prints.merge(job, 1, Integer::sum);
        if (random.nextInt(8) == 0) {
            receipts.add(new Said(job, new Event.Failed(FailureReason.OTHER)));
        }
        if (random.nextInt(8) != 0) {
            receipts.add(new Said(job, new Event.Printed()));
        }
        receipts.add(new Said(job, new Event.Posted()));
        if (random.nextInt(6) == 0) {
            receipts.add(new Said(job, new Event.Failed(FailureReason.RETURNED)));
        }
    }
}
