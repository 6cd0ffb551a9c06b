package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import no.segl.core.deadline.Notifying;
import no.segl.core.deadline.Rules;
import no.segl.core.ledger.Decision;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.Notice;
import no.segl.core.notice.Retry;

/** Notices and claims that go wrong. */
final class BrokenNotices {

    private BrokenNotices() {}

    static final class ClaimForEver extends Rulings {
        @Override
        Duration claim(Duration held) {
            return Duration.ofDays(4_000);
        }
    }

    static final class NoCase extends Rulings {
        @Override
        Decision<LetterFact, Notifying.Reply> failed(
                Letter letter,
                UUID notice,
                Notifying.Standing standing,
                Notice.Failure why,
                Rules rules,
                Instant now) {
            return without(super.failed(letter, notice, standing, why, rules, now));
        }

        @Override
        Decision<LetterFact, Notifying.Reply> gaveUp(
                Letter letter,
                Notifying.Gone gone,
                Notifying.Standing standing,
                Rules rules,
                Instant now) {
            return without(super.gaveUp(letter, gone, standing, rules, now));
        }

        @Override
        Decision<LetterFact, Notifying.Reply> bounced(
                Letter letter,
                Notifying.Gone gone,
                Notifying.Standing standing,
                boolean elsewhere,
                Rules rules,
                Instant now) {
            return without(super.bounced(letter, gone, standing, elsewhere, rules, now));
        }

        private static Decision<LetterFact, Notifying.Reply> without(
                Decision<LetterFact, Notifying.Reply> decision) {
            return new Decision<>(
                    decision.right(),
                    decision.facts().stream().filter(f -> !(f instanceof CaseRaised)).toList(),
                    decision.reply());
        }
    }

    static final class GivenUpTogether extends Rulings {
        @Override
        Retry again(List<Retry.Tried> tried, Instant now, RandomGenerator dice) {
            Retry retry = super.again(tried, now, dice);
            return retry.over().isEmpty()
                    ? retry
                    : new Retry(
                            tried.stream().map(Retry.Tried::notice).toList(),
                            List.of(),
                            Optional.empty());
        }
    }

    static final class NeverAgain extends Rulings {
        @Override
        Retry again(List<Retry.Tried> tried, Instant now, RandomGenerator dice) {
            return new Retry(
                    List.of(),
                    tried.stream().map(Retry.Tried::notice).toList(),
                    Optional.of(now.plus(Duration.ofDays(4_000))));
        }
    }

    static final class NoBounces extends Rulings {
        @Override
        boolean takesBounces() {
            return false;
        }
    }

    static final class NobodyInstead extends Rulings {
        @Override
        Decision<LetterFact, Notifying.Reply> failed(
                Letter letter,
                UUID notice,
                Notifying.Standing standing,
                Notice.Failure why,
                Rules rules,
                Instant now) {
            return super.failed(letter, notice, standing.with(List.of()), why, rules, now);
        }
    }

    static final class NotCounted extends Rulings {
        @Override
        int mostBounces() {
            return 1_000;
        }
    }

    static final class OneByOne extends Rulings {
        @Override
        Instant gathered(Notice.Kind kind, Optional<Instant> last, Instant at) {
            return at;
        }
    }
}
