package no.segl.core.deadline;

import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.segl.core.deadline.Notifying.Gone;
import no.segl.core.deadline.Notifying.Ordered;
import no.segl.core.deadline.Notifying.State;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.LetterFact.NoticeOrdered;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;

/** What becomes of a notice that was tried for days: who can open a letter is told in the end. */
// law: eforvaltningsforskriften-8
class SecondNoticeTest {

    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID NEW = new UUID(7, 7);
    private static final Notice.To TO = new Notice.To.Person(READER);

    private static List<LetterFact> gaveUp(Letter letter, Notice.Kind kind, Ordered... others) {
        List<Ordered> all = new java.util.ArrayList<>(List.of(others));
        all.add(new Ordered(SECOND, kind, State.ORDERED, LATER));
        return Notifying.gaveUp(
                        letter,
                        new Gone(SECOND, kind, TO),
                        Notifying.standing(SECOND, all, Set.of(), () -> NEW),
                        SampleRules.THREE,
                        LATER)
                .facts();
    }

    @Test
    void whoCanOpenItIsToldWhenThereIsAWayAgain() {
        Ordered first = new Ordered(new UUID(1, 1), Notice.Kind.ARRIVED, State.SENT, LATER);
        assertThat(gaveUp(AVAILABLE, Notice.Kind.STILL_UNOPENED, first))
                .containsExactly(
                        new NoticeFailed(ID, SECOND, Notice.Failure.GAVE_UP),
                        new NoticeOrdered(ID, NEW, Notice.Kind.STILL_UNOPENED, TO));
        assertThat(gaveUp(OPENED, Notice.Kind.STILL_UNOPENED, first))
                .as("nothing is left to tell")
                .hasSize(1);
        assertThat(gaveUp(AVAILABLE, Notice.Kind.SENDER_LONG_UNOPENED))
                .as("a sender's notice is its own matter")
                .noneMatch(NoticeOrdered.class::isInstance);
    }

    @Test
    void thatTheFirstCameThroughSaysNothingOfTheSecond() {
        Ordered before =
                new Ordered(new UUID(1, 1), Notice.Kind.ARRIVED, State.SENT, LATER.minusSeconds(1));
        Ordered beside =
                new Ordered(new UUID(1, 3), Notice.Kind.STILL_UNOPENED, State.FAILED, LATER);
        assertThat(gaveUp(AVAILABLE, Notice.Kind.STILL_UNOPENED, before, beside))
                .as("the law's second notice reached nobody")
                .anyMatch(CaseRaised.class::isInstance);
        Ordered after = new Ordered(new UUID(1, 4), Notice.Kind.ARRIVED, State.SENT, LATER);
        assertThat(gaveUp(AVAILABLE, Notice.Kind.STILL_UNOPENED, before, beside, after))
                .noneMatch(CaseRaised.class::isInstance);
    }

    @Test
    void whoeverHasAnotherAddressIsToldThereWhenOneIsGone() {
        Ordered sent = new Ordered(SECOND, Notice.Kind.ARRIVED, State.SENT, LATER);
        for (boolean elsewhere : List.of(true, false)) {
            List<LetterFact> facts =
                    Notifying.bounced(
                                    AVAILABLE,
                                    new Gone(SECOND, sent.kind(), TO),
                                    Notifying.standing(SECOND, List.of(sent), Set.of(), () -> NEW),
                                    elsewhere,
                                    SampleRules.THREE,
                                    LATER)
                            .facts();
            assertThat(facts.getFirst())
                    .isEqualTo(new NoticeFailed(ID, SECOND, Notice.Failure.BOUNCED));
            assertThat(facts.contains(new NoticeOrdered(ID, NEW, Notice.Kind.ARRIVED, TO)))
                    .isEqualTo(elsewhere);
            assertThat(facts.stream().anyMatch(CaseRaised.class::isInstance))
                    .as("a case where nobody is to be told")
                    .isEqualTo(!elsewhere);
        }
    }

    @Test
    void thatAReadersOwnNoticeDoesNotGetThroughSaysNothingOfTheOthers() {
        Ordered failed =
                new Ordered(new UUID(1, 3), Notice.Kind.LONG_UNOPENED, State.FAILED, LATER);
        assertThat(gaveUp(AVAILABLE, Notice.Kind.SHARED, failed))
                .containsExactly(new NoticeFailed(ID, SECOND, Notice.Failure.GAVE_UP));
        Ordered shared = new Ordered(new UUID(1, 4), Notice.Kind.SHARED, State.SENT, LATER);
        assertThat(gaveUp(AVAILABLE, Notice.Kind.LONG_UNOPENED, shared))
                .as("nor does it hide that the others were never told")
                .anyMatch(CaseRaised.class::isInstance);
        assertThat(Notifying.at(Notice.Kind.SHARED, TO, RECIPIENT)).containsExactly(TO);
    }

    @Test
    void thatNoneWentOutIsACaseThoughOthersAreStillToGo() {
        Ordered again = new Ordered(new UUID(1, 3), Notice.Kind.ARRIVED, State.ORDERED, LATER);
        assertThat(gaveUp(AVAILABLE, Notice.Kind.ARRIVED, again))
                .filteredOn(CaseRaised.class::isInstance)
                .hasSize(1);
        Ordered sent = new Ordered(new UUID(1, 3), Notice.Kind.ARRIVED, State.SENT, LATER);
        assertThat(gaveUp(AVAILABLE, Notice.Kind.ARRIVED, again, sent))
                .noneMatch(CaseRaised.class::isInstance);
    }
}
