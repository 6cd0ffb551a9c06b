package no.segl.proof.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Grant;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Fact;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.LetterOpened;
import no.segl.core.letter.LetterFact.OpeningRefused;
import no.segl.core.letter.Reading;
import no.segl.core.party.Lineage;

/** Openings and the ledger gone wrong. */
final class BrokenLedgers {

    private BrokenLedgers() {}

    static final class NoOpening extends Rulings {
        @Override
        boolean isWritten(Fact fact) {
            return !(fact instanceof LetterOpened);
        }
    }

    static final class NoRefusal extends Rulings {
        @Override
        boolean isWritten(Fact fact) {
            return !(fact instanceof OpeningRefused);
        }
    }

    static final class LinkSkipped extends Rulings {
        private Optional<ChainHead> kept = Optional.empty();

        @Override
        Entry append(ChainHead head, Fact fact, Actor actor, Right right, Instant at) {
            ChainHead before =
                    kept.filter(k -> k.chain().equals(head.chain()) && head.number() % 20 == 19)
                            .orElse(head);
            kept = Optional.of(head);
            return super.append(before, fact, actor, right, at);
        }
    }

    static final class GrantHolds extends Rulings {
        @Override
        Clearance toRead(List<Grant> grants, Lineage unit, Category category, Instant at) {
            Clearance now = super.toRead(grants, unit, category, at);
            return now instanceof Clearance.Cleared
                    ? now
                    : super.toRead(grants, unit, category, at.minus(Duration.ofHours(1)));
        }
    }

    static final class LetIn extends Rulings {
        @Override
        Decision<LetterFact, Reading.Reply> open(
                Letter letter,
                boolean destroyed,
                Clearance clearance,
                Optional<Instant> last,
                Instant now) {
            return super.open(
                    letter, destroyed, new Clearance.Cleared(new Right("scope", "all")), last, now);
        }
    }
}
