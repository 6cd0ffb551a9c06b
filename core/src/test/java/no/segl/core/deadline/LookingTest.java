package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.ONE;
import static no.segl.core.deadline.SampleRules.THREE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static no.segl.core.letter.Letters.SENDER;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.segl.core.deadline.Looking.Reply;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Chase;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.LetterLookedAt;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Letters;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;

/** What is due is done, once, and by the rules that the letter follows. */
class LookingTest {

    static final Instant NEVER = Letters.SENT.plus(Duration.ofDays(3_650));
    private static final PersonId ADMINISTRATOR = new PersonId(new UUID(8, 8));
    static final Decision<LetterFact, Reply> NOT_DUE = Decision.nothing(Reply.NOT_DUE);

    static Decision<LetterFact, Reply> done(String paragraph, LetterFact fact) {
        return new Decision<>(new Right("rule", paragraph), List.of(fact), Reply.DONE);
    }

    private static Situation situation(List<PersonId> readers, Situation.Raised... cases) {
        AtomicLong next = new AtomicLong();
        return new Situation(
                readers,
                List.of(ADMINISTRATOR),
                Set.of(cases),
                () -> new UUID(9, next.incrementAndGet()));
    }

    static Decision<LetterFact, Reply> look(Letter letter, Rules rules, Instant now) {
        return Looking.look(letter, rules, now, () -> situation(List.of(READER)));
    }

    private static Available chased(int steps, boolean readerless) {
        return new Available(
                ENVELOPE,
                SENT,
                SENT,
                steps,
                steps == 0 ? Optional.empty() : Optional.of(LATER),
                new Chase(
                        steps,
                        steps == 0 || readerless ? Optional.empty() : Optional.of(LATER),
                        steps > 4,
                        readerless));
    }

    private static List<LetterFact> facts(Available letter, Situation situation) {
        Instant at = due(letter, THREE);
        return Looking.look(letter, THREE, at, () -> situation).facts();
    }

    private static NoticeOrdered to(long id, Notice.Kind kind, PersonId person) {
        return new NoticeOrdered(ID, new UUID(9, id), kind, new Notice.To.Person(person));
    }

    private static NoticeOrdered to(long id, Notice.Kind kind, OrgNumber unit) {
        return new NoticeOrdered(ID, new UUID(9, id), kind, new Notice.To.Unit(unit));
    }

    private static CaseRaised raised(long id, Matter.Reason reason, Side at, Instant due) {
        return new CaseRaised(ID, new UUID(9, id), reason, at, due);
    }

    @Test
    void aNewLetterIsToldToThoseWhoCanOpenIt() {
        PersonId other = new PersonId(new UUID(3, 4));
        assertThat(facts(chased(0, false), situation(List.of(READER, other))))
                .containsExactly(
                        new LetterLookedAt(ID, "NOTIFY", 3, 1, 2, false),
                        to(1, Notice.Kind.ARRIVED, READER),
                        to(2, Notice.Kind.ARRIVED, other));
    }

    @Test
    void whereNobodyCanOpenItThoseAreToldWhoCanMendThatAndItIsACase() {
        assertThat(facts(chased(0, false), situation(List.of())))
                .containsExactly(
                        new LetterLookedAt(ID, "NOTIFY", 3, 1, 0, false),
                        to(1, Notice.Kind.NOBODY_CAN_OPEN, RECIPIENT),
                        to(2, Notice.Kind.NOBODY_CAN_OPEN, ADMINISTRATOR),
                        raised(
                                3,
                                Matter.Reason.NOBODY_CAN_OPEN,
                                Side.RECIPIENT,
                                SENT.plus(Duration.ofDays(3))));
        assertThat(
                        facts(
                                chased(0, false),
                                situation(
                                        List.of(),
                                        new Situation.Raised(
                                                Matter.Reason.NOBODY_CAN_OPEN, Side.RECIPIENT))))
                .as("a case is raised once")
                .noneMatch(CaseRaised.class::isInstance);
    }

    @Test
    void aLetterThatNobodyCouldOpenIsLookedAtDailyUntilSomebodyCan() {
        Available waiting = chased(3, true);
        Instant tomorrow = LATER.plus(Duration.ofDays(1));
        assertThat(Deadlines.nextLook(waiting, THREE).map(NextLook::at)).contains(tomorrow);
        Situation still =
                situation(
                        List.of(),
                        new Situation.Raised(Matter.Reason.NOBODY_CAN_OPEN, Side.RECIPIENT));
        assertThat(Looking.look(waiting, THREE, tomorrow, () -> still).facts())
                .containsExactly(new LetterLookedAt(ID, "NO_READER", 3, 3, 0, false));
        assertThat(Looking.look(waiting, THREE, tomorrow, () -> situation(List.of(READER))).facts())
                .containsExactly(
                        new LetterLookedAt(ID, "NO_READER", 3, 3, 1, false),
                        to(1, Notice.Kind.ARRIVED, READER));
    }

    @Test
    void eachStepOfThePlanForChildWelfareDoesItsOwn() {
        Situation one = situation(List.of(READER));
        assertThat(facts(chased(1, false), one))
                .contains(to(1, Notice.Kind.STILL_UNOPENED, READER));
        assertThat(facts(chased(2, false), situation(List.of(READER))))
                .contains(
                        to(1, Notice.Kind.LONG_UNOPENED, RECIPIENT),
                        to(2, Notice.Kind.LONG_UNOPENED, ADMINISTRATOR),
                        raised(
                                3,
                                Matter.Reason.LONG_UNOPENED,
                                Side.RECIPIENT,
                                SENT.plus(Duration.ofDays(6))));
        assertThat(facts(chased(3, false), situation(List.of(READER))))
                .contains(
                        to(1, Notice.Kind.SENDER_LONG_UNOPENED, SENDER),
                        raised(
                                2,
                                Matter.Reason.LONG_UNOPENED,
                                Side.SENDER,
                                SENT.plus(Duration.ofDays(8))));
        assertThat(facts(chased(4, false), situation(List.of(READER))).getFirst())
                .isEqualTo(new LetterLookedAt(ID, "RENOTIFY", 3, 5, 1, true));
        assertThat(facts(chased(5, false), situation(List.of(READER))))
                .anyMatch(fact ->
                        fact instanceof CaseRaised c && c.reason() == Matter.Reason.PRINT_NEEDED);
    }

    @Test
    void theWeekOfTheSecondNoticeCountsFromTheFirst() {
        Instant told = SENT.plus(Duration.ofDays(6));
        Available letter =
                new Available(
                        ENVELOPE,
                        SENT,
                        SENT,
                        4,
                        Optional.of(LATER),
                        new Chase(4, Optional.of(told), false, false));
        assertThat(due(letter, THREE)).isEqualTo(told.plus(Duration.ofDays(7)));
    }

    /** Nobody could open it when the law's week was over; then somebody could. */
    @Test
    void whoeverWasToldAfterTheStepOfTheSecondNoticeGetsItAllTheSame() {
        Instant told = SENT.plus(Duration.ofDays(8));
        Available late =
                new Available(
                        ENVELOPE,
                        SENT,
                        SENT,
                        7,
                        Optional.of(told),
                        new Chase(6, Optional.of(told), false, false));
        Instant owed = told.plus(Duration.ofDays(7));
        Rules rules = new Rules(3, ONE.rows(), ONE.limits(), THREE.plans());
        assertThat(due(late, rules)).isEqualTo(owed);
        assertThat(Looking.look(late, rules, owed, () -> situation(List.of(READER))).facts())
                .containsExactly(
                        new LetterLookedAt(ID, "RENOTIFY", 3, 6, 1, true),
                        to(1, Notice.Kind.STILL_UNOPENED, READER));
    }

    @Test
    void whereTheLastReaderLeavesItIsToldAndACaseWheneverThatIsSeen() {
        Available over = chased(6, false);
        Instant at = due(over, THREE);
        assertThat(Looking.look(over, THREE, at, () -> situation(List.of())).facts())
                .contains(
                        to(3, Notice.Kind.NOBODY_CAN_OPEN, RECIPIENT),
                        to(4, Notice.Kind.NOBODY_CAN_OPEN, ADMINISTRATOR),
                        raised(
                                5,
                                Matter.Reason.NOBODY_CAN_OPEN,
                                Side.RECIPIENT,
                                at.plus(Duration.ofDays(3))));
    }

    /** The looks of each day, whether somebody can open it, put off none of each week. */
    @Test
    void whatNobodyCanOpenIsFollowedUpAlsoWhenItsPlanHasEnded() {
        Instant chased = SENT.plus(Duration.ofDays(20));
        Instant week = THREE.row(Rules.Rule.NEXT_LOOK).after(chased);
        Available looked =
                new Available(
                        ENVELOPE,
                        SENT,
                        SENT,
                        10,
                        Optional.of(week.minus(Duration.ofHours(1))),
                        new Chase(6, Optional.empty(), false, true).chased(chased));
        assertThat(Looking.look(looked, THREE, week, () -> situation(List.of())).facts())
                .contains(new LetterLookedAt(ID, "NEXT_LOOK", 3, 6, 0, false));
    }

    /** However often it is followed up beyond its plan, and however long the pause is. */
    @Test
    void whatIsOwedComesAlsoBetweenLooksThatFollowCloser() {
        Instant told = SENT.plus(Duration.ofDays(20));
        Available owed =
                new Available(
                        ENVELOPE,
                        SENT,
                        SENT,
                        10,
                        Optional.of(told.plus(Duration.ofDays(6))),
                        new Chase(6, Optional.of(told), false, false)
                                .chased(told.minus(Duration.ofDays(1))));
        Letter followed =
                Folding.after(
                        owed,
                        new LetterLookedAt(ID, "NEXT_LOOK", 3, 6, 1, false),
                        told.plus(Duration.ofDays(7)).minus(Duration.ofHours(2)),
                        Letters.LOOK);
        assertThat(due(followed, THREE)).isEqualTo(told.plus(Duration.ofDays(7)));
    }

    @Test
    void whatIsLookedAtAnewIsToldOfWhereNobodyCanOpenItAnyMore() {
        Available told = chased(1, false);
        assertThat(Looking.look(told, THREE, LATER, true, () -> situation(List.of())).facts())
                .contains(
                        new LetterLookedAt(ID, "ANEW", 3, 1, 0, false),
                        to(1, Notice.Kind.NOBODY_CAN_OPEN, RECIPIENT));
        assertThat(Looking.look(told, THREE, LATER, true, () -> situation(List.of(READER))).facts())
                .containsExactly(new LetterLookedAt(ID, "ANEW", 3, 1, 1, false));
        assertThat(Looking.look(told, THREE, LATER, () -> situation(List.of())).facts()).isEmpty();
    }

    @Test
    void stepsThatWereMissedAreTakenDayByDay() {
        Instant late = SENT.plus(Duration.ofDays(40));
        Available letter =
                new Available(
                        ENVELOPE,
                        SENT,
                        SENT,
                        2,
                        Optional.of(late),
                        new Chase(2, Optional.empty(), false, false).chased(late));
        assertThat(due(letter, THREE)).isEqualTo(late.plus(Duration.ofDays(1)));
    }

    static Instant due(Letter letter, Rules rules) {
        return Deadlines.nextLook(letter, rules).orElseThrow().at();
    }
}
