package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.THREE;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import no.segl.core.access.Category;
import no.segl.core.day.WorkingDays;
import no.segl.core.deadline.Situation.Raised;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Case;
import no.segl.core.letter.CaseFact.CaseOverdue;
import no.segl.core.letter.Envelope;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Letters;
import no.segl.core.letter.Matter.Outcome;
import no.segl.core.letter.Matter.Reason;
import no.segl.core.letter.Notice;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be a breach is a case with a clock, whose end is reminded of before it comes. */
class BreachTest {

    private static final Raised AT_SENDER = new Raised(Reason.BREACH_UNOPENED, Side.SENDER);
    private static final Raised AT_RECIPIENT = new Raised(Reason.BREACH_UNOPENED, Side.RECIPIENT);
    private static final Instant WEEK = THREE.row(Rules.Rule.BREACH_CHILD_WELFARE).after(SENT);

    private static Supplier<UUID> ids() {
        AtomicLong next = new AtomicLong();
        return () -> new UUID(9, next.incrementAndGet());
    }

    private static List<Raised> unopened(
            Letter letter, Set<Raised> had, boolean within, Instant at) {
        return raised(Breach.unopened(letter, had, within, ids(), THREE, at).facts());
    }

    private static List<Raised> raised(List<LetterFact> facts) {
        return facts.stream()
                .filter(CaseRaised.class::isInstance)
                .map(CaseRaised.class::cast)
                .map(f -> new Raised(f.reason(), f.at()))
                .toList();
    }

    @Test
    void childWelfareAfterAWeekAtBothEnds() {
        assertThat(unopened(AVAILABLE, Set.of(), false, WEEK.minusSeconds(1))).isEmpty();
        assertThat(unopened(AVAILABLE, Set.of(), false, WEEK))
                .containsExactly(AT_SENDER, AT_RECIPIENT);
        assertThat(unopened(AVAILABLE, Set.of(), true, WEEK))
                .as("one organisation answers once")
                .containsExactly(AT_SENDER);
        assertThat(unopened(AVAILABLE, Set.of(AT_SENDER), false, WEEK))
                .as("what was decided is not raised again")
                .containsExactly(AT_RECIPIENT);
        assertThat(unopened(OPENED, Set.of(), false, WEEK)).isEmpty();
    }

    @Test
    void otherLettersLater() {
        Envelope school =
                new Envelope(
                        ID,
                        ENVELOPE.dispatch(),
                        ENVELOPE.sender(),
                        ENVELOPE.recipient(),
                        new Category("UPBRINGING_EDUCATION"),
                        ENVELOPE.language(),
                        Optional.empty());
        Letter letter = new Letter.Available(school, SENT, SENT, 0, Optional.empty());
        assertThat(unopened(letter, Set.of(), false, WEEK)).isEmpty();
        assertThat(
                        unopened(
                                letter,
                                Set.of(),
                                false,
                                THREE.row(Rules.Rule.BREACH_UNOPENED).after(SENT)))
                .hasSize(2);
    }

    @Test
    void whatSomebodyOpenedThatWasNotForThem() {
        var wrong = Set.of(new Raised(Reason.WRONG_ADDRESSEE, Side.SENDER));
        assertThat(raised(Breach.misdirected(OPENED, wrong, ids(), THREE, LATER).facts()))
                .containsExactly(new Raised(Reason.BREACH_MISDIRECTED, Side.SENDER));
        assertThat(Breach.misdirected(OPENED, Set.of(), ids(), THREE, LATER).facts()).isEmpty();
        assertThat(Breach.misdirected(AVAILABLE, wrong, ids(), THREE, LATER).facts())
                .as("nobody has seen what it says")
                .isEmpty();
    }

    @Test
    void itsOwnerIsRemindedBeforeTheEndAndAllAtTheEnd() {
        PersonId owner = Letters.READER;
        Instant known = WEEK;
        Instant remind = known.plus(Duration.ofDays(2));
        Instant end = known.plus(Duration.ofDays(3));
        assertThat(Breach.unopened(AVAILABLE, Set.of(), true, ids(), THREE, known).facts())
                .contains(
                        new CaseRaised(
                                ID, new UUID(9, 1), AT_SENDER.reason(), Side.SENDER, remind));

        var before = CaseDue.look(AVAILABLE, matter(owner, remind), around(owner), THREE, remind);
        assertThat(before.facts()).contains(new CaseOverdue(ID, new UUID(9, 1), end));
        assertThat(told(before.facts())).containsExactly(new Notice.To.Person(owner));
        var over = CaseDue.look(AVAILABLE, matter(owner, end), around(owner), THREE, end);
        assertThat(over.facts())
                .contains(new CaseOverdue(ID, new UUID(9, 1), end.plus(Duration.ofDays(1))));
        assertThat(told(over.facts()))
                .containsExactly(
                        new Notice.To.Person(owner), new Notice.To.Unit(ENVELOPE.sender()));
    }

    private static Case matter(PersonId owner, Instant due) {
        return new Case(
                new UUID(9, 1),
                Reason.BREACH_UNOPENED,
                Side.SENDER,
                WEEK,
                due,
                Optional.of(owner),
                1,
                false);
    }

    private static CaseDue.Surroundings around(PersonId owner) {
        return new CaseDue.Surroundings(List.of(owner), Set.of(AT_SENDER), ids());
    }

    private static List<Notice.To> told(List<LetterFact> facts) {
        return facts.stream()
                .filter(NoticeOrdered.class::isInstance)
                .map(f -> ((NoticeOrdered) f).to())
                .toList();
    }

    @Test
    void cannotBePutOffPastItsClock() {
        Case matter = matter(Letters.READER, WEEK);
        Instant end = WEEK.plus(Duration.ofDays(3));
        assertThat(Breach.ends(matter, THREE)).isEqualTo(end);
        assertThat(Breach.putOff(matter, THREE, WEEK)).isEqualTo(end);
        assertThat(Breach.putOff(matter, THREE, end)).isEqualTo(end.plus(Duration.ofDays(1)));
    }

    /** Hours are hours: in Norway its end is at another time of day when the clocks are changed. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-23T12:00, 2026-10-26T11:00",
        "2026-03-27T12:00, 2026-03-30T13:00",
        "2026-12-24T23:30, 2026-12-27T23:30"
    })
    void hasSeventyTwoHoursWhateverTheClocksSay(LocalDateTime known, LocalDateTime ends) {
        Case matter =
                new Case(
                        new UUID(9, 1),
                        Reason.BREACH_UNOPENED,
                        Side.SENDER,
                        known.atZone(WorkingDays.NORWAY).toInstant(),
                        Instant.MAX,
                        Optional.empty(),
                        0,
                        false);
        assertThat(Breach.ends(matter, THREE).atZone(WorkingDays.NORWAY).toLocalDateTime())
                .isEqualTo(ends);
    }

    @Test
    void isDecidedByAPersonWhateverBecomesOfTheLetter() {
        for (Reason reason : Reason.values()) {
            assertThat(Outcome.of(reason).contains(Outcome.BREACH_REPORTED))
                    .isEqualTo(reason.isBreach());
        }
        assertThat(Outcome.of(Reason.BREACH_UNOPENED))
                .containsExactly(
                        Outcome.BREACH_REPORTED,
                        Outcome.BREACH_WITHOUT_RISK,
                        Outcome.NO_BREACH_CAME_OTHERWISE,
                        Outcome.NO_BREACH_NO_PERSON);
        assertThat(
                        Reason.BREACH_UNOPENED.isResolvedBy(
                                new LetterFact.ContentDestroyed(ID, "KEEP_OPENED", 3)))
                .isFalse();
    }
}
