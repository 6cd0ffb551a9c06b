package no.segl.proof.sim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.segl.app.store.Changes.Act;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.print.ByHand;
import no.segl.core.print.PrintJob;
import no.segl.core.print.Receipt.FailureReason;

/** Who prints letters by hand: they post them, or find that they cannot, or leave them lying. */
final class HandRounds {

    private static final Right RULE = new Right("rule", "print");

    private final Stage stage;

    /** What somebody has taken to print it by hand, and not posted. */
    private final Set<LetterId> inHand = new LinkedHashSet<>();

    HandRounds(Stage stage) {
        this.stage = stage;
    }

    /** Goes on with what lies there and is no case any more, since its letter was closed. */
    void goOn(List<LetterId> toPrint, Act act) {
        List.copyOf(inHand).stream()
                .filter(letter -> !toPrint.contains(letter))
                .forEach(letter -> postAllTheSame(letter, act));
    }

    /** Somebody takes what lies in the manual queue, and posts it, or finds that it cannot be. */
    void take(LetterId letter, PersonId clerk) {
        Act act = new Act(new Actor.Person(clerk), stage.now());
        ByHand.Reply took =
                stage.post
                        .paper(
                                letter,
                                act,
                                paper ->
                                        paper.job()
                                                .filter(j -> j.next() == PrintJob.Step.AWAIT_PERSON)
                                                .map(j -> ByHand.take(j, clerk, RULE))
                                                .orElse(Decision.nothing(ByHand.Reply.ENDED)))
                        .orElseThrow();
        int luck = stage.dice.nextInt(8);
        if (took == ByHand.Reply.DONE && luck < 2) {
            inHand.add(letter);
        }
        if (!Set.of(ByHand.Reply.DONE, ByHand.Reply.YOURS_ALREADY).contains(took) || luck < 2) {
            return;
        }
        if (luck > 2) {
            stage.printer.printedByHand(letter);
        }
        stage.post.paper(
                letter,
                act,
                paper ->
                        luck > 2
                                ? ByHand.posted(paper.job().orElseThrow(), stage.now(), RULE)
                                : ByHand.notPosted(
                                        paper.job().orElseThrow(), FailureReason.MACHINE, RULE));
    }

    /** Who has the paper of a letter that was closed meanwhile posts it, or lets it lie. */
    private void postAllTheSame(LetterId letter, Act act) {
        if (letter.value().getLeastSignificantBits() % 2 != 0) {
            return;
        }
        inHand.remove(letter);
        ByHand.Reply posted =
                stage.post
                        .paper(
                                letter,
                                act,
                                paper ->
                                        paper.job()
                                                .map(j -> ByHand.posted(j, stage.now(), RULE))
                                                .orElse(Decision.nothing(ByHand.Reply.ENDED)))
                        .orElseThrow();
        if (posted == ByHand.Reply.DONE) {
            stage.printer.printedByHand(letter);
        }
    }
}
