package no.segl.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.access.Grant;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.core.party.Lineage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last day that somebody enters, and the very instant at which what it ends has ended. */
class DaysTest {

    private static final Instant LONG_BEFORE = Instant.parse("2026-01-10T12:00:00Z");
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final Category CATEGORY = new Category("CHILD_WELFARE");

    /** The clocks went forward in the night to 29 March 2026, and back in the one to 25 October. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 2026-03-27T23:00:00Z",
        "2026-03-28, 2026-03-28T23:00:00Z",
        "2026-03-29, 2026-03-29T22:00:00Z",
        "2026-03-30, 2026-03-30T22:00:00Z",
        "2026-10-23, 2026-10-23T22:00:00Z",
        "2026-10-24, 2026-10-24T22:00:00Z",
        "2026-10-25, 2026-10-25T23:00:00Z",
        "2026-10-26, 2026-10-26T23:00:00Z",
        "2026-12-31, 2026-12-31T23:00:00Z",
        "2028-02-29, 2028-02-29T23:00:00Z",
    })
    void aGrantThatIsGivenThroughADayHoldsToTheMidnightInOsloThatEndsIt(String day, Instant end) {
        Grant grant = through(day);
        assertThat(grant.until()).contains(end).contains(LedgerTime.exact(end));
        assertThat(mayRead(grant, end.minus(Duration.ofNanos(1_000)))).isTrue();
        assertThat(mayRead(grant, end)).isFalse();
        assertThat(mayRead(grant, end.plus(Duration.ofHours(1)))).isFalse();
    }

    /** A day of 23 hours, and one of 25: neither ends an hour early or late. */
    @Test
    void theDaysOnWhichTheClocksChangeAreHeldThroughWhole() {
        assertThat(length("2026-03-28", "2026-03-29")).isEqualTo(Duration.ofHours(23));
        assertThat(length("2026-10-24", "2026-10-25")).isEqualTo(Duration.ofHours(25));
        assertThat(length("2026-06-01", "2026-06-02")).isEqualTo(Duration.ofHours(24));
    }

    /** A first day begins at midnight in Oslo, also on the days on which the clocks change. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-28T23:00:00Z",
        "2026-03-30, 2026-03-29T22:00:00Z",
        "2026-10-25, 2026-10-24T22:00:00Z",
        "2026-10-26, 2026-10-25T23:00:00Z",
    })
    void aFirstDayBeginsAtMidnightInOslo(String day, Instant begin) {
        assertThat(Days.begin(Optional.of(day), LONG_BEFORE)).contains(begin);
        Instant noon = begin.plus(Duration.ofHours(12));
        assertThat(Days.begin(Optional.of(day), noon)).as("today is from now on").contains(noon);
        assertThat(Days.begin(Optional.empty(), noon)).contains(noon);
        assertThat(Days.begin(Optional.of(day), begin.plus(Duration.ofDays(2)))).isEmpty();
        assertThat(Days.begin(Optional.of("snart"), noon)).isEmpty();
    }

    /** 02:30 comes twice in the night to 25 October: the grant holds through both. */
    @Test
    void anHourThatComesTwiceIsHeldThroughTwice() {
        Grant grant = through("2026-10-25");
        assertThat(mayRead(grant, Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(mayRead(grant, Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
    }

    /** Today in Norway, not at Greenwich: from 23:00 or 22:00 there it is tomorrow. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T22:59:59.999999Z, 2026-03-28",
        "2026-03-28T23:00:00Z, 2026-03-29",
        "2026-03-29T21:59:59.999999Z, 2026-03-29",
        "2026-03-29T22:00:00Z, 2026-03-30",
        "2026-10-24T22:00:00Z, 2026-10-25",
        "2026-10-25T22:30:00Z, 2026-10-25",
        "2026-10-25T23:00:00Z, 2026-10-26",
    })
    void theFirstDayIsTodayAndTheDayBeforeIsOver(Instant now, String today) {
        assertThat(Days.first(now)).hasToString(today);
        Days.Entered read = Days.read(Optional.of(today), now);
        assertThat(read.isFaulty()).isFalse();
        assertThat(read.end().orElseThrow()).isAfter(now);
        String yesterday = Days.first(now).minusDays(1).toString();
        assertThat(Days.read(Optional.of(yesterday), now).isFaulty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2036-01-10",
                "9999-12-31",
                "-0001-01-01",
                "29.03.2026",
                "2026-03-29T00:00",
                "tomorrow"
            })
    void whatIsNoDayOrTooFarAwayIsFaulty(String day) {
        assertThat(Days.read(Optional.of(day), LONG_BEFORE))
                .isEqualTo(new Days.Entered(Optional.empty(), true));
    }

    @Test
    void noDayIsNoEnd() {
        Days.Entered none = new Days.Entered(Optional.empty(), false);
        assertThat(Days.read(Optional.empty(), LONG_BEFORE)).isEqualTo(none);
        assertThat(Days.read(Optional.of(" "), LONG_BEFORE)).isEqualTo(none);
    }

    private static Duration length(String dayBefore, String day) {
        return Duration.between(end(dayBefore), end(day));
    }

    private static Instant end(String day) {
        return Days.read(Optional.of(day), LONG_BEFORE).end().orElseThrow();
    }

    private static Grant through(String day) {
        return new Grant(
                new UUID(0, 1),
                new PersonId(new UUID(0, 2)),
                UNIT,
                Power.READ,
                Optional.of(CATEGORY),
                LONG_BEFORE,
                Optional.of(end(day)));
    }

    private static boolean mayRead(Grant grant, Instant at) {
        return Clearances.toRead(
                        List.of(grant), new Lineage(UNIT, List.of(), List.of()), CATEGORY, at)
                instanceof Clearance.Cleared;
    }
}
