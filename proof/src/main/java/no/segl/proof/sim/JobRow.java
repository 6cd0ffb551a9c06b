package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.segl.core.deadline.Rules;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.Consequences;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder.Route;

/** A print job, as a row. */
final class JobRow {

    private static final Duration ATTEMPT = Duration.ofMinutes(10);
    private static final Duration TRACES = Duration.ofDays(2);

    final Instant orderedAt;
    PrintJob job;
    Optional<Instant> next;
    int tries;

    JobRow(PrintJob job, Instant now) {
        this.orderedAt = now;
        this.job = job;
        this.next = Optional.of(now);
    }

    PrintJobId id() {
        return job.order().job();
    }

    void become(PrintJob after, Rules rules, Instant now) {
        if (!after.equals(job)) {
            job = after;
            tries = 0;
            next =
                    switch (job.next()) {
                        case HAND_OVER, ASK_WHETHER_HANDED_OVER -> Optional.of(now.plus(ATTEMPT));
                        case RECALL -> Optional.of(now);
                        case AWAIT_RECEIPT, AWAIT_PERSON -> Consequences.overdue(job, rules);
                        case NOTHING ->
                                job.order().route() == Route.PRINTER
                                        ? Optional.of(now.plus(TRACES))
                                        : Optional.empty();
                    };
        }
    }
}
