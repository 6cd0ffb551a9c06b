package no.segl.proof.sim;

import java.time.Instant;
import java.util.Optional;
import no.segl.core.deadline.Rules;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintLook;

/** A print job, as a row. */
final class JobRow {

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
            next = PrintLook.next(job, rules, now);
        }
    }
}
