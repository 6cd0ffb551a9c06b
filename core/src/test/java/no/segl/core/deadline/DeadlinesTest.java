package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.ONE;
import static no.segl.core.deadline.SampleRules.TWO;
import static no.segl.core.letter.Letters.ENVELOPE;
import static no.segl.core.letter.Letters.MACHINE;
import static no.segl.core.letter.Letters.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.core.deadline.Rules.Owner;
import no.segl.core.letter.Letter;
import no.segl.core.letter.Letter.Accepted;
import no.segl.core.letter.Letter.Available;
import no.segl.core.letter.Letter.Closed;
import no.segl.core.letter.Letter.Draft;
import no.segl.core.letter.Letter.How.Withdrawn;
import no.segl.core.letter.Letter.Opened;
import no.segl.core.letter.Letters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a letter is due: days are days in Norway, and no open letter is without one. */
class DeadlinesTest {

    private static Available available(Instant at) {
        return new Available(ENVELOPE, at, at, 0, Optional.empty());
    }

    private static Optional<NextLook> due(String at, Reason reason, Owner owner, String paragraph) {
        return Optional.of(new NextLook(Instant.parse(at), reason, owner, paragraph));
    }

    /** The invariant that all else serves. */
    @ParameterizedTest
    @MethodSource("no.segl.core.letter.Letters#all")
    void everyLetterThatSomebodyAnswersForIsClosedOrHasANextLook(Letter letter) {
        for (Rules rules : List.of(ONE, TWO, SampleRules.THREE)) {
            boolean answeredFor = !(letter instanceof Draft);
            assertThat(Deadlines.nextLook(letter, rules).isPresent())
                    .isEqualTo(answeredFor && !letter.isClosed());
            assertThat(Deadlines.destruction(letter, rules).isPresent())
                    .isEqualTo(letter.isClosed());
        }
    }

    @Test
    void eachStateIsDueByItsOwnRule() {
        Instant sent = Instant.parse("2026-11-24T08:15:30.123456Z");
        Instant later = Instant.parse("2026-12-01T08:15:31Z");
        assertThat(Deadlines.nextLook(new Accepted(ENVELOPE, sent), ONE))
                .isEqualTo(
                        due(
                                "2026-11-25T08:15:30.123456Z",
                                Reason.NOT_AVAILABLE,
                                Owner.OPERATOR,
                                "accepted"));
        assertThat(Deadlines.nextLook(available(sent), ONE))
                .isEqualTo(
                        due(
                                "2026-12-01T08:15:30.123456Z",
                                Reason.FIRST_LOOK,
                                Owner.SENDER,
                                "first"));
        Letter looked =
                new Available(
                        ENVELOPE,
                        sent,
                        sent,
                        1,
                        Optional.of(later),
                        new Letter.Chase(1, Optional.empty(), false, false).chased(later));
        assertThat(Deadlines.nextLook(looked, ONE))
                .isEqualTo(due("2026-12-09T08:15:31Z", Reason.NEXT_LOOK, Owner.RECIPIENT, "next"));
        Letter opened = new Opened(ENVELOPE, sent, sent, later, READER);
        assertThat(Deadlines.destruction(opened, ONE))
                .isEqualTo(
                        due("2027-12-01T08:15:31Z", Reason.KEEP_OPENED, Owner.OPERATOR, "opened"));
        Letter withdrawn =
                new Closed(ENVELOPE, sent, Optional.of(sent), later, new Withdrawn(MACHINE));
        assertThat(Deadlines.destruction(withdrawn, ONE))
                .isEqualTo(
                        due(
                                "2026-12-31T08:15:31Z",
                                Reason.KEEP_WITHDRAWN,
                                Owner.SENDER,
                                "withdrawn"));
    }

    /**
     * Clocks in Norway go from 02:00 to 03:00 on 29 March 2026 and from 03:00 to 02:00 on 25
     * October 2026. Seven days later it is the same time on the wall; a time on the wall that the
     * night skips is an hour later, and of one that comes twice the first is meant.
     */
    @ParameterizedTest
    @CsvSource({
        // over the night in March: an hour less passes
        "2026-03-25T11:00:00Z, 2026-04-01T10:00:00Z",
        // 23:30 in Norway on the evening before, and 00:30 after
        "2026-03-21T22:30:00Z, 2026-03-28T22:30:00Z",
        "2026-03-22T22:30:00Z, 2026-03-29T21:30:00Z",
        // 02:30 on the night itself does not exist: 03:30
        "2026-03-22T01:30:00Z, 2026-03-29T01:30:00Z",
        "2026-03-22T00:59:59Z, 2026-03-29T00:59:59Z",
        "2026-03-22T02:00:00Z, 2026-03-29T01:00:00Z",
        // over the night in October: an hour more passes
        "2026-10-21T10:00:00Z, 2026-10-28T11:00:00Z",
        // 02:30 on the night itself comes twice: the first
        "2026-10-18T00:30:00Z, 2026-10-25T00:30:00Z",
        "2026-10-18T01:00:00Z, 2026-10-25T02:00:00Z",
        // from the night itself, at the first and the second 02:30
        "2026-10-25T00:30:00Z, 2026-11-01T01:30:00Z",
        "2026-10-25T01:30:00Z, 2026-11-01T01:30:00Z",
        // year ends, leap days, and an evening that is another day in UTC
        "2026-12-28T12:00:00Z, 2027-01-04T12:00:00Z",
        "2026-12-31T23:30:00Z, 2027-01-07T23:30:00Z",
        "2028-02-25T12:00:00Z, 2028-03-03T12:00:00Z",
        "2027-02-25T12:00:00Z, 2027-03-04T12:00:00Z"
    })
    void sevenDaysAreSevenDaysInNorway(String from, String to) {
        assertThat(Deadlines.nextLook(available(Instant.parse(from)), ONE))
                .isEqualTo(due(to, Reason.FIRST_LOOK, Owner.SENDER, "first"));
    }

    @Test
    void aYearOfDaysIsNotAYearInALeapYear() {
        Letter opened =
                new Opened(
                        ENVELOPE,
                        Letters.SENT,
                        Letters.SENT,
                        Instant.parse("2028-01-31T12:00:00Z"),
                        READER);
        assertThat(Deadlines.destruction(opened, ONE).map(NextLook::at))
                .contains(Instant.parse("2029-01-30T12:00:00Z"));
    }

    @Test
    void eachVersionOfTheRulesSaysItsOwn() {
        Letter letter = available(Instant.parse("2026-06-01T10:00:00Z"));
        assertThat(Deadlines.nextLook(letter, ONE).map(NextLook::at))
                .contains(Instant.parse("2026-06-08T10:00:00Z"));
        assertThat(Deadlines.nextLook(letter, TWO).map(NextLook::at))
                .contains(Instant.parse("2026-06-04T10:00:00Z"));
    }
}
