package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.THREE;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import no.segl.core.deadline.Notifying.Ordered;
import no.segl.core.deadline.Notifying.State;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter.Reason;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;

/** What only its sender can do something about is said to the sender when it becomes a case. */
class ToldAtOnceTest {

    private static final UUID NOTICE = new UUID(1, 1);
    private static final Letter.Accepted HELD =
            new Letter.Accepted(ENVELOPE, SENT, Optional.empty());

    private final Supplier<UUID> ids =
            new Supplier<>() {
                private final AtomicLong next = new AtomicLong();

                @Override
                public UUID get() {
                    return new UUID(9, next.incrementAndGet());
                }
            };

    private static CaseRaised raised(Reason reason, Instant at) {
        return new CaseRaised(
                ID, new UUID(9, 1), reason, Side.SENDER, THREE.row(Rules.Rule.CASE_DUE).after(at));
    }

    private static NoticeOrdered told() {
        return new NoticeOrdered(
                ID,
                new UUID(9, 2),
                Notice.Kind.CASE_WAITING,
                new Notice.To.Unit(ENVELOPE.sender()));
    }

    private List<LetterFact> failed(Notice.Kind kind, Ordered... others) {
        List<Ordered> all = new ArrayList<>(List.of(others));
        all.add(new Ordered(NOTICE, kind, State.SENT, LATER));
        return Notifying.failed(
                        AVAILABLE,
                        NOTICE,
                        Notifying.standing(NOTICE, all, Set.of(), ids),
                        Notice.Failure.BOUNCED,
                        THREE,
                        LATER)
                .facts();
    }

    @Test
    void thatNobodyCouldBeTold() {
        var waiting = new Ordered(new UUID(1, 2), Notice.Kind.CASE_WAITING, State.SENT, LATER);
        assertThat(failed(Notice.Kind.LONG_UNOPENED, waiting))
                .as("what its sender was told of says nothing of the recipient")
                .containsExactly(
                        new NoticeFailed(ID, NOTICE, Notice.Failure.BOUNCED),
                        raised(Reason.NOTICES_FAILED, LATER),
                        told());
    }

    @Test
    void aSendersNoticeThatComesBackIsNoCaseOfTheRecipients() {
        for (var kind : List.of(Notice.Kind.CASE_WAITING, Notice.Kind.SENDER_LONG_UNOPENED)) {
            assertThat(failed(kind))
                    .containsExactly(new NoticeFailed(ID, NOTICE, Notice.Failure.BOUNCED));
        }
    }

    @Test
    void thatItIsHeldBack() {
        Instant due = Deadlines.nextLook(HELD, THREE).orElseThrow().at();
        var raised = new Raised(Reason.HELD_BACK, Side.SENDER);
        assertThat(look(due, new Looking.Held(false, Set.of(), ids)))
                .endsWith(raised(Reason.HELD_BACK, due), told());
        assertThat(look(due, new Looking.Held(false, Set.of(raised), ids))).as("once").hasSize(1);
    }

    @Test
    void thatNobodyThereCanGiveAccessEither() {
        Instant due = Deadlines.nextLook(AVAILABLE, THREE).orElseThrow().at();
        var nobody = new Situation(List.of(), List.of(), Set.of(), ids);
        var notice = new Notice.To.Unit(ENVELOPE.sender());
        assertThat(Looking.look(AVAILABLE, THREE, due, () -> nobody).facts())
                .anyMatch(f -> f instanceof NoticeOrdered o && o.to().equals(notice));
        var known = Set.of(new Raised(Reason.NOBODY_CAN_OPEN, Side.SENDER));
        var still = new Situation(List.of(), List.of(), known, ids);
        assertThat(Looking.look(AVAILABLE, THREE, due, () -> still).facts())
                .noneMatch(f -> f instanceof NoticeOrdered o && o.to().equals(notice));
    }

    @Test
    void whatCannotBeLookedAtIsACaseUntilALookSucceeds() {
        var failed = new Raised(Reason.LOOK_FAILED, Side.SENDER);
        var known = new Looking.Held(false, Set.of(failed), ids);
        var none = new Looking.Held(false, Set.of(), ids);
        assertThat(Looking.failed(AVAILABLE, none, 2, THREE, SENT).facts())
                .as("it may succeed yet")
                .isEmpty();
        assertThat(Looking.failed(AVAILABLE, none, 3, THREE, SENT).facts())
                .containsExactly(raised(Reason.LOOK_FAILED, SENT));
        assertThat(Looking.failed(AVAILABLE, known, 3, THREE, SENT).facts()).isEmpty();
        var resolved = new CaseResolved(ID, failed.reason(), failed.at());
        Instant due = Deadlines.nextLook(AVAILABLE, THREE).orElseThrow().at();
        var open = new Situation(List.of(READER), List.of(), Set.of(failed), ids);
        assertThat(Looking.look(AVAILABLE, THREE, due, () -> open).facts()).contains(resolved);
        Instant first = Deadlines.nextLook(HELD, THREE).orElseThrow().at();
        assertThat(look(first, known)).contains(resolved);
    }

    private static List<LetterFact> look(Instant due, Looking.Held around) {
        return Looking.look(HELD, THREE, due, false, () -> around).facts();
    }
}
