package no.segl.app.work;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import no.segl.app.connect.printer.Composed;
import no.segl.app.connect.printer.Paper;
import no.segl.app.connect.printer.Printer;
import no.segl.app.office.Typesetter;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DuePrints;
import no.segl.app.store.DuePrints.Due;
import no.segl.app.store.HeldPaper;
import no.segl.app.store.Situations;
import no.segl.app.store.Troubles;
import no.segl.app.store.Troubles.Name;
import no.segl.core.deadline.Rules;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.letter.Envelope;
import no.segl.core.notice.Backoff;
import no.segl.core.print.Consequences;
import no.segl.core.print.Handover;
import no.segl.core.print.Manifest;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.Ordered;
import no.segl.core.print.PrintLook;
import no.segl.core.print.Stopping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes print jobs further: hands them over, asks after attempts of which it is not known what
 * became, calls back what needs no paper any more, and has receipts taken in. Every attempt is
 * committed before it is made; what may have been done is asked about, and never done again.
 */
public final class Prints {

    private static final Logger LOG = LoggerFactory.getLogger(Prints.class);

    static final Actor ACTOR = new Actor.Segl("prints");

    /** How long a claim holds: ample for one job, and how long a node that died is waited for. */
    private static final Duration HELD = Duration.ofMinutes(10);

    /** Again later and later, up to four hours: nothing of it is lost, and a case says so. */
    private static final Backoff PAUSES = Backoff.usual();

    private final Parts parts;
    private final PrintReceipts receipts;

    /**
     * What it works with.
     *
     * @param printer empty if there is none; jobs for it then wait, and become cases
     */
    public record Parts(
            DuePrints due,
            Changes changes,
            Situations situations,
            Typesetter typesetter,
            Optional<Printer> printer,
            Troubles troubles,
            InstantSource clock) {

        Instant now() {
            return LedgerTime.exact(clock.instant());
        }
    }

    public Prints(Parts parts) {
        this.parts = parts;
        this.receipts = new PrintReceipts(parts);
    }

    /**
     * Does all that is due.
     *
     * @return how many jobs were looked at
     */
    public int run() {
        parts.printer().ifPresent(this::receipts);
        Instant begun = now();
        int done = 0;
        // One at a time: a claim need last for one job only, however large a letter is.
        List<Due> claimed = claim(begun);
        while (!claimed.isEmpty()) {
            work(claimed.getFirst());
            done++;
            claimed = claim(begun);
        }
        return done;
    }

    /**
     * A printer that is away for a moment fails no round; since when it is, is seen from outside.
     */
    private void receipts(Printer printer) {
        if (receipts.run(printer)) {
            parts.troubles().isOver(Name.PRINTING_HOUSE);
        } else {
            parts.troubles().isThere(Name.PRINTING_HOUSE, now());
        }
        try {
            if (receipts.areSomeRefused(printer)) {
                parts.troubles().isThere(Name.REFUSED_RECEIPTS, now());
            } else {
                parts.troubles().isOver(Name.REFUSED_RECEIPTS);
            }
        } catch (IOException e) {
            // That the printer is away is seen by its receipts; what is known stays known.
            parts.troubles().isThere(Name.PRINTING_HOUSE, now());
        }
    }

    private List<Due> claim(Instant begun) {
        return parts.due().claim(begun, now().plus(HELD), 1);
    }

    private void work(Due due) {
        tried(due, () -> further(due));
        // However that went: of a job that fails each time, nothing is heard either.
        tried(due, () -> silence(due));
    }

    /** A step of a job, which may fail. */
    private interface Step {
        void go() throws IOException;
    }

    private void tried(Due due, Step step) {
        try {
            step.go();
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "Print job {} could not be taken further ({}); it is tried again",
                    due.job(),
                    e.getClass().getName());
            later(due);
        }
    }

    private Instant now() {
        return parts.now();
    }

    private void later(Due due) {
        parts.due().again(due, pause(due));
    }

    /** When it is tried again. What failed together does not come back together. */
    private Instant pause(Due due) {
        Instant now = now();
        return LedgerTime.exact(PAUSES.next(due.tries(), now, ThreadLocalRandom.current()));
    }

    /** Decides on the job, if it is the letter's last. */
    private <R> Optional<R> decide(
            Due due, BiFunction<HeldPaper, PrintJob, Decision<? extends Fact, R>> decision) {
        return parts.changes()
                .<Optional<R>>paper(
                        due.letter(),
                        new Act(ACTOR, now()),
                        held ->
                                held.job()
                                        .filter(job -> job.order().job().equals(due.job()))
                                        .map(job -> present(decision.apply(held, job)))
                                        .orElseGet(() -> Decision.nothing(Optional.empty())))
                .flatMap(reply -> reply);
    }

    private static <R> Decision<Fact, Optional<R>> present(Decision<? extends Fact, R> decision) {
        return new Decision<>(
                decision.right(), List.copyOf(decision.facts()), Optional.of(decision.reply()));
    }

    /** How a job stands, with the letter that it is for. */
    private record Standing(PrintJob job, Envelope letter, Rules rules) {}

    private Optional<Standing> standing(Due due) {
        return decide(
                due,
                (held, job) ->
                        Decision.<Fact, Standing>nothing(
                                new Standing(
                                        job,
                                        held.held().letter().envelope(),
                                        held.held().rules())));
    }

    private void further(Due due) throws IOException {
        Optional<Standing> standing = standing(due);
        PrintJob.Step step = standing.map(s -> s.job().next()).orElse(PrintJob.Step.NOTHING);
        switch (step) {
            case HAND_OVER -> handOver(due, standing.orElseThrow().letter());
            case ASK_WHETHER_HANDED_OVER -> ask(due, standing.orElseThrow().job());
            case RECALL -> recall(due);
            case AWAIT_RECEIPT, AWAIT_PERSON -> {
                Standing now = standing.orElseThrow();
                parts.due().again(due, PrintLook.waiting(now.job(), now.rules(), now()));
            }
            case NOTHING -> {
                if (parts.printer().isPresent()) {
                    parts.printer().get().forget(due.job());
                }
                parts.due().forgotten(due.job());
            }
        }
    }

    private void handOver(Due due, Envelope letter) throws IOException {
        if (parts.printer().isEmpty()) {
            later(due);
            return;
        }
        // That its content is read is written down before it is, the first time.
        Optional<Ordered> ordered =
                decide(due, (held, job) -> Handover.read(job, held.isRead(due.job())))
                        .flatMap(read -> read);
        if (ordered.isEmpty()) {
            return;
        }
        switch (parts.typesetter().compose(ordered.get().order(), letter)) {
            case Composed.NotPrintable(var obstacles) ->
                    decide(due, (_, job) -> Handover.notPossible(job, obstacles));
            case Composed.Ready(Paper paper) -> {
                try (paper) {
                    handOver(due, paper, ordered.get(), letter);
                }
            }
        }
    }

    private void handOver(Due due, Paper paper, Ordered ordered, Envelope letter) {
        Manifest manifest =
                paper.manifest(ordered.attempts() + 1, letter.sender(), ordered.orderedAt());
        Optional<Handover.Reply> reply =
                decide(
                        due,
                        (_, job) ->
                                job.equals(ordered)
                                        ? Handover.attempt(job, manifest)
                                        : Decision.<Fact, Handover.Reply>nothing(
                                                new Handover.Reply.Leave()));
        if (reply.orElse(null) instanceof Handover.Reply.Go go) {
            outcome(
                    due,
                    go.attempt(),
                    parts.printer().orElseThrow().handOver(manifest, paper::open));
        }
    }

    private void ask(Due due, PrintJob job) {
        if (job instanceof HandingOver h && parts.printer().isPresent()) {
            outcome(due, h.attempt(), parts.printer().get().look(due.job(), h.attempt()));
        } else {
            later(due);
        }
    }

    private void outcome(Due due, int attempt, Handover.Outcome outcome) {
        decide(due, (_, job) -> Handover.outcome(job, attempt, outcome));
        if (!(outcome instanceof Handover.Outcome.Done)) {
            parts.due().afterAttempt(due, pause(due));
        }
    }

    private void recall(Due due) {
        Stopping.Recall recall =
                parts.printer()
                        .map(printer -> printer.recall(due.job()))
                        .orElse(Stopping.Recall.UNKNOWN);
        decide(due, (_, job) -> Stopping.recalled(job, recall));
        if (recall == Stopping.Recall.UNKNOWN) {
            later(due);
        }
    }

    /** Makes it a case that nothing has been heard of it for too long. */
    private void silence(Due due) {
        decide(
                due,
                (held, job) ->
                        Consequences.ofSilence(
                                held.held().letter(), job, parts.situations().around(held, now())));
    }
}
