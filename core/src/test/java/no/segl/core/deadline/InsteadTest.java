package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.THREE;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.segl.core.deadline.Notifying.Ordered;
import no.segl.core.deadline.Notifying.State;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Matter.Reason;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Notice.Kind;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;

/**
 * Who answers for a case hears of it although whoever was to hear of it first cannot be reached.
 */
class InsteadTest {

    private static final UUID NOTICE = new UUID(1, 1);
    private static final PersonId OVERSEER = new PersonId(new UUID(7, 2));
    private static final PersonId UNREACHED = new PersonId(new UUID(7, 3));
    private static final Notice.To UNIT = new Notice.To.Unit(ENVELOPE.sender());
    private static final Notice.To FIRST = new Notice.To.Person(READER);
    private static final Notice.To SECOND = new Notice.To.Person(OVERSEER);
    private static final Set<Raised> AT_SENDER =
            Set.of(new Raised(Reason.NOTICES_FAILED, Side.SENDER));

    private final AtomicLong next = new AtomicLong();
    private final Set<Notice.To> reached = new HashSet<>(Set.of(FIRST, SECOND));
    private final Set<Notice.To> underway = new HashSet<>();
    private Set<Side> owned = Set.of();

    private final Instead.People people =
            new Instead.People() {
                @Override
                public List<PersonId> answering(Side side, OrgNumber unit) {
                    return side == Side.SENDER && unit.equals(ENVELOPE.sender())
                            ? List.of(OVERSEER, UNREACHED, READER)
                            : List.of();
                }

                @Override
                public Set<Side> owned(PersonId person) {
                    return person.equals(READER) ? owned : Set.of();
                }

                @Override
                public boolean isReached(Notice.To to) {
                    return reached.contains(to);
                }

                @Override
                public Set<Notice.To> underway(Kind kind) {
                    return underway;
                }
            };

    private UUID id() {
        return new UUID(9, next.incrementAndGet());
    }

    private List<Notice.To> instead(Letter letter, Kind kind, Notice.To to, Set<Raised> cases) {
        var gone = new Notifying.Gone(NOTICE, kind, to);
        return Instead.of(letter, gone, cases, people, this::id).stream()
                .map(NoticeOrdered::to)
                .toList();
    }

    @Test
    void thoseWhoAnswerForItHearOfItInTheUnitsPlace() {
        for (Kind kind : List.of(Kind.CASE_WAITING, Kind.SENDER_LONG_UNOPENED)) {
            assertThat(instead(AVAILABLE, kind, UNIT, AT_SENDER))
                    .containsExactlyInAnyOrder(FIRST, SECOND);
        }
        underway.add(FIRST);
        assertThat(instead(AVAILABLE, Kind.CASE_WAITING, UNIT, AT_SENDER))
                .as("what is on its way is not ordered twice")
                .containsExactly(SECOND);
    }

    @Test
    void theUnitHearsOfItInThePlaceOfWhoseCaseItIsAndElseTheOthersDo() {
        owned = Set.of(Side.SENDER);
        reached.remove(FIRST);
        assertThat(instead(AVAILABLE, Kind.CASE_WAITING, FIRST, AT_SENDER)).containsExactly(SECOND);
        reached.add(UNIT);
        assertThat(instead(AVAILABLE, Kind.CASE_WAITING, FIRST, AT_SENDER)).containsExactly(UNIT);
        assertThat(instead(AVAILABLE, Kind.CASE_WAITING, SECOND, AT_SENDER))
                .as("who was told in somebody's place is nobody's place to take")
                .isEmpty();
    }

    @Test
    void whatIsOverIsNotToldToOthers() {
        assertThat(instead(WITHDRAWN, Kind.CASE_WAITING, UNIT, Set.of())).isEmpty();
        assertThat(instead(WITHDRAWN, Kind.SENDER_LONG_UNOPENED, UNIT, AT_SENDER)).isEmpty();
        assertThat(instead(AVAILABLE, Kind.NOBODY_CAN_OPEN, UNIT, AT_SENDER))
                .as("what the recipient hears is no business of the sender's")
                .isEmpty();
    }

    @Test
    void itIsOrderedWithTheFailure() {
        var gone = new Notifying.Gone(NOTICE, Kind.CASE_WAITING, UNIT);
        var all = List.of(new Ordered(NOTICE, Kind.CASE_WAITING, State.ORDERED, LATER));
        List<NoticeOrdered> instead = Instead.of(AVAILABLE, gone, AT_SENDER, people, this::id);
        var standing = Notifying.standing(NOTICE, all, AT_SENDER, this::id).with(instead);
        var why = Notice.Failure.NO_ADDRESS;
        List<LetterFact> facts =
                Notifying.failed(AVAILABLE, NOTICE, standing, why, THREE, LATER).facts();
        assertThat(facts)
                .hasSize(3)
                .startsWith(new NoticeFailed(ID, NOTICE, why))
                .containsAll(instead);
        assertThat(Notifying.bounced(AVAILABLE, gone, standing, true, THREE, LATER).facts())
                .as("the unit has another address")
                .doesNotContainAnyElementsOf(instead);
    }

    @Test
    void aCaseOfALetterThatIsHeldBackIsHeardOfAtAnotherAddress() {
        Letter held = new Letter.Accepted(ENVELOPE, LATER, Optional.empty());
        var gone = new Notifying.Gone(NOTICE, Kind.CASE_WAITING, UNIT);
        var all = List.of(new Ordered(NOTICE, Kind.CASE_WAITING, State.SENT, LATER));
        var standing = Notifying.standing(NOTICE, all, AT_SENDER, this::id);
        assertThat(Notifying.bounced(held, gone, standing, true, THREE, LATER).facts())
                .contains(new NoticeOrdered(ID, new UUID(9, 1), Kind.CASE_WAITING, UNIT));
        var over = Notifying.standing(NOTICE, all, Set.of(), this::id);
        assertThat(Notifying.bounced(held, gone, over, true, THREE, LATER).facts())
                .as("it is no case any more")
                .hasSize(1);
    }
}
