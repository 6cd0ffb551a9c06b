package no.segl.core.print;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.print.PrintOrder.Route;

/** Says when a print job is next looked at, from its state and the rules alone. */
public final class PrintLook {

    /** How long an attempt may take before somebody else asks what became of it. */
    private static final Duration ATTEMPT = Duration.ofMinutes(10);

    private PrintLook() {}

    /** When a job that has just come to stand so is looked at; empty if nothing is left to do. */
    public static Optional<Instant> next(PrintJob job, Rules rules, Instant now) {
        return switch (job.next()) {
            // After an attempt that failed it is tried again later and later; not at once.
            case HAND_OVER, ASK_WHETHER_HANDED_OVER -> Optional.of(now.plus(ATTEMPT));
            case RECALL -> Optional.of(now);
            case AWAIT_RECEIPT, AWAIT_PERSON -> Consequences.overdue(job, rules);
            case NOTHING ->
                    job.order().route() == Route.PRINTER
                            ? Optional.of(rules.row(Rule.KEEP_PRINT_TRACES).after(now))
                            : Optional.empty();
        };
    }

    /**
     * When a job that waits for others is looked at again: when it has been silent for too long,
     * and from then on again and again.
     */
    public static Instant waiting(PrintJob job, Rules rules, Instant now) {
        return Consequences.overdue(job, rules)
                .filter(now::isBefore)
                .orElseGet(() -> rules.row(Rule.PRINT_LOOK).after(now));
    }
}
