package no.segl.core.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import no.segl.core.id.PersonId;
import no.segl.core.id.PrintJobId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letters;
import no.segl.core.print.Handover.Outcome;
import no.segl.core.print.PrintFact.PrintOrdered;
import no.segl.core.print.PrintJob.HandedOver;
import no.segl.core.print.PrintJob.HandingOver;
import no.segl.core.print.PrintJob.StopGround;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.print.Receipt.FailureReason;
import org.junit.jupiter.api.Test;

/**
 * Whatever is ordered, lost, repeated or stopped: one letter is on paper once at most, its facts
 * fold to the state it is in, and once the world is calm its job ends. One seed replays one life.
 */
class PrintedOncePropertyTest {

    private static final int LIVES = 2_000;
    private static final int STEPS = 60;

    @Test
    void aLetterIsOnPaperOnceAtMost() {
        Set<String> seen = new HashSet<>();
        for (long seed = 1; seed <= LIVES; seed++) {
            Life life = new Life(seed, true);
            life.live();
            assertThat(life.world.prints()).as(life.replay()).isLessThanOrEqualTo(1);
            life.facts.forEach(written -> seen.add(written.fact.type()));
        }
        assertThat(seen).as("the lives go everywhere").hasSize(12);
    }

    /** Without it a slow attempt arrives after another was made: the test must see that. */
    @Test
    void aPrinterThatOnlyLooksPrintsTwice() {
        long twice =
                java.util.stream.LongStream.rangeClosed(1, 500)
                        .mapToObj(seed -> new Life(seed, false))
                        .peek(Life::live)
                        .filter(life -> life.world.prints() > 1)
                        .count();
        assertThat(twice).isPositive();
    }

    private record Written(PrintFact fact, Instant at, Actor actor) {}

    private static final class Life {
        private final long seed;
        private final RandomGenerator random;
        private final PrintWorld world;
        private final List<Written> facts = new ArrayList<>();
        private Instant now = Letters.SENT;
        private final List<PrintJob> earlier = new ArrayList<>();
        private Optional<PrintJob> job = Optional.empty();
        private int orders;

        Life(long seed, boolean shutsOut) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            world = new PrintWorld(random, shutsOut);
        }

        String replay() {
            return "seed " + seed + " after " + facts.size() + " facts, " + job;
        }

        void live() {
            order();
            for (int step = 0; step < STEPS; step++) {
                now = now.plusSeconds(random.nextInt(100_000));
                act();
                check();
            }
            for (int step = 0; step < 400 && !(world.isIdle() && ended()); step++) {
                world.stir();
                calm();
                check();
            }
            assertThat(ended()).as(replay()).isTrue();
        }

        private boolean ended() {
            return job.filter(j -> !j.isEnded()).isEmpty();
        }

        private void act() {
            switch (random.nextInt(12)) {
                case 0 -> order();
                case 1 -> {
                    if (random.nextInt(5) == 0) {
                        stop();
                    }
                }
                case 2 -> take();
                case 3, 4 -> receive();
                case 5, 6, 7 -> world.stir();
                default -> doNext();
            }
        }

        /** What is left when nobody orders or stops any more. */
        private void calm() {
            receive();
            doNext();
            if (job.orElseThrow() instanceof HandedOver h && h.takenBy().isPresent()) {
                endByHand(h);
            } else if (job.orElseThrow().next() == PrintJob.Step.AWAIT_PERSON) {
                take();
            } else if (world.isIdle() && !world.hasReceipts()) {
                stop();
            }
        }

        private void order() {
            PrintOrder order =
                    new PrintOrder(
                            new PrintJobId(new UUID(9, ++orders)),
                            Letters.ID,
                            random.nextInt(4) == 0 ? Route.BY_HAND : Route.PRINTER);
            Decision<PrintFact, Ordering.Reply> decision =
                    Ordering.order(jobs(), order, Letters.RIGHT);
            decision.facts()
                    .forEach(fact -> {
                        job.ifPresent(earlier::add);
                        facts.clear();
                        facts.add(new Written(fact, now, Letters.MACHINE));
                        job = Optional.of(PrintFolding.begun((PrintOrdered) fact, now));
                    });
        }

        private List<PrintJob> jobs() {
            return Stream.concat(earlier.stream(), job.stream()).toList();
        }

        private void stop() {
            decided(
                    Letters.PERSON,
                    Stopping.stop(job.orElseThrow(), StopGround.OPENED, Letters.RIGHT));
        }

        private void take() {
            PersonId person = new PersonId(new UUID(7, random.nextInt(2)));
            PrintJob before = job.orElseThrow();
            decided(new Actor.Person(person), ByHand.take(before, person, Letters.RIGHT));
            if (before instanceof HandedOver h && h.takenBy().isPresent() && random.nextBoolean()) {
                endByHand(h);
            }
        }

        private void endByHand(HandedOver h) {
            if (h.stop().isEmpty() && random.nextInt(3) > 0) {
                world.printedByHand(h.order().job());
                decided(Letters.PERSON, ByHand.posted(h, now, Letters.RIGHT));
            } else {
                decided(Letters.PERSON, ByHand.notPosted(h, FailureReason.MACHINE, Letters.RIGHT));
            }
        }

        private void receive() {
            if (world.hasReceipts()) {
                PrintWorld.Said said = world.receipt();
                decided(
                        Letters.MACHINE,
                        Receiving.arrived(jobs(), new Receipt(said.job(), said.event(), now)));
            }
        }

        private void doNext() {
            PrintJob current = job.orElseThrow();
            PrintJobId id = current.order().job();
            switch (current.next()) {
                case HAND_OVER -> handOver((PrintJob.Ordered) current);
                case ASK_WHETHER_HANDED_OVER -> {
                    int attempt = ((HandingOver) current).attempt();
                    decided(
                            Letters.MACHINE,
                            Handover.outcome(current, attempt, world.look(id, attempt)));
                }
                case RECALL ->
                        decided(Letters.MACHINE, Stopping.recalled(current, world.recall(id)));
                case AWAIT_RECEIPT, AWAIT_PERSON, NOTHING -> {}
            }
        }

        private void handOver(PrintJob.Ordered ordered) {
            Manifest manifest = Samples.manifest(ordered.order().job(), ordered.attempts() + 1);
            decided(Letters.MACHINE, Handover.attempt(ordered, manifest));
            Outcome outcome = world.handOver(manifest.job(), manifest.attempt());
            if (random.nextInt(3) > 0) {
                decided(
                        Letters.MACHINE,
                        Handover.outcome(job.orElseThrow(), manifest.attempt(), outcome));
            }
        }

        private void decided(Actor actor, Decision<PrintFact, ?> decision) {
            for (PrintFact fact : decision.facts()) {
                assertThat(fact.subject()).isEqualTo("letter:" + Letters.ID);
                assertThat(fact.values()).containsKey("job");
                if (fact.job().equals(job.orElseThrow().order().job())) {
                    facts.add(new Written(fact, now, actor));
                    job = Optional.of(PrintFolding.after(job.orElseThrow(), fact, now, actor));
                } else {
                    earlier.replaceAll(old ->
                            fact.job().equals(old.order().job())
                                    ? PrintFolding.after(old, fact, now, actor)
                                    : old);
                }
            }
        }

        private void check() {
            PrintJob folded =
                    PrintFolding.begun((PrintOrdered) facts.getFirst().fact, facts.getFirst().at);
            for (Written written : facts.subList(1, facts.size())) {
                folded = PrintFolding.after(folded, written.fact, written.at, written.actor);
            }
            assertThat(folded).as(replay()).isEqualTo(job.orElseThrow());
            assertThat(folded.isEnded())
                    .as(replay())
                    .isEqualTo(folded.next() == PrintJob.Step.NOTHING);
        }
    }
}
