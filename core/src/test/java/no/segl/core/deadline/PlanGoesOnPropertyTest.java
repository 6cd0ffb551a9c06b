package no.segl.core.deadline;

import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.LOOK;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import no.segl.core.deadline.Plan.Action;
import no.segl.core.deadline.Rules.Row;
import no.segl.core.deadline.Rules.Rule;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.NoticeSent;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;

/**
 * Whatever periods a rule table has, each step of a letter's plan comes, and comes in time: also
 * where nobody can open it, where now somebody can and now nobody, and where the second notice is
 * owed. The periods of a table are not weighed against each other when it is entered.
 */
class PlanGoesOnPropertyTest {

    private static final int LIVES = 2_000;
    private static final Actor NOTICES = new Actor.Segl("notices");
    private static final List<Plan.Step> STEPS =
            List.of(
                    SampleRules.step(Wait.NONE, Action.NOTIFY),
                    SampleRules.step(Wait.days(7), Action.RENOTIFY),
                    SampleRules.step(Wait.days(10), Action.ESCALATE_RECIPIENT),
                    SampleRules.step(Wait.days(14), Action.ESCALATE_SENDER),
                    SampleRules.step(Wait.days(20), Action.PRINT));

    @Test
    void everyStepComesInBoundedTime() {
        for (long seed = 1; seed <= LIVES; seed++) {
            new Life(seed).go();
        }
    }

    private static final class Life {
        private final long seed;
        private final SplittableRandom random;
        private final Rules rules;
        private final int between;

        /** Of so many looks one finds somebody who can open it; 0 for none. */
        private final int oneIn;

        private Letter letter = new Available(ENVELOPE, SENT, SENT, 0, Optional.empty());
        private Instant now = SENT;

        Life(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.between = 1 + random.nextInt(4);
            this.oneIn = random.nextInt(4);
            Map<Rule, Row> rows = new EnumMap<>(SampleRules.THREE.rows());
            set(rows, Rule.BETWEEN_STEPS, between);
            set(rows, Rule.NO_READER, 1 + random.nextInt(4));
            set(rows, Rule.NEXT_LOOK, 1 + random.nextInt(4));
            this.rules =
                    new Rules(
                            9,
                            rows,
                            SampleRules.LIMITS,
                            List.of(
                                    SampleRules.plan(
                                            Optional.empty(), STEPS.toArray(Plan.Step[]::new))));
        }

        private static void set(Map<Rule, Row> rows, Rule rule, int days) {
            rows.computeIfPresent(
                    rule, (_, row) -> new Row(Period.ofDays(days), row.owner(), row.paragraph()));
        }

        void go() {
            Instant last = now;
            for (int looks = 0; looks < 60; looks++) {
                int steps = available().chase().steps();
                now = Deadlines.nextLook(letter, rules).orElseThrow().at();
                if (random.nextInt(8) == 0) {
                    // Nothing is looked at for a while.
                    now = now.plus(Duration.ofHours(random.nextInt(24 * 4)));
                }
                look();
                assertThat(Deadlines.nextLook(letter, rules).orElseThrow().at())
                        .as("seed %d: a look moves the next one on", seed)
                        .isAfter(now);
                if (available().chase().steps() > steps) {
                    last = now;
                } else if (steps < STEPS.size()) {
                    // Looks that find readers come or gone, and the second notice, begin a pause.
                    Instant due = later(STEPS.get(steps).after().after(from(steps)), last);
                    assertThat(now)
                            .as("seed %d: step %d comes in its time", seed, steps + 1)
                            .isBeforeOrEqualTo(due.plus(Duration.ofDays(4L * between + 12)));
                }
            }
            assertThat(available().chase().steps())
                    .as("seed %d: the plan is gone through", seed)
                    .isEqualTo(STEPS.size());
        }

        /** Where the week of the second notice is counted from. */
        private Instant from(int step) {
            return STEPS.get(step).action() == Action.RENOTIFY
                    ? available().chase().notifiedAt().orElse(SENT)
                    : SENT;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        private Available available() {
            return (Available) letter;
        }

        private void look() {
            boolean isSomebody = oneIn > 0 && random.nextInt(oneIn) == 0;
            List<PersonId> readers = isSomebody ? List.of(READER) : List.of();
            List<LetterFact> facts =
                    Looking.look(
                                    letter,
                                    rules,
                                    now,
                                    () ->
                                            new Situation(
                                                    readers,
                                                    List.of(),
                                                    Set.of(),
                                                    () -> new UUID(random.nextLong(), 1)))
                            .facts();
            for (LetterFact fact : facts) {
                letter = Folding.after(letter, fact, now, LOOK);
            }
            if (isSomebody) {
                letter =
                        Folding.after(
                                letter,
                                new NoticeSent(
                                        ENVELOPE.id(),
                                        new UUID(1, 1),
                                        Notice.Kind.ARRIVED,
                                        new Notice.To.Person(READER),
                                        Notice.Channel.EMAIL),
                                now,
                                NOTICES);
            }
        }
    }
}
