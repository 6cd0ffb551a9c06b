package no.segl.core.deadline;

import static no.segl.core.deadline.SampleRules.THREE;
import static no.segl.core.letter.Letters.AVAILABLE;
import static no.segl.core.letter.Letters.ID;
import static no.segl.core.letter.Letters.LATER;
import static no.segl.core.letter.Letters.OPENED;
import static no.segl.core.letter.Letters.READER;
import static no.segl.core.letter.Letters.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.segl.core.access.Clearance;
import no.segl.core.deadline.Calling.Reply;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.letter.Case;
import no.segl.core.letter.CaseFact.CaseAssigned;
import no.segl.core.letter.CaseFact.CaseCommented;
import no.segl.core.letter.CaseFact.CaseSnoozed;
import no.segl.core.letter.Letter;
import no.segl.core.letter.LetterFact;
import no.segl.core.letter.LetterFact.CaseRaised;
import no.segl.core.letter.Matter;
import no.segl.core.letter.Side;
import org.junit.jupiter.api.Test;

/** What a telephone call leaves behind, and what it leaves alone. */
class CallingTest {

    private static final UUID CASE = new UUID(3, 3);
    private static final PersonId OTHER = new PersonId(new UUID(7, 7));
    private static final Clearance YES = new Clearance.Cleared(new Right("grant", "oversee:1"));
    private static final Clearance NO = new Clearance.Denied(Clearance.Ground.NO_GRANT, RECIPIENT);
    private static final Instant UNTIL = LATER.plus(Duration.ofDays(3));

    private static Case matter(Optional<PersonId> owner) {
        return new Case(
                CASE, Matter.Reason.NOBODY_CAN_OPEN, Side.SENDER, LATER, LATER, owner, 2, false);
    }

    private static Decision<LetterFact, Reply> call(
            Letter letter,
            String text,
            Instant until,
            List<Case> cases,
            int seen,
            Clearance answers) {
        AtomicLong next = new AtomicLong();
        return Calling.decide(
                letter,
                new Calling.Call(READER, text, Matter.Wait.ACCESS_ON_ITS_WAY, until),
                new Calling.Around(
                        cases,
                        Map.of(CASE, seen),
                        answers,
                        () -> new UUID(9, next.incrementAndGet())),
                THREE,
                LATER);
    }

    @Test
    void isKeptOnTheCaseWhichIsTheCallersUntilTheDayThatWasAgreed() {
        var noted =
                call(
                        AVAILABLE,
                        "De gir tilgang.",
                        UNTIL,
                        List.of(matter(Optional.empty())),
                        2,
                        YES);
        assertThat(noted.reply()).isEqualTo(Reply.NOTED);
        assertThat(noted.facts())
                .containsExactly(
                        new CaseCommented(ID, CASE, new UUID(9, 1), "De gir tilgang."),
                        new CaseAssigned(ID, CASE, READER),
                        new CaseSnoozed(ID, CASE, Matter.Wait.ACCESS_ON_ITS_WAY, UNTIL));
    }

    @Test
    void aLetterWithoutACaseBecomesOne() {
        var noted = call(AVAILABLE, "De ringer.", UNTIL, List.of(), 2, YES);
        assertThat(noted.reply()).isEqualTo(Reply.NOTED);
        UUID made = new UUID(9, 1);
        assertThat(noted.facts())
                .hasSize(4)
                .contains(
                        new CaseAssigned(ID, made, READER),
                        new CaseSnoozed(ID, made, Matter.Wait.ACCESS_ON_ITS_WAY, UNTIL));
        assertThat((CaseRaised) noted.facts().getFirst())
                .matches(r -> r.reason() == Matter.Reason.LONG_UNOPENED)
                .matches(r -> r.at() == Side.SENDER);
    }

    @Test
    void whatIsAnothersOrHasChangedIsWrittenOfAndNotMoved() {
        var others =
                call(AVAILABLE, "De ringer.", UNTIL, List.of(matter(Optional.of(OTHER))), 2, YES);
        var changed =
                call(AVAILABLE, "De ringer.", UNTIL, List.of(matter(Optional.empty())), 1, YES);
        for (var written : List.of(others, changed)) {
            assertThat(written.reply()).isEqualTo(Reply.ONLY_WRITTEN);
            assertThat(written.facts())
                    .containsExactly(new CaseCommented(ID, CASE, new UUID(9, 1), "De ringer."));
        }
    }

    @Test
    void whatCannotBeIsNotWrittenAtAll() {
        List<Case> cases = List.of(matter(Optional.empty()));
        Instant far = LATER.plus(Duration.ofDays(60));
        assertThat(call(OPENED, "Ja.", UNTIL, cases, 2, YES))
                .isEqualTo(Decision.nothing(Reply.CLOSED));
        assertThat(call(AVAILABLE, " ", UNTIL, cases, 2, YES))
                .isEqualTo(Decision.nothing(Reply.BAD_TEXT));
        assertThat(call(AVAILABLE, "Ja.", LATER, cases, 2, YES))
                .isEqualTo(Decision.nothing(Reply.BAD_TIME));
        assertThat(call(AVAILABLE, "Ja.", far, List.of(), 2, YES))
                .isEqualTo(Decision.nothing(Reply.BAD_TIME));
        assertThat(call(AVAILABLE, "Ja.", UNTIL, cases, 2, NO))
                .isEqualTo(Decision.nothing(Reply.REFUSED));
    }
}
