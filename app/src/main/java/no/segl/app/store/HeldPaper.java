package no.segl.app.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.id.PrintJobId;
import no.segl.core.print.PrintJob;

/** A letter that a transaction holds, with its paper; what is not asked for is not read. */
public final class HeldPaper {

    private final HeldLetter held;
    private final Supplier<List<PrintJob>> jobs;
    private final Supplier<Set<Raised>> cases;
    private final Predicate<PrintJobId> read;

    /** What is given here is asked at most when it is asked for. */
    public HeldPaper(
            HeldLetter held,
            Supplier<List<PrintJob>> jobs,
            Supplier<Set<Raised>> cases,
            Predicate<PrintJobId> read) {
        this.held = held;
        this.jobs = jobs;
        this.cases = cases;
        this.read = read;
    }

    /** The letter. */
    public HeldLetter held() {
        return held;
    }

    /** Every print job that it has had, the last one last. */
    public List<PrintJob> jobs() {
        return jobs.get();
    }

    /** Its last print job, if there was one. */
    public Optional<PrintJob> job() {
        List<PrintJob> all = jobs();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Whether the ledger says of a job that its content was read for it. */
    public boolean isRead(PrintJobId job) {
        return read.test(job);
    }

    /** What it is a case for, and has not been closed. */
    public Set<Raised> cases() {
        return cases.get();
    }
}
