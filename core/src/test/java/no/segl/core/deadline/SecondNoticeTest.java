package no.segl.core.deadline;

import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.deadline.Notifying.Ordered;
import no.segl.core.deadline.Notifying.State;
import no.segl.core.ledger.Actor;
import no.segl.core.letter.Folding;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.LetterFact.NoticeFailed;
import no.segl.core.letter.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The second notice that the law asks for, and what becomes of it. */
// law: eforvaltningsforskriften-8
class SecondNoticeTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);
    private static final Instant LOOKED = SENT.plus(Duration.ofDays(14));

    /** Told on the first day and, by order, a second time; its plan is at its end. */
    private static final Available CHASED =
            new Available(
                    ENVELOPE,
                    SENT,
                    SENT,
                    9,
                    Optional.of(LOOKED),
                    new Letter.Chase(
                            SampleRules.THREE.steps(ENVELOPE).size(),
                            Optional.of(SENT),
                            true,
                            false));

    private static NoticeFailed failed(Notice.Failure why, Ordered... all) {
        return (NoticeFailed)
                Notifying.failed(
                                CHASED,
                                SECOND,
                                Notifying.standing(
                                        SECOND, List.of(all), Set.of(), () -> new UUID(7, 7)),
                                why,
                                SampleRules.THREE,
                                LOOKED.plus(Duration.ofDays(3)))
                        .facts()
                        .getFirst();
    }

    private static Ordered first() {
        return new Ordered(FIRST, Notice.Kind.ARRIVED, State.SENT);
    }

    private static Ordered second() {
        return new Ordered(SECOND, Notice.Kind.STILL_UNOPENED, State.ORDERED);
    }

    @Test
    void lostOnItsWayItIsOwedAgainTheNextDay() {
        NoticeFailed lost = failed(Notice.Failure.GAVE_UP, first(), second());
        assertThat(lost.owed()).isTrue();
        Letter after = Folding.after(CHASED, lost, LOOKED, new Actor.Segl("notices"));
        NextLook look = Deadlines.nextLook(after, SampleRules.THREE).orElseThrow();
        assertThat(look.reason()).isEqualTo(Reason.RENOTIFY);
        assertThat(look.at()).isEqualTo(LOOKED.plus(Duration.ofDays(1)));
        assertThat(Deadlines.nextLook(CHASED, SampleRules.THREE).orElseThrow().reason())
                .as("as long as it is on its way it is not")
                .isNotEqualTo(Reason.RENOTIFY);
    }

    @ParameterizedTest
    @EnumSource
    void anotherThatGoesOutIsOneToo(State state) {
        Ordered other = new Ordered(OTHER, Notice.Kind.STILL_UNOPENED, state);
        assertThat(failed(Notice.Failure.BOUNCED, first(), second(), other).owed())
                .isEqualTo(state == State.FAILED || state == State.DROPPED);
    }

    @Test
    void whereThereIsNoAddressItIsACaseAndNotOrderedEachDay() {
        assertThat(failed(Notice.Failure.NO_ADDRESS, first(), second()).owed()).isFalse();
    }
}
