package no.segl.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.AccessFact.AccessAsked;
import no.segl.core.access.AccessFact.AccessEnded;
import no.segl.core.access.AccessFact.AccessGiven;
import no.segl.core.access.AccessFact.FourEyesEnded;
import no.segl.core.access.AccessFact.FourEyesRequired;
import no.segl.core.access.AccessFact.RequestApproved;
import no.segl.core.access.AccessFact.RequestDeclined;
import no.segl.core.access.AccessFact.RequestDropped;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.access.Granting.Reply;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import org.junit.jupiter.api.Test;

/** One asks, another approves, and until then nothing holds. */
class FourEyesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final Right RIGHT = new Right("grant", "administer:1");
    private static final Clearance MAY = new Clearance.Cleared(RIGHT);
    private static final Clearance.Denied MAY_NOT = new Clearance.Denied(Ground.NO_GRANT, SCHOOL);
    private static final PersonId ASKER = new PersonId(new UUID(1, 1));
    private static final PersonId OTHER = new PersonId(new UUID(1, 2));
    private static final Grant GRANT = grant(9, NOW);
    private static final Request TO_GIVE = request(1, Optional.of(GRANT));
    private static final Request TO_END = request(2, Optional.empty());

    private static Grant grant(int id, Instant from) {
        return new Grant(
                new UUID(0, id),
                new PersonId(new UUID(1, 3)),
                SCHOOL,
                Power.READ,
                Optional.of(new Category("GENERAL")),
                from,
                Optional.empty());
    }

    private static Request request(int id, Optional<Grant> grant) {
        return new Request(
                new UUID(2, id), SCHOOL, grant, ASKER, NOW, NOW.plus(Duration.ofDays(14)));
    }

    private static Decision<AccessFact, Reply> approve(Request request, PersonId by, Instant at) {
        return FourEyes.approve(request, true, List.of(), by, MAY, MAY, at);
    }

    @Test
    void whatIsAskedForIsNotGiven() {
        assertThat(FourEyes.ask(TO_GIVE, List.of(), List.of(), MAY))
                .isEqualTo(
                        new Decision<AccessFact, Reply>(
                                RIGHT, List.of(new AccessAsked(TO_GIVE)), new Reply.Asked()));
        assertThat(new AccessAsked(TO_GIVE).values())
                .containsEntry("power", "READ")
                .containsEntry("lapses", TO_GIVE.lapses().toString());
    }

    @Test
    void theSameIsAskedForOnceAndNotWhenItIsThere() {
        Request again = request(7, Optional.of(grant(8, LATER)));
        assertThat(FourEyes.ask(again, List.of(), List.of(TO_GIVE), MAY).reply())
                .isEqualTo(new Reply.Already());
        assertThat(FourEyes.ask(again, List.of(GRANT), List.of(), MAY).reply())
                .isEqualTo(new Reply.Already());
        assertThat(FourEyes.ask(TO_END, List.of(), List.of(TO_GIVE), MAY).reply())
                .isEqualTo(new Reply.Asked());
    }

    @Test
    void anotherApprovesAndItHoldsFromThen() {
        assertThat(approve(TO_GIVE, OTHER, LATER).facts())
                .containsExactly(
                        new RequestApproved(SCHOOL, TO_GIVE.id(), ASKER),
                        new AccessGiven(grant(9, LATER)));
        assertThat(approve(TO_END, OTHER, LATER).facts())
                .containsExactly(
                        new RequestApproved(SCHOOL, TO_END.id(), ASKER), new FourEyesEnded(SCHOOL));
    }

    @Test
    void whatWasGivenMeanwhileOnOtherTermsIsEnded() {
        Grant limited =
                new Grant(
                        new UUID(0, 5),
                        GRANT.person(),
                        SCHOOL,
                        Power.READ,
                        GRANT.category(),
                        NOW,
                        Optional.of(LATER.plusSeconds(9)));
        assertThat(
                        FourEyes.approve(TO_GIVE, true, List.of(limited), OTHER, MAY, MAY, LATER)
                                .facts())
                .contains(new AccessEnded(SCHOOL, limited.id()));
    }

    @Test
    void whoAskedCannotApproveAndNobodyAnswersTwiceOrTooLate() {
        assertThat(approve(TO_GIVE, ASKER, LATER))
                .isEqualTo(Decision.nothing(new Reply.OwnRequest()));
        assertThat(FourEyes.approve(TO_GIVE, false, List.of(), OTHER, MAY, MAY, LATER))
                .isEqualTo(Decision.nothing(new Reply.Already()));
        assertThat(approve(TO_GIVE, OTHER, TO_GIVE.lapses().minusNanos(1)).facts()).isNotEmpty();
        assertThat(approve(TO_GIVE, OTHER, TO_GIVE.lapses()))
                .isEqualTo(Decision.nothing(new Reply.Already()));
        assertThat(FourEyes.decline(TO_GIVE, true, MAY, TO_GIVE.lapses()))
                .isEqualTo(Decision.nothing(new Reply.Already()));
    }

    @Test
    void itIsDeclinedWithTheSamePower() {
        assertThat(FourEyes.decline(TO_GIVE, true, MAY, LATER).facts())
                .containsExactly(new RequestDeclined(SCHOOL, TO_GIVE.id()));
    }

    @Test
    void whoMayNotGiveMayDoNothingHere() {
        Decision<AccessFact, Reply> refused = Decision.nothing(new Reply.Refused(MAY_NOT));
        assertThat(FourEyes.ask(TO_GIVE, List.of(), List.of(), MAY_NOT)).isEqualTo(refused);
        assertThat(FourEyes.approve(TO_GIVE, true, List.of(), OTHER, MAY, MAY_NOT, NOW))
                .isEqualTo(refused);
        assertThat(FourEyes.decline(TO_GIVE, true, MAY_NOT, NOW)).isEqualTo(refused);
        assertThat(FourEyes.require(SCHOOL, 9, false, MAY_NOT)).isEqualTo(refused);
    }

    @Test
    void itIsTurnedOnOnlyWhereAnotherCanApprove() {
        assertThat(FourEyes.require(SCHOOL, 1, false, MAY))
                .isEqualTo(Decision.nothing(new Reply.TooFew()));
        assertThat(FourEyes.require(SCHOOL, 2, false, MAY).facts())
                .containsExactly(new FourEyesRequired(SCHOOL));
        assertThat(FourEyes.require(SCHOOL, 2, true, MAY))
                .isEqualTo(Decision.nothing(new Reply.Already()));
    }

    @Test
    void whoAskedMustStillBeAbleToGiveIt() {
        for (Request request : List.of(TO_GIVE, TO_END)) {
            assertThat(FourEyes.approve(request, true, List.of(), OTHER, MAY_NOT, MAY, LATER))
                    .isEqualTo(
                            new Decision<AccessFact, Reply>(
                                    RIGHT,
                                    List.of(new RequestDropped(SCHOOL, request.id())),
                                    new Reply.AskerMayNot()));
        }
        assertThat(FourEyes.approve(TO_GIVE, true, List.of(), ASKER, MAY_NOT, MAY, LATER))
                .as("their own they do not answer, whatever they may")
                .isEqualTo(Decision.nothing(new Reply.OwnRequest()));
    }

    @Test
    void whatConcernsALeaverFallsAwayOnce() {
        assertThat(FourEyes.drop(TO_GIVE, true, MAY, LATER))
                .isEqualTo(
                        new Decision<AccessFact, Reply>(
                                RIGHT,
                                List.of(new RequestDropped(SCHOOL, TO_GIVE.id())),
                                new Reply.Dropped()));
        Decision<AccessFact, Reply> already = Decision.nothing(new Reply.Already());
        assertThat(FourEyes.drop(TO_GIVE, false, MAY, LATER)).isEqualTo(already);
        assertThat(FourEyes.drop(TO_GIVE, true, MAY, TO_GIVE.lapses())).isEqualTo(already);
        assertThat(FourEyes.drop(TO_GIVE, true, MAY_NOT, LATER))
                .isEqualTo(Decision.nothing(new Reply.Refused(MAY_NOT)));
    }

    @Test
    void itsDaysAreDaysInNorwayAlsoWhenTheClockIsMoved() {
        Period days = Period.ofDays(14);
        Instant winter = Instant.parse("2026-03-20T12:00:00Z");
        assertThat(FourEyes.lapses(winter, days, Optional.empty()))
                .isEqualTo(Instant.parse("2026-04-03T11:00:00Z"));
        Instant summer = Instant.parse("2026-10-20T12:00:00Z");
        assertThat(FourEyes.lapses(summer, days, Optional.empty()))
                .isEqualTo(Instant.parse("2026-11-03T13:00:00Z"));
        Instant end = winter.plusSeconds(60);
        assertThat(FourEyes.lapses(winter, days, Optional.of(end)))
                .as("what would have ended cannot be approved")
                .isEqualTo(end);
    }
}
