package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.DueCases;
import no.segl.app.store.HeldLetter;
import no.segl.core.access.Clearance;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Case;
import no.segl.core.letter.Casework;
import no.segl.core.letter.Casework.Hand;
import no.segl.core.letter.Matter;
import no.segl.proof.sim.Post.Worked;

/**
 * What becomes of cases: raised again when nobody has closed them, and what people do about them.
 */
final class CaseRounds {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    /** One order for all stores, whose ids of cases need not be the same. */
    private static final Comparator<Worked> IN_ORDER =
            Comparator.comparing((Worked w) -> w.letter().toString())
                    .thenComparing(w -> w.matter().reason())
                    .thenComparing(w -> w.matter().at());

    private final Stage stage;

    CaseRounds(Stage stage) {
        this.stage = stage;
    }

    void begin(Node node) {
        overdue(node, stage.now());
        inOrder(stage.post.claimStrays(stage.now(), HELD).stream().map(DueCases.Due::matter))
                .reversed()
                .forEach(stray -> node.first(() -> returned(stray)));
    }

    private List<Worked> inOrder(Stream<UUID> cases) {
        Instant now = stage.now();
        return cases.map(matter -> stage.post.worked(matter, now)).sorted(IN_ORDER).toList();
    }

    private void overdue(Node node, Instant now) {
        List<DueCases.Due> claimed = stage.post.claimCases(now, HELD, BATCH);
        if (claimed.size() == BATCH) {
            node.first(() -> overdue(node, now));
        }
        inOrder(claimed.stream().map(DueCases.Due::matter))
                .reversed()
                .forEach(due -> node.first(() -> overdue(due, now)));
    }

    private void overdue(Worked due, Instant now) {
        stage.post.letter(
                due.letter(),
                new Act(new Actor.Segl("cases"), now),
                held -> {
                    Worked w = stage.post.worked(due.matter().id(), now);
                    return stage.rulings.overdue(
                            held.letter(), w.matter(), w.around(), held.rules(), now);
                });
    }

    private void returned(Worked stray) {
        Instant now = stage.now();
        stage.post.letter(
                stray.letter(),
                new Act(new Actor.Segl("cases"), now),
                held -> {
                    Worked w = stage.post.worked(stray.matter().id(), now);
                    return stage.rulings.returned(
                            held.letter(), w.matter(), w.around(), held.rules());
                });
    }

    /** Somebody does something about one of a letter's cases, whether or not it is theirs. */
    void work(LetterId letter, Happening.Work work, PersonId anybody) {
        Instant now = stage.now();
        List<Worked> open = inOrder(stage.post.openCases(letter).stream());
        if (open.isEmpty()) {
            return;
        }
        Worked worked = open.get(Math.floorMod(work.which(), open.size()));
        List<PersonId> theirs = worked.around().owners();
        PersonId person =
                theirs.isEmpty() || work.who() % 8 == 0
                        ? anybody
                        : theirs.get(work.who() % theirs.size());
        PersonId other = theirs.isEmpty() ? anybody : theirs.getLast();
        stage.post.paper(
                letter,
                new Act(new Actor.Person(person), now),
                paper -> {
                    HeldLetter held = paper.held();
                    Case matter = worked.matter();
                    Hand hand =
                            new Hand(
                                    held.letter(),
                                    matter,
                                    matter.version(),
                                    answers(worked, person, now));
                    return switch (work.deed()) {
                        case TAKE -> Casework.assign(hand, person, hand.by());
                        case GIVE -> Casework.assign(hand, other, answers(worked, other, now));
                        case GIVE_BACK -> Casework.release(hand);
                        case PUT_OFF ->
                                stage.rulings.snooze(
                                        hand,
                                        Matter.Wait.ANSWER_EXPECTED,
                                        now.plus(Duration.ofHours(work.who() % 336 + 1)),
                                        held.rules(),
                                        now);
                        case CLOSE -> {
                            List<Matter.Outcome> ends = Matter.Outcome.of(matter.reason());
                            yield Casework.close(
                                    hand,
                                    ends.get(work.who() % ends.size()),
                                    new Casework.Standing(
                                            !stage.post
                                                    .situation(held.letter().envelope(), now)
                                                    .readers()
                                                    .isEmpty(),
                                            paper.job().filter(job -> !job.isEnded()).isPresent()));
                        }
                    };
                });
    }

    private Clearance answers(Worked worked, PersonId person, Instant now) {
        return stage.rulings.toAnswer(
                worked.matter().at(),
                stage.post.grants(person),
                stage.post.lineage(worked.unit()),
                now);
    }
}
