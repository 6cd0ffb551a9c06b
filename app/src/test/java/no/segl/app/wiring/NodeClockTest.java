package no.segl.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** A clock that leaps away from the database's, as when a machine wakes from a sleep. */
class NodeClockTest {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private Instant here = NOON;
    private Instant there = NOON;
    private long nanos;
    private boolean isAway;
    private int asked;

    private final NodeClock clock =
            new NodeClock(
                    () -> here,
                    Optional.of(new NodeClock.Machine(() -> here, () -> nanos, this::database)));

    private Instant database() {
        asked++;
        if (isAway) {
            throw new DataAccessResourceFailureException("away");
        }
        return there;
    }

    private void pass(Duration time) {
        here = here.plus(time);
        there = there.plus(time);
        nanos += time.toNanos();
    }

    @Test
    void someMinutesApartTheyAgree() {
        assertThat(clock.off()).isEmpty();
        here = here.plus(Duration.ofMinutes(5));
        assertThat(clock.off()).isEmpty();
        assertThat(clock.instant()).isEqualTo(here);
        assertThat(clock.trusted()).isEqualTo(here);
    }

    @Test
    void furtherApartNothingIsDoneByItUntilItIsRightAgain() {
        assertThat(clock.off()).isEmpty();
        here = here.plus(YEAR);
        assertThat(clock.off()).contains(YEAR);
        assertThatExceptionOfType(NodeClock.ClockIsOff.class).isThrownBy(clock::instant);
        assertThat(clock.trusted())
                .as("work is put off by the clock that is right")
                .isEqualTo(NOON);
        here = NOON.minus(YEAR);
        assertThat(clock.off()).contains(YEAR.negated());
        here = NOON;
        assertThat(clock.off()).isEmpty();
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    /** In the midst of a round, too: each time is asked for anew. */
    @Test
    void aLeapIsSeenWithoutAskingTheDatabaseEachTime() {
        assertThat(clock.off()).isEmpty();
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofSeconds(1));
            assertThat(clock.instant()).isEqualTo(here);
        }
        assertThat(asked).isEqualTo(1);
        here = here.plus(YEAR);
        assertThatExceptionOfType(NodeClock.ClockIsOff.class).isThrownBy(clock::instant);
        assertThat(asked).isEqualTo(2);
    }

    /** The machine has slept, and so did its count: its clock is right all the same. */
    @Test
    void aMachineThatHasSleptGoesOn() {
        assertThat(clock.off()).isEmpty();
        here = here.plus(Duration.ofHours(8));
        there = there.plus(Duration.ofHours(8));
        assertThat(clock.instant()).isEqualTo(here);
        assertThat(clock.trusted()).isEqualTo(here);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsKnownAgainstIt() {
        assertThat(clock.off()).isEmpty();
        isAway = true;
        here = here.plus(YEAR);
        assertThat(clock.instant()).isEqualTo(here);
    }

    @Test
    void aTimeThatIsSetIsHeldAgainstNothing() {
        NodeClock set = new NodeClock(() -> NOON.plus(YEAR), Optional.empty());
        assertThat(set.off()).isEmpty();
        assertThat(set.isCompared()).isFalse();
        assertThat(set.instant()).isEqualTo(NOON.plus(YEAR));
    }

    /** As in the demo, whose time is moved on a page. */
    @Test
    void onlyTheMachinesOwnTimeIsCompared() {
        NodeClock moved =
                new NodeClock(
                        () -> here.plus(YEAR),
                        Optional.of(
                                new NodeClock.Machine(() -> here, () -> nanos, this::database)));
        assertThat(moved.off()).isEmpty();
        assertThat(moved.instant()).isEqualTo(NOON.plus(YEAR));
        assertThat(moved.trusted()).isEqualTo(NOON);
    }
}
