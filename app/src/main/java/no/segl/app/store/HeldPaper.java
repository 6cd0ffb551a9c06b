package no.segl.app.store;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.print.PrintJob;

/** A letter that a transaction holds, with its paper; what is not asked for is not read. */
public final class HeldPaper {

    private final HeldLetter held;
    private final Supplier<Optional<PrintJob>> job;
    private final Supplier<Set<Raised>> cases;

    /** What is given here is asked at most when it is asked for. */
    public HeldPaper(
            HeldLetter held, Supplier<Optional<PrintJob>> job, Supplier<Set<Raised>> cases) {
        this.held = held;
        this.job = job;
        this.cases = cases;
    }

    /** The letter. */
    public HeldLetter held() {
        return held;
    }

    /** Its last print job, if there was one. */
    public Optional<PrintJob> job() {
        return job.get();
    }

    /** What it is a case for, and has not been closed. */
    public Set<Raised> cases() {
        return cases.get();
    }
}
