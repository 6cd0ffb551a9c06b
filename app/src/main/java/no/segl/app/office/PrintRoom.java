package no.segl.app.office;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import no.segl.app.connect.printer.Composed;
import no.segl.app.connect.printer.Paper;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DuePrints;
import no.segl.app.store.HeldPaper;
import no.segl.core.access.Clearance;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Envelope;
import no.segl.core.print.ByHand;
import no.segl.core.print.PrintFact;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder;
import no.segl.core.print.Printability;
import no.segl.core.print.Receipt.FailureReason;

/**
 * Where letters are printed by hand. Whoever does must be able to send for the letter's sender, and
 * is named in the ledger at each step; a login at too low a level gets nothing.
 */
public final class PrintRoom {

    private final PostOffice.Parts parts;
    private final Typesetter typesetter;
    private final DuePrints jobs;
    private final Level content;

    public PrintRoom(PostOffice.Parts parts, Typesetter typesetter, DuePrints jobs, Level content) {
        this.parts = parts;
        this.typesetter = typesetter;
        this.jobs = jobs;
        this.content = content;
    }

    /** What came of an act. */
    public sealed interface Outcome {

        /** What the rules say of it. */
        record Decided(ByHand.Reply reply) implements Outcome {}

        /** Not there, or not theirs to print: alike. */
        record NotThere() implements Outcome {}

        /** The login must prove more surely who it is. */
        record LevelTooLow() implements Outcome {}

        /** The print file; close it. */
        record File(Paper paper) implements Outcome {}

        /** It cannot be put on paper whole; it is a case now. */
        record NotPrintable() implements Outcome {}
    }

    /** Takes a job out of the queue for {@code person}. */
    public Outcome take(PrintJobId job, PersonId person, Level level) {
        return outcome(job, person, level, (found, right) -> ByHand.take(found, person, right));
    }

    /**
     * Says that it was posted.
     *
     * @param at when
     */
    public Outcome posted(PrintJobId job, PersonId person, Level level, Instant at) {
        return outcome(job, person, level, (found, right) -> ByHand.posted(found, at, right));
    }

    /** Says that it was not posted, and that no paper of it is left. */
    public Outcome notPosted(PrintJobId job, PersonId person, Level level) {
        return outcome(
                job,
                person,
                level,
                (found, right) -> ByHand.notPosted(found, FailureReason.OTHER, right));
    }

    /**
     * The print file, for the person who took the job.
     *
     * @throws IOException if the vault does not give it now
     */
    public Outcome file(PrintJobId job, PersonId person, Level level) throws IOException {
        record Granted(PrintOrder order, Envelope letter) {}
        Optional<Optional<Granted>> granted =
                decide(
                        job,
                        person,
                        level,
                        (held, right) -> {
                            PrintJob found = held.job().orElseThrow();
                            Decision<PrintFact, ByHand.Reply> read =
                                    ByHand.read(found, person, right);
                            return new Decision<>(
                                    read.right(),
                                    read.facts(),
                                    read.reply() == ByHand.Reply.DONE
                                            ? Optional.of(
                                                    new Granted(
                                                            found.order(),
                                                            held.held().letter().envelope()))
                                            : Optional.empty());
                        });
        if (granted.isEmpty()) {
            return level.reaches(content) ? new Outcome.NotThere() : new Outcome.LevelTooLow();
        }
        if (granted.get().isEmpty()) {
            return new Outcome.Decided(ByHand.Reply.NOT_TAKEN);
        }
        Granted of = granted.get().get();
        return switch (typesetter.compose(of.order(), of.letter())) {
            case Composed.Ready(Paper paper) -> new Outcome.File(paper);
            case Composed.NotPrintable(var obstacles) -> {
                FailureReason why = Printability.failure(obstacles);
                outcome(job, person, level, (found, right) -> ByHand.notPosted(found, why, right));
                yield new Outcome.NotPrintable();
            }
        };
    }

    private Outcome outcome(
            PrintJobId job,
            PersonId person,
            Level level,
            BiFunction<PrintJob, Right, Decision<PrintFact, ByHand.Reply>> decide) {
        return decide(
                        job,
                        person,
                        level,
                        (held, right) -> decide.apply(held.job().orElseThrow(), right))
                .<Outcome>map(Outcome.Decided::new)
                .orElseGet(() ->
                        level.reaches(content)
                                ? new Outcome.NotThere()
                                : new Outcome.LevelTooLow());
    }

    private <R> Optional<R> decide(
            PrintJobId job,
            PersonId person,
            Level level,
            BiFunction<HeldPaper, Right, Decision<PrintFact, R>> decide) {
        if (!level.reaches(content)) {
            return Optional.empty();
        }
        Act act = new Act(new Actor.Person(person), LedgerTime.exact(parts.clock().instant()));
        return jobs.letter(job)
                .flatMap(letter ->
                        parts.changes()
                                .<Optional<R>>paper(
                                        letter,
                                        act,
                                        held -> {
                                            if (held.job()
                                                    .filter(j -> j.order().job().equals(job))
                                                    .isEmpty()) {
                                                return Decision.nothing(Optional.empty());
                                            }
                                            return cleared(held, person, level)
                                                    .map(right ->
                                                            present(decide.apply(held, right)))
                                                    .orElseGet(() ->
                                                            Decision.nothing(Optional.empty()));
                                        }))
                .flatMap(reply -> reply);
    }

    /** By what right, and by which login; empty if they may not. */
    private Optional<Right> cleared(HeldPaper held, PersonId person, Level level) {
        Clearance clearance =
                parts.access()
                        .to(
                                Power.SEND,
                                person,
                                held.held().letter().envelope().sender(),
                                LedgerTime.exact(parts.clock().instant()));
        return clearance instanceof Clearance.Cleared(var right)
                ? Optional.of(right.by(level.name().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static <R> Decision<PrintFact, Optional<R>> present(Decision<PrintFact, R> decision) {
        return new Decision<>(decision.right(), decision.facts(), Optional.of(decision.reply()));
    }
}
