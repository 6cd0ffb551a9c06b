package no.segl.core.deadline;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.CaseDue.Reply;
import no.segl.core.deadline.CaseDue.Surroundings;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Case;
import no.segl.core.letter.CaseFact.CaseOverdue;
import no.segl.core.letter.CaseFact.CaseResolved;
import no.segl.core.letter.CaseFact.CaseReturned;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter.Reason;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;

/** A case that nobody does anything about is raised again, and in the end at the other end. */
class CaseDueTest {

    private static final UUID CASE = new UUID(3, 3);
    private static final Instant DUE = LATER.plus(Duration.ofDays(3));
    private static final Instant NEXT = DUE.plus(Duration.ofDays(3));

    private final AtomicLong ids = new AtomicLong();

    private static Case matter(Reason reason, Side at, Optional<PersonId> owner) {
        return new Case(CASE, reason, at, LATER, DUE, owner, 0, false);
    }

    private Surroundings around(List<PersonId> owners, Situation.Raised... cases) {
        return new Surroundings(owners, Set.of(cases), () -> new UUID(9, ids.incrementAndGet()));
    }

    private List<LetterFact> look(Case matter, Surroundings around, Instant now) {
        return CaseDue.look(AVAILABLE, matter, around, SampleRules.ONE, now).facts();
    }

    private static NoticeOrdered told(long id, Notice.To to) {
        return new NoticeOrdered(ID, new UUID(9, id), Notice.Kind.CASE_WAITING, to);
    }

    @Test
    void whoseItIsIsToldAndItsTimeIsMoved() {
        Case matter = matter(Reason.LONG_UNOPENED, Side.SENDER, Optional.of(READER));
        assertThat(look(matter, around(List.of(READER)), DUE))
                .containsExactly(
                        new CaseOverdue(ID, CASE, NEXT), told(1, new Notice.To.Person(READER)));
        assertThat(look(matter, around(List.of(READER)), DUE.minusSeconds(1))).isEmpty();
    }

    @Test
    void whatIsNobodysInParticularIsToldToTheUnit() {
        Case matter = matter(Reason.LONG_UNOPENED, Side.RECIPIENT, Optional.empty());
        assertThat(look(matter, around(List.of(READER)), DUE))
                .contains(told(1, new Notice.To.Unit(RECIPIENT)));
    }

    @Test
    void whoeverLosesTheRightLosesTheCaseToTheUnit() {
        Case matter = matter(Reason.LONG_UNOPENED, Side.SENDER, Optional.of(READER));
        CaseReturned returned = new CaseReturned(ID, CASE, true);
        assertThat(look(matter, around(List.of()), DUE))
                .contains(returned, told(1, new Notice.To.Unit(ENVELOPE.sender())));
        assertThat(CaseDue.returned(AVAILABLE, matter, around(List.of()), SampleRules.ONE).facts())
                .containsExactly(returned);
        assertThat(
                        CaseDue.returned(
                                        AVAILABLE, matter, around(List.of(READER)), SampleRules.ONE)
                                .reply())
                .isEqualTo(Reply.NOTHING_TO_DO);
    }

    @Test
    void inTheEndTheOtherEndIsAskedOnce() {
        Instant escalated = LATER.plus(Duration.ofDays(5));
        Case matter = matter(Reason.NOBODY_CAN_OPEN, Side.RECIPIENT, Optional.empty());
        assertThat(look(matter, around(List.of()), escalated.minusSeconds(1)))
                .noneMatch(CaseRaised.class::isInstance);
        assertThat(look(matter, around(List.of()), escalated))
                .filteredOn(CaseRaised.class::isInstance)
                .singleElement()
                .satisfies(f -> {
                    CaseRaised raised = (CaseRaised) f;
                    assertThat(raised.at()).isEqualTo(Side.SENDER);
                    assertThat(raised.reason()).isEqualTo(Reason.NOBODY_CAN_OPEN);
                });
        Situation.Raised there = new Situation.Raised(Reason.NOBODY_CAN_OPEN, Side.SENDER);
        assertThat(look(matter, around(List.of(), there), escalated))
                .noneMatch(CaseRaised.class::isInstance);
        assertThat(
                        look(
                                matter(Reason.PRINT_FAILED, Side.SENDER, Optional.empty()),
                                around(List.of()),
                                escalated))
                .noneMatch(CaseRaised.class::isInstance);
    }

    @Test
    void aClosedCaseIsLeftAlone() {
        Case closed =
                new Case(
                        CASE,
                        Reason.LONG_UNOPENED,
                        Side.SENDER,
                        LATER,
                        DUE,
                        Optional.of(READER),
                        0,
                        true);
        assertThat(look(closed, around(List.of()), NEXT)).isEmpty();
        assertThat(CaseDue.returned(AVAILABLE, closed, around(List.of()), SampleRules.ONE).facts())
                .isEmpty();
    }

    @Test
    void whoeverMayReadItSaysThatItIsNotForThem() {
        Clearance reads = new Clearance.Cleared(new Right("grant", "read:1"));
        for (var letter : List.of(AVAILABLE, OPENED)) {
            var decision =
                    CaseDue.wrongAddressee(
                            letter, reads, Set.of(), () -> CASE, SampleRules.ONE, LATER);
            assertThat(decision.facts())
                    .containsExactly(
                            new CaseRaised(ID, CASE, Reason.WRONG_ADDRESSEE, Side.SENDER, DUE),
                            new NoticeOrdered(
                                    ID,
                                    CASE,
                                    Notice.Kind.CASE_WAITING,
                                    new Notice.To.Unit(ENVELOPE.sender())));
        }
        assertThat(
                        CaseDue.wrongAddressee(
                                        WITHDRAWN,
                                        reads,
                                        Set.of(),
                                        () -> CASE,
                                        SampleRules.ONE,
                                        LATER)
                                .reply())
                .isEqualTo(Reply.NOTHING_TO_DO);
        assertThat(
                        CaseDue.wrongAddressee(
                                        AVAILABLE,
                                        new Clearance.Denied(Clearance.Ground.NO_GRANT, RECIPIENT),
                                        Set.of(),
                                        () -> CASE,
                                        SampleRules.ONE,
                                        LATER)
                                .reply())
                .isEqualTo(Reply.REFUSED);
    }

    private List<LetterFact> looked(
            List<PersonId> readers, List<PersonId> givers, Situation.Raised... cases) {
        Situation situation =
                new Situation(
                        readers, givers, Set.of(cases), () -> new UUID(9, ids.incrementAndGet()));
        return Looking.look(AVAILABLE, SampleRules.THREE, LATER, () -> situation).facts();
    }

    @Test
    void whereNobodyAnswersForItAtTheRecipientItIsACaseAtTheSenderToo() {
        assertThat(looked(List.of(), List.of()))
                .filteredOn(CaseRaised.class::isInstance)
                .extracting(fact -> ((CaseRaised) fact).at())
                .containsExactly(Side.RECIPIENT, Side.SENDER);
        assertThat(looked(List.of(), List.of(READER)))
                .filteredOn(CaseRaised.class::isInstance)
                .extracting(fact -> ((CaseRaised) fact).at())
                .containsExactly(Side.RECIPIENT);
    }

    @Test
    void aCaseIsResolvedAtBothEndsWhenSomebodyCanOpenTheLetter() {
        var here = new Situation.Raised(Reason.NOBODY_CAN_OPEN, Side.RECIPIENT);
        var there = new Situation.Raised(Reason.NOBODY_CAN_OPEN, Side.SENDER);
        var other = new Situation.Raised(Reason.LONG_UNOPENED, Side.SENDER);
        assertThat(looked(List.of(READER), List.of(), here, there, other))
                .filteredOn(CaseResolved.class::isInstance)
                .containsExactly(
                        new CaseResolved(ID, here.reason(), Side.SENDER),
                        new CaseResolved(ID, here.reason(), Side.RECIPIENT));
    }

    @Test
    void aNoticeThatGetsThroughToTheRecipientResolvesThatNoneDid() {
        var failed = new Situation.Raised(Reason.NOTICES_FAILED, Side.SENDER);
        for (Notice.Kind kind : Notice.Kind.values()) {
            var facts =
                    Notifying.sent(
                                    AVAILABLE,
                                    CASE,
                                    Notifying.State.ORDERED,
                                    kind,
                                    new Notice.To.Unit(RECIPIENT),
                                    Notice.Channel.EMAIL,
                                    Set.of(failed),
                                    List.of())
                            .facts();
            assertThat(facts.contains(new CaseResolved(ID, failed.reason(), failed.at())))
                    .as(kind.name())
                    .isEqualTo(kind.isForRecipient() && !kind.isByReader());
        }
    }

    @Test
    void aNoticeThatGetsThroughDoesNotHideThatTheOthersWereNeverTold() {
        var failed = new Situation.Raised(Reason.NOTICES_FAILED, Side.SENDER);
        var toReader =
                new Notifying.Ordered(
                        new UUID(8, 1), Notice.Kind.ARRIVED, Notifying.State.FAILED, LATER);
        for (Notifying.State state : Notifying.State.values()) {
            var another = new Notifying.Ordered(new UUID(8, 2), Notice.Kind.ARRIVED, state, LATER);
            var facts =
                    Notifying.sent(
                                    AVAILABLE,
                                    CASE,
                                    Notifying.State.ORDERED,
                                    Notice.Kind.NOBODY_CAN_OPEN,
                                    new Notice.To.Unit(RECIPIENT),
                                    Notice.Channel.EMAIL,
                                    Set.of(failed),
                                    List.of(toReader, another))
                            .facts();
            assertThat(facts.contains(new CaseResolved(ID, failed.reason(), failed.at())))
                    .as(state.name())
                    .isEqualTo(state != Notifying.State.FAILED && state != Notifying.State.DROPPED);
        }
    }
}
