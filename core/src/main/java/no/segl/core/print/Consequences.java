package no.segl.core.print;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.segl.core.deadline.CaseDue;
import no.segl.core.deadline.Rules;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.LetterPosted;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import no.segl.core.print.PrintFact.PaperPosted;
import no.segl.core.print.PrintFact.PaperPrinted;
import no.segl.core.print.PrintFact.PrintContradicted;
import no.segl.core.print.PrintFact.PrintFailed;
import no.segl.core.print.PrintFact.PrintNotPossible;
import no.segl.core.print.PrintFact.PrintStopMissed;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintJob.Printed;
import no.segl.core.print.PrintJob.Stop;
import no.segl.core.print.PrintJob.StopGround;

/** What follows for a letter from what happens to its paper, and for the paper from the letter. */
public final class Consequences {

    private Consequences() {}

    /**
     * What surrounds a letter.
     *
     * @param cases what it is a case for already, and has not been closed
     * @param ids new ids, each never given before
     */
    public record Around(Set<Raised> cases, Supplier<UUID> ids, Rules rules, Instant now) {}

    /** What follows for the paper when its letter has just been closed. */
    public static List<PrintFact> ofClosing(Letter closed, PrintJob job, Right right) {
        return ground(closed)
                .map(ground -> Stopping.stop(job, ground, right).facts())
                .orElse(List.of());
    }

    private static Optional<StopGround> ground(Letter closed) {
        return switch (closed) {
            case Letter.Opened _ -> Optional.of(StopGround.OPENED);
            case Letter.Closed c ->
                    switch (c.how()) {
                        case Letter.How.Withdrawn _ -> Optional.of(StopGround.WITHDRAWN);
                        case Letter.How.Settled _ -> Optional.of(StopGround.SETTLED);
                        case Letter.How.Posted _ -> Optional.empty();
                    };
            case Letter.Draft _, Letter.Accepted _, Letter.Available _ -> Optional.empty();
        };
    }

    /**
     * What follows for the letter: posted paper closes it, and paper that went wrong is a case at
     * its sender. So is paper of a letter that was taken back, however it is found that it goes out
     * all the same: somebody gets what they were not to have, and only its sender can act on that.
     */
    public static List<LetterFact> ofPaper(Letter letter, PrintFact fact, Around around) {
        return switch (fact) {
            case PaperPosted posted when letter instanceof Letter.Available ->
                    List.of(new LetterPosted(letter.envelope().id(), posted.job().value()));
            case PrintNotPossible _, PrintFailed _, PrintContradicted _, PrintStopMissed _
                    when !(letter instanceof Letter.Opened) ->
                    raise(letter.envelope(), Matter.Reason.PRINT_FAILED, around);
            case PaperPrinted _, PaperPosted _ when isTakenBack(letter) ->
                    raise(letter.envelope(), Matter.Reason.PRINT_FAILED, around);
            case PrintFact _ -> List.of();
        };
    }

    /** Whether its sender does not want it to come to anybody any more. */
    private static boolean isTakenBack(Letter letter) {
        return letter instanceof Letter.Closed(_, _, _, _, var how)
                && (how instanceof Letter.How.Withdrawn || how instanceof Letter.How.Settled);
    }

    /** Whether it is to be stopped, and it is not known whether that can still be done. */
    private static boolean isStopOpen(PrintJob job) {
        Optional<Stop> stop =
                switch (job) {
                    case HandingOver h -> h.stop();
                    case HandedOver h -> h.stop();
                    case PrintJob _ -> Optional.empty();
                };
        return stop.filter(s -> !s.missed()).isPresent();
    }

    /**
     * Makes it a case that nothing has been heard of a letter's paper for too long, or of whether
     * the paper of one that was taken back could be stopped. Only a person can ask a printer, or
     * whoever was to print it.
     */
    public static Decision<LetterFact, Boolean> ofSilence(
            Letter letter, PrintJob job, Around around) {
        Optional<Instant> overdue = overdue(job, around.rules());
        boolean isStopSilent = isTakenBack(letter) && isStopOpen(job);
        if (!(letter instanceof Letter.Available || isStopSilent)
                || overdue.filter(at -> !at.isAfter(around.now())).isEmpty()) {
            return Decision.nothing(false);
        }
        Matter.Reason reason =
                isStopSilent ? Matter.Reason.PRINT_FAILED : Matter.Reason.PRINT_NEEDED;
        List<LetterFact> facts = raise(letter.envelope(), reason, around);
        Right right = new Right("rule", around.rules().row(Rule.PRINT_SILENT).paragraph());
        return facts.isEmpty() ? Decision.nothing(false) : new Decision<>(right, facts, true);
    }

    /** When a job has been silent for too long; empty if it has ended. */
    public static Optional<Instant> overdue(PrintJob job, Rules rules) {
        Optional<Instant> since =
                switch (job) {
                    case Ordered o -> Optional.of(o.orderedAt());
                    case HandingOver h -> Optional.of(h.orderedAt());
                    case HandedOver h -> Optional.of(h.at());
                    case Printed p -> Optional.of(p.at());
                    case PrintJob.Posted _, PrintJob.Failed _, PrintJob.Stopped _ ->
                            Optional.empty();
                };
        return since.map(rules.row(Rule.PRINT_SILENT)::after);
    }

    /** Only the sender can do anything about it, and is told at once. */
    private static List<LetterFact> raise(Envelope letter, Matter.Reason reason, Around around) {
        Raised raised = new Raised(reason, Side.SENDER);
        List<LetterFact> facts = new ArrayList<>();
        if (!around.cases().contains(raised)) {
            CaseDue.raise(letter, raised, around.ids(), around.rules(), around.now(), facts);
        }
        return facts;
    }
}
