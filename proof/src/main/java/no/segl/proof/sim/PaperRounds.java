package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.store.Changes.Act;
import no.segl.core.id.Digest;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.print.ByHand;
import no.segl.core.print.Handover;
import no.segl.core.print.Manifest;
import no.segl.core.print.PrintJob;
import no.segl.core.print.PrintOrder;
import no.segl.core.print.Receipt;
import no.segl.core.print.Receipt.FailureReason;
import no.segl.core.print.Receiving;
import no.segl.core.print.Sheets;
import no.segl.core.print.Stopping;

/**
 * How letters get to paper: ordered by a person who goes through what is a case for it, handed over
 * in steps, and followed by receipts. This is the seam to {@code core.print}; the store knows what
 * it does to a letter.
 */
final class PaperRounds {

    private static final Duration HELD = Duration.ofHours(1);
    private static final Right RULE = new Right("rule", "print");

    private final Stage stage;

    PaperRounds(Stage stage) {
        this.stage = stage;
    }

    void begin(Node node) {
        jobs(node);
        receipts(node);
    }

    /** A person orders paper for all that is a case for it; the same person takes those by hand. */
    void order(PersonId clerk, boolean byHand) {
        Act act = new Act(new Actor.Person(clerk), stage.now());
        for (LetterId letter : stage.post.toPrint()) {
            PrintOrder order =
                    new PrintOrder(
                            new PrintJobId(stage.id()),
                            letter,
                            byHand ? PrintOrder.Route.BY_HAND : PrintOrder.Route.PRINTER);
            stage.post.paper(
                    letter,
                    act,
                    (held, job) -> {
                        if (held.letter().isClosed()) {
                            return Decision.nothing(false);
                        }
                        var ordered = stage.rulings.order(job, order, RULE);
                        return new Decision<>(ordered.right(), ordered.facts(), true);
                    });
            if (byHand) {
                byHand(letter, clerk);
            }
        }
    }

    /** Somebody takes what lies in the manual queue, and posts it, or finds that it cannot be. */
    private void byHand(LetterId letter, PersonId clerk) {
        Act act = new Act(new Actor.Person(clerk), stage.now());
        boolean took =
                stage.post
                        .paper(
                                letter,
                                act,
                                (_, job) ->
                                        job.filter(j -> j.next() == PrintJob.Step.AWAIT_PERSON)
                                                .map(j -> ByHand.take(j, clerk, RULE))
                                                .orElse(Decision.nothing(ByHand.Reply.ENDED)))
                        .filter(ByHand.Reply.DONE::equals)
                        .isPresent();
        if (took && stage.dice.nextInt(4) > 0) {
            stage.printer.printedByHand(letter);
            stage.post.paper(
                    letter, act, (_, job) -> ByHand.posted(job.orElseThrow(), stage.now(), RULE));
        } else if (took) {
            stage.post.paper(
                    letter,
                    act,
                    (_, job) -> ByHand.notPosted(job.orElseThrow(), FailureReason.MACHINE, RULE));
        }
    }

    private void jobs(Node node) {
        List<LetterId> claimed = stage.post.claimJobs(stage.now(), HELD, 50);
        for (LetterId letter : claimed.reversed()) {
            node.first(() -> next(node, letter));
        }
    }

    private void next(Node node, LetterId letter) {
        Act act = stage.act("print");
        // What is to be done is decided by what stands there now: it may have been claimed long
        // ago.
        stage.post.paper(
                letter,
                act,
                (held, job) -> {
                    if (job.isEmpty()) {
                        return Decision.nothing(false);
                    }
                    PrintJob current = job.get();
                    return switch (current.next()) {
                        case HAND_OVER -> attempt(node, letter, (PrintJob.Ordered) current);
                        case ASK_WHETHER_HANDED_OVER -> {
                            int attempt = ((PrintJob.HandingOver) current).attempt();
                            node.first(() -> ask(node, letter, current, attempt));
                            yield Decision.nothing(false);
                        }
                        case RECALL -> {
                            node.first(() -> recall(letter, current));
                            yield Decision.nothing(false);
                        }
                        case AWAIT_RECEIPT, AWAIT_PERSON, NOTHING -> Decision.nothing(false);
                    };
                });
    }

    private Decision<no.segl.core.print.PrintFact, Boolean> attempt(
            Node node, LetterId letter, PrintJob.Ordered job) {
        int attempt = job.attempts() + 1;
        var decision = Handover.attempt(job, manifest(job, attempt));
        if (decision.reply() instanceof Handover.Reply.Go) {
            node.first(() -> {
                Handover.Outcome outcome =
                        stage.printer.handOver(letter, job.order().job(), attempt, stage.elapsed());
                node.first(() -> outcome(letter, attempt, outcome));
            });
        }
        return new Decision<>(decision.right(), decision.facts(), true);
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

    private void ask(Node node, LetterId letter, PrintJob job, int attempt) {
        Handover.Outcome outcome = stage.printer.ask(letter, job.order().job(), attempt);
        node.first(() -> outcome(letter, attempt, outcome));
    }

    private void outcome(LetterId letter, int attempt, Handover.Outcome outcome) {
        stage.post.paper(
                letter,
                stage.act("print"),
                (_, job) -> stage.rulings.outcome(job.orElseThrow(), attempt, outcome));
    }

    private void recall(LetterId letter, PrintJob job) {
        Stopping.Recall recall = stage.printer.recall(job.order().job());
        stage.post.paper(
                letter,
                stage.act("print"),
                (_, now) -> Stopping.recalled(now.orElseThrow(), recall));
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
                stage.act("receipts"),
                (_, job) ->
                        job.filter(j -> j.order().job().equals(said.job()))
                                .map(j ->
                                        Receiving.arrived(
                                                j, new Receipt(said.job(), said.event(), now)))
                                .orElse(Decision.nothing(Receiving.Reply.KNOWN)));
    }
}
