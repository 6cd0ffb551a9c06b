package no.segl.core.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.LetterId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.print.PrintFact.PrintContentRead;
import no.segl.core.print.PrintFact.PrintHandedOver;
import no.segl.core.print.PrintFact.PrintHandoverAttempted;
import no.segl.core.print.PrintFact.PrintHandoverFailed;
import no.segl.core.print.PrintFact.PrintNotPossible;
import no.segl.core.print.PrintFact.PrintStopped;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.Printability.Obstacle;

/** Decides on handing a job over to the printer, so that it gets there once. */
public final class Handover {

    private Handover() {}

    /** Whether to go ahead. */
    public sealed interface Reply {
        /** The attempt is written down once this is committed; hand it over then. */
        record Go(int attempt) implements Reply {}

        /** Somebody else is at it, or it is too late: do nothing. */
        record Leave() implements Reply {}
    }

    /** What is known after an attempt. */
    public sealed interface Outcome {
        /** The job is whole at the printer. */
        record Done() implements Outcome {}

        /** It is not there, and this attempt will never bring it there. */
        record NotDone(Cause cause) implements Outcome {}

        /** It may be there. Ask; never try again on this. */
        record Unknown() implements Outcome {}
    }

    /** Why an attempt came to nothing. */
    public enum Cause {
        /** There was no connection. */
        UNREACHABLE,
        /** Whoever answered could not prove to be the printer, or did not let Segl in. */
        NOT_TRUSTED,
        /** The printer's machine said no. */
        REFUSED,
        /** When asked, the printer did not have it. */
        NOT_THERE
    }

    /** Whether the outcome was used. */
    public enum Noted {
        NOTED,
        /** Still not known; ask again. */
        STILL_UNKNOWN,
        /** It is about an attempt that is over. */
        STALE
    }

    /**
     * Decides on taking the content out of the vault, to make the print file of. That is written
     * down the first time: a job that fails again and again does not fill the ledger.
     *
     * @param written whether it has been written down for this job
     */
    public static Decision<PrintFact, Optional<Ordered>> read(PrintJob job, boolean written) {
        if (job.next() != PrintJob.Step.HAND_OVER || !(job instanceof Ordered o)) {
            return Decision.nothing(Optional.empty());
        }
        return written
                ? Decision.nothing(Optional.of(o))
                : new Decision<>(
                        right(job),
                        List.of(new PrintContentRead(o.order().letter(), o.order().job())),
                        Optional.of(o));
    }

    /**
     * Decides on a letter that cannot be put on paper whole.
     *
     * @return whether it ended the job
     */
    public static Decision<PrintFact, Boolean> notPossible(PrintJob job, List<Obstacle> obstacles) {
        return job instanceof Ordered o
                ? new Decision<>(
                        right(job),
                        List.of(
                                new PrintNotPossible(
                                        o.order().letter(), o.order().job(), obstacles)),
                        true)
                : Decision.nothing(false);
    }

    /**
     * Decides on an attempt, before anything is done.
     *
     * @param manifest of the print file as it will be handed over
     * @throws IllegalArgumentException if the manifest is of another job or attempt
     */
    public static Decision<PrintFact, Reply> attempt(PrintJob job, Manifest manifest) {
        if (job.next() != PrintJob.Step.HAND_OVER || !(job instanceof Ordered o)) {
            return Decision.nothing(new Reply.Leave());
        }
        int attempt = o.attempts() + 1;
        if (!manifest.job().equals(o.order().job()) || manifest.attempt() != attempt) {
            throw new IllegalArgumentException("the manifest is of another attempt");
        }
        return new Decision<>(
                right(job),
                List.of(
                        new PrintHandoverAttempted(
                                o.order().letter(),
                                o.order().job(),
                                attempt,
                                manifest.sha256(),
                                manifest.sheets())),
                new Reply.Go(attempt));
    }

    /** Decides on what is known of attempt {@code attempt}, however it became known. */
    public static Decision<PrintFact, Noted> outcome(PrintJob job, int attempt, Outcome outcome) {
        if (!(job instanceof HandingOver h) || h.attempt() != attempt) {
            return Decision.nothing(Noted.STALE);
        }
        LetterId letter = h.order().letter();
        PrintJobId id = h.order().job();
        return switch (outcome) {
            case Outcome.Unknown _ -> Decision.nothing(Noted.STILL_UNKNOWN);
            case Outcome.Done _ ->
                    new Decision<>(
                            right(job),
                            List.of(new PrintHandedOver(letter, id, attempt)),
                            Noted.NOTED);
            case Outcome.NotDone(Cause cause) -> {
                List<PrintFact> facts = new ArrayList<>();
                facts.add(new PrintHandoverFailed(letter, id, attempt, cause));
                h.stop().ifPresent(stop -> facts.add(new PrintStopped(letter, id, stop.ground())));
                yield new Decision<>(right(job), facts, Noted.NOTED);
            }
        };
    }

    private static Right right(PrintJob job) {
        return new Right("print-order", job.order().job().toString());
    }
}
