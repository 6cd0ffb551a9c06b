package no.segl.core.deadline;

import static no.segl.core.letter.Letters.DOCUMENT;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.deadline.Notifying.State;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.ContentDestroyed;
import no.segl.core.letter.LetterFact.LetterAccepted;
import no.segl.core.letter.LetterFact.LetterAvailable;
import no.segl.core.letter.LetterFact.NoticeDelivered;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.Letters;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Reading;
import no.segl.core.letter.Settling;
import no.segl.core.letter.Withdrawing;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked of a letter, in whatever order and at whatever time: it is closed or has a next
 * look, it never reopens, and its facts fold to the state it is in. One seed replays one life.
 */
class LetterLifePropertyTest {

    private static final int LIVES = 2_000;
    private static final int STEPS = 40;
    private static final Actor NOTICES = new Actor.Segl("notices");

    @Test
    void theInvariantHoldsAfterEveryStepOfEveryLife() {
        Set<String> seen = new HashSet<>();
        for (long seed = 1; seed <= LIVES; seed++) {
            Life life = new Life(seed);
            for (int step = 0; step < STEPS; step++) {
                life.step();
            }
            life.facts.forEach(written -> seen.add(written.fact.type()));
        }
        assertThat(seen).as("the lives go everywhere").hasSize(15);
    }

    private record Written(LetterFact fact, Instant at, Actor actor) {}

    /** One letter, and somebody who does random things to it. */
    private static final class Life {
        private final long seed;
        private final RandomGenerator random;
        private final Rules rules;
        private final List<Written> facts = new ArrayList<>();
        private Instant now;
        private Letter letter = new Draft(ENVELOPE);
        private boolean destroyed;
        private final Map<UUID, State> notices = new LinkedHashMap<>();
        private final Set<Situation.Raised> cases = new HashSet<>();

        Life(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            rules = any(new Rules[] {SampleRules.ONE, SampleRules.TWO, SampleRules.THREE});
            now = Letters.SENT.plus(Duration.ofMinutes(random.nextInt(1_000_000)));
        }

        void step() {
            Letter before = letter;
            now = now.plus(pause());
            if (letter instanceof Draft) {
                write(MACHINE, List.of(new LetterAccepted(ENVELOPE, List.of())));
            } else if (letter instanceof Letter.Accepted && random.nextBoolean()) {
                write(MACHINE, List.of(new LetterAvailable(ENVELOPE.id())));
            } else {
                act();
            }
            check(before);
        }

        private Duration pause() {
            return switch (random.nextInt(4)) {
                case 0 -> Duration.ZERO;
                case 1 -> Duration.ofMinutes(random.nextInt(90));
                case 2 -> Duration.ofDays(random.nextInt(10));
                default -> Duration.ofHours(random.nextInt(100) == 0 ? 10_000 : random.nextInt(48));
            };
        }

        private void act() {
            PersonId person = new PersonId(new UUID(7, random.nextInt(3)));
            Actor reader = new Actor.Person(person);
            Optional<Instant> lastRead =
                    random.nextBoolean() ? Optional.empty() : Optional.of(now.minusSeconds(60));
            switch (random.nextInt(11)) {
                case 0 ->
                        decided(
                                reader,
                                Reading.open(letter, destroyed, clearance(5), lastRead, now));
                case 1 ->
                        decided(
                                reader,
                                Reading.fetch(
                                        letter, DOCUMENT, destroyed, clearance(2), lastRead, now));
                case 2 ->
                        decided(
                                MACHINE,
                                Withdrawing.decide(
                                        letter, any(Withdrawing.Reason.values()), clearance(6)));
                case 3 ->
                        decided(
                                new Actor.Segl("retention"),
                                Looking.destroy(letter, destroyed, cases, rules, now));
                case 4 -> noticed();
                case 5 ->
                        decided(
                                reader,
                                Settling.decide(
                                        letter,
                                        any(Settling.Reason.values()),
                                        clearance(9),
                                        random.nextInt(4) == 0 ? MACHINE : reader));
                default -> decided(Letters.LOOK, Looking.look(letter, rules, now, this::situation));
            }
        }

        private Situation situation() {
            return new Situation(
                    random.nextBoolean() ? List.of() : List.of(Letters.READER),
                    List.of(new PersonId(new UUID(8, 8))),
                    cases,
                    () -> new UUID(random.nextLong(), random.nextLong()));
        }

        /** One of the notices goes out, or does not. */
        private void noticed() {
            if (notices.isEmpty()) {
                return;
            }
            UUID notice = any(notices.keySet().toArray(new UUID[0]));
            State state = Objects.requireNonNull(notices.get(notice));
            if (random.nextBoolean()) {
                decided(
                        NOTICES,
                        Notifying.sent(
                                letter,
                                notice,
                                state,
                                any(Notice.Kind.values()),
                                new Notice.To.Person(Letters.READER),
                                any(Notice.Channel.values()),
                                cases,
                                notices.entrySet().stream()
                                        .map(e ->
                                                new Notifying.Ordered(
                                                        e.getKey(),
                                                        any(Notice.Kind.values()),
                                                        e.getValue(),
                                                        now))
                                        .toList()));
                return;
            }
            List<State> others =
                    notices.entrySet().stream()
                            .filter(e -> !e.getKey().equals(notice))
                            .map(Map.Entry::getValue)
                            .toList();
            decided(
                    NOTICES,
                    Notifying.failed(
                            letter,
                            notice,
                            new Notifying.Standing(
                                    Optional.of(state),
                                    others,
                                    random.nextBoolean(),
                                    cases,
                                    List.of(),
                                    () -> new UUID(random.nextLong(), random.nextLong())),
                            any(Notice.Failure.values()),
                            rules,
                            now));
        }

        private Clearance clearance(int oneIn) {
            return random.nextInt(oneIn) == 0
                    ? Letters.CLEARED
                    : new Clearance.Denied(any(Ground.values()), Letters.RECIPIENT);
        }

        private <T> T any(T[] choices) {
            return choices[random.nextInt(choices.length)];
        }

        private void decided(Actor actor, Decision<LetterFact, ?> decision) {
            write(actor, decision.facts());
        }

        private void write(Actor actor, List<? extends LetterFact> decided) {
            for (LetterFact fact : decided) {
                facts.add(new Written(fact, now, actor));
                letter = Folding.after(letter, fact, now, actor);
                destroyed |= fact instanceof ContentDestroyed;
                switch (fact) {
                    case NoticeOrdered ordered -> notices.put(ordered.notice(), State.ORDERED);
                    case NoticeSent sent -> notices.put(sent.notice(), State.SENT);
                    case NoticeDelivered delivered ->
                            notices.put(delivered.notice(), State.DELIVERED);
                    case NoticeFailed failed -> notices.put(failed.notice(), State.FAILED);
                    case CaseResolved resolved ->
                            assertThat(
                                            cases.remove(
                                                    new Situation.Raised(
                                                            resolved.reason(), resolved.at())))
                                    .as("seed %s: what is resolved was a case", seed)
                                    .isTrue();
                    case CaseRaised raised ->
                            assertThat(
                                            cases.add(
                                                    new Situation.Raised(
                                                            raised.reason(), raised.at())))
                                    .as("seed " + seed + ": a case is raised once")
                                    .isTrue();
                    default -> {}
                }
            }
        }

        private void check(Letter before) {
            String replay = "seed " + seed + " after " + facts.size() + " facts";
            Optional<NextLook> look = Deadlines.nextLook(letter, rules);
            assertThat(look.isPresent()).as(replay).isEqualTo(!letter.isClosed());
            if (before.isClosed()) {
                assertThat(letter).as(replay).isEqualTo(before);
            }
            if (letter instanceof Available a && !letter.equals(before)) {
                assertThat(look.orElseThrow().at())
                        .as(replay)
                        .isAfter(a.lastLook().orElse(a.availableAt().minusNanos(1)));
            }
            assertThat(destroyed && !letter.isClosed()).as(replay).isFalse();
            Letter folded = new Draft(ENVELOPE);
            for (Written written : facts) {
                folded = Folding.after(folded, written.fact, written.at, written.actor);
            }
            assertThat(folded).as(replay).isEqualTo(letter);
        }
    }
}
