package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DueWork;
import no.segl.app.store.HeldLetter;
import no.segl.app.store.HeldPaper;
import no.segl.core.deadline.Looking;
import no.segl.core.id.LetterId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Fact;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;

/**
 * What a node does in a round, as app.work does it, cut where a node can die: a claim, a commit, an
 * exchange with the relay.
 */
final class Rounds implements Node.Work {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final int BATCH = 200;
    private static final Duration LOSSES = Duration.ofHours(6);

    private final Stage stage;
    private final PaperRounds paper;
    private final CaseRounds cases;
    private final NoticeRounds notices;
    private Instant losses;

    /**
     * The rounds.
     *
     * @param told hears of each message that goes out
     */
    Rounds(Stage stage, NoticeRounds.Told told) {
        this.stage = stage;
        this.losses = stage.now();
        this.paper = new PaperRounds(stage);
        this.cases = new CaseRounds(stage);
        this.notices = new NoticeRounds(stage, told);
    }

    /** When it is asked next what nobody can open any more: so often, by any node. */
    Instant nextLosses() {
        return losses.plus(LOSSES);
    }

    @Override
    public void begin(Node node) {
        Instant now = stage.now();
        if (stage.rulings.isLossSeen() && !nextLosses().isAfter(now)) {
            losses = now;
            stage.post.lookAnew(now);
        }
        // Claims one after another in one step: what can go wrong comes after them.
        looks(node, stage.now());
        destructions(node);
        notices.begin(node);
        paper.begin(node);
        cases.begin(node);
    }

    private void looks(Node node, Instant now) {
        List<DueWork.Claim> claimed = stage.post.claimLooks(now, HELD, BATCH);
        if (claimed.size() == BATCH) {
            node.first(() -> looks(node, now));
        }
        for (DueWork.Claim claim : claimed.reversed()) {
            node.first(() -> look(claim.letter(), now));
            if (claim.attempts() > 1) {
                node.first(() -> becomesCase(claim, now));
            }
        }
    }

    /** What keeps failing is for a person to see to. */
    private void becomesCase(DueWork.Claim claim, Instant now) {
        stage.post.letter(
                claim.letter(),
                new Act(new Actor.Segl("look"), now),
                held ->
                        stage.rulings.lookFailed(
                                held.letter(),
                                stage.post.heldBack(held.letter().envelope(), now),
                                claim.attempts() - 1,
                                held.rules(),
                                now));
    }

    private void look(LetterId letter, Instant now) {
        if (stage.unlookable.contains(letter)) {
            // What it throws is caught, and the claim of it stands.
            return;
        }
        stage.post.paper(letter, new Act(new Actor.Segl("look"), now), paper -> decide(paper, now));
    }

    private Decision<Fact, Looking.Reply> decide(HeldPaper paper, Instant now) {
        HeldLetter held = paper.held();
        Envelope envelope = held.letter().envelope();
        Decision<LetterFact, Looking.Reply> look =
                held.letter() instanceof Letter.Accepted accepted
                        ? stage.rulings.lookAtHeld(
                                accepted,
                                held.rules(),
                                now,
                                () -> stage.post.heldBack(envelope, now))
                        : look(held, now);
        return stage.rulings.fallback(look, held.letter(), stage.post.fallback(paper, now));
    }

    private Decision<LetterFact, Looking.Reply> look(HeldLetter held, Instant now) {
        Envelope envelope = held.letter().envelope();
        return held.anew()
                ? stage.rulings.lookAnew(
                        held.letter(), held.rules(), now, () -> stage.post.situation(envelope, now))
                : stage.rulings.look(
                        held.letter(),
                        held.rules(),
                        now,
                        () -> stage.post.situation(envelope, now));
    }

    private void destructions(Node node) {
        Instant now = stage.now();
        for (DueWork.Claim claim : stage.post.claimDestructions(now, HELD, BATCH)) {
            node.first(() ->
                    stage.post.paper(
                            claim.letter(),
                            stage.act("retention"),
                            paper ->
                                    stage.rulings.destroy(
                                            paper.held().letter(),
                                            paper.held().destroyed(),
                                            paper.cases(),
                                            paper.held().rules(),
                                            now)));
        }
    }
}
