package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DuePrints.Due;
import no.segl.app.store.HeldPaper;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Rules;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.print.Handover;
import no.segl.core.print.Manifest;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintLook;
import no.segl.core.print.PrintOrder;
import no.segl.core.print.Printability;
import no.segl.core.print.Printability.Obstacle;
import no.segl.core.print.Receipt;
import no.segl.core.print.Sheets;
import no.segl.core.print.Stopping;

/**
 * How letters get to paper: ordered by a person who goes through what is a case for it, handed over
 * in steps, and followed by receipts. This is the seam to {@code core.print}; the store knows what
 * it does to a letter.
 */
final class PaperRounds {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int LONGEST_DOUBLING = 8;
    private static final List<Obstacle> UNPRINTABLE =
            List.of(Obstacle.ofLetter(Printability.Reason.NO_ADDRESS));
    private static final Right RULE = new Right("rule", "print");

    private final Stage stage;

    private final HandRounds hands;

    PaperRounds(Stage stage) {
        this.stage = stage;
        this.hands = new HandRounds(stage);
    }

    void begin(Node node) {
        jobs(node);
        receipts(node);
    }

    /** A person orders paper for all that is a case for it; the same person takes those by hand. */
    void order(PersonId clerk, boolean byHand) {
        Act act = new Act(new Actor.Person(clerk), stage.now());
        PrintOrder.Route route = byHand ? PrintOrder.Route.BY_HAND : PrintOrder.Route.PRINTER;
        List<LetterId> toPrint = stage.post.toPrint();
        hands.goOn(toPrint, act);
        for (LetterId letter : toPrint) {
            PrintJobId job = new PrintJobId(stage.id());
            stage.post.paper(
                    letter,
                    act,
                    paper ->
                            stage.rulings.order(
                                    paper.held().letter(),
                                    paper.jobs(),
                                    Optional.of(route),
                                    job,
                                    new Clearance.Cleared(RULE)));
            if (byHand) {
                hands.take(letter, clerk);
            }
        }
    }

    private void jobs(Node node) {
        stage.post
                .claimJobs(stage.now(), stage.now().plus(HELD), 50)
                .reversed()
                .forEach(due -> {
                    AtomicBoolean failed = new AtomicBoolean();
                    node.first(() -> {
                        if (!failed.get() || stage.rulings.isSilenceOfWhatFailsHeard()) {
                            silence(due);
                        }
                    });
                    node.first(() -> further(node, due, failed));
                });
    }

    /** Decides on the job, if it is the letter's last. */
    private <R> Optional<R> decide(
            Due due, BiFunction<HeldPaper, PrintJob, Decision<? extends Fact, R>> decision) {
        return stage.post
                .<Optional<R>>paper(
                        due.letter(),
                        stage.act("prints"),
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

    /** What is to be done is decided by what stands there now, not when it was claimed. */
    private void further(Node node, Due due, AtomicBoolean failed) {
        record Standing(PrintJob job, Rules rules) {}
        Optional<Standing> standing =
                decide(
                        due,
                        (held, job) ->
                                Decision.<Fact, Standing>nothing(
                                        new Standing(job, held.held().rules())));
        PrintJob.Step step = standing.map(s -> s.job().next()).orElse(PrintJob.Step.NOTHING);
        switch (step) {
            case HAND_OVER -> node.first(() -> handOver(node, due, failed));
            case ASK_WHETHER_HANDED_OVER -> {
                int attempt = ((PrintJob.HandingOver) standing.orElseThrow().job()).attempt();
                node.first(() -> {
                    Handover.Outcome outcome = stage.printer.ask(due.letter(), due.job(), attempt);
                    node.first(() -> outcome(due, attempt, outcome));
                });
            }
            case RECALL -> node.first(() -> recall(node, due));
            case AWAIT_RECEIPT, AWAIT_PERSON -> {
                Standing s = standing.orElseThrow();
                stage.post.again(due, PrintLook.waiting(s.job(), s.rules(), stage.now()));
            }
            case NOTHING -> stage.post.forgotten(due);
        }
    }

    /** Again later and later. */
    private void later(Due due) {
        stage.post.again(due, pause(due));
    }

    private Instant pause(Due due) {
        Duration wait = SOON.multipliedBy(1L << Math.min(due.tries() - 1, LONGEST_DOUBLING));
        return stage.now().plus(wait);
    }

    /** That its content is read is written down before it is; then the attempt; then it is made. */
    private void handOver(Node node, Due due, AtomicBoolean failed) {
        Optional<PrintJob.Ordered> ordered =
                decide(due, (held, job) -> stage.rulings.readForPaper(job, held.isRead(due.job())))
                        .flatMap(read -> read);
        if (ordered.isEmpty()) {
            return;
        }
        if (stage.isVaultAway) {
            failed.set(true);
            node.first(() -> later(due));
            return;
        }
        if (due.letter().value().getLeastSignificantBits() % 12 == 0) {
            node.first(() -> decide(due, (_, job) -> Handover.notPossible(job, UNPRINTABLE)));
            return;
        }
        node.first(() -> attempt(node, due, ordered.get()));
    }

    private void attempt(Node node, Due due, PrintJob.Ordered ordered) {
        Manifest manifest = manifest(ordered, ordered.attempts() + 1);
        Optional<Handover.Reply> reply =
                decide(
                        due,
                        (_, job) ->
                                job.equals(ordered)
                                        ? Handover.attempt(job, manifest)
                                        : Decision.<Fact, Handover.Reply>nothing(
                                                new Handover.Reply.Leave()));
        if (reply.orElse(null) instanceof Handover.Reply.Go go) {
            node.first(() -> {
                Handover.Outcome outcome =
                        stage.printer.handOver(
                                due.letter(), due.job(), go.attempt(), stage.elapsed());
                node.first(() -> outcome(due, go.attempt(), outcome));
            });
        }
    }

    private void outcome(Due due, int attempt, Handover.Outcome outcome) {
        decide(due, (_, job) -> stage.rulings.outcome(job, attempt, outcome));
        if (!(outcome instanceof Handover.Outcome.Done)) {
            stage.post.afterAttempt(due, pause(due));
        }
    }

    private void recall(Node node, Due due) {
        Stopping.Recall recall = stage.printer.recall(due.job());
        node.first(() -> {
            decide(due, (_, job) -> Stopping.recalled(job, recall));
            if (recall == Stopping.Recall.UNKNOWN) {
                later(due);
            }
        });
    }

    /** Makes it a case that nothing has been heard of it for too long. */
    private void silence(Due due) {
        decide(
                due,
                (held, job) ->
                        stage.rulings.ofSilence(
                                held.held().letter(), job, stage.post.around(held, stage.now())));
    }

    private static Manifest manifest(PrintJob.Ordered job, int attempt) {
        return new Manifest(
                job.order().job(),
                attempt,
                new no.segl.core.id.OrgNumber("312780402"),
                1_000,
                Digest.ZERO,
                new Sheets(2, 4),
                true,
                "NO",
                job.orderedAt());
    }

    private void receipts(Node node) {
        Optional<FakePrinter.Said> said = stage.printer.receipt();
        if (said.isEmpty()) {
            return;
        }
        node.first(() -> receipts(node));
        node.first(() -> stage.printer.taken(said.get()));
        node.first(() -> receipt(said.get()));
    }

    private void receipt(FakePrinter.Said said) {
        Instant now = stage.now();
        stage.post.paper(
                said.letter(),
                stage.act("prints"),
                held ->
                        stage.rulings.arrived(
                                held.jobs(), new Receipt(said.job(), said.event(), now)));
    }
}
