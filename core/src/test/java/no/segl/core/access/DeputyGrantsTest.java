package no.segl.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.AccessFact.AccessEnded;
import no.segl.core.access.AccessFact.AccessGiven;
import no.segl.core.access.Granting.Reply;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Right;
import org.junit.jupiter.api.Test;

/** What a deputy is given is apart from what is their own. */
class DeputyGrantsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant MONDAY = NOW.plus(Duration.ofDays(1));
    private static final Instant FRIDAY = NOW.plus(Duration.ofDays(5));
    private static final Clearance BY = new Clearance.Cleared(new Right("grant", "administer"));
    private static final PersonId ABSENT = new PersonId(new UUID(1, 1));
    private static final PersonId OTHER = new PersonId(new UUID(1, 2));

    private static final Grant DEPUTY = own(1, MONDAY, Optional.of(FRIDAY)).asDeputyOf(ABSENT);

    private static Grant own(int id, Instant from, Optional<Instant> until) {
        return new Grant(
                new UUID(0, id),
                new PersonId(new UUID(1, 9)),
                new OrgNumber("310451231"),
                Power.READ,
                Optional.of(new Category("GENERAL")),
                from,
                until);
    }

    private static List<AccessFact> facts(Grant grant, Grant... standing) {
        return Granting.give(List.of(standing), grant, BY).facts();
    }

    @Test
    void theLedgerSaysInWhosePlace() {
        assertThat(facts(DEPUTY)).containsExactly(new AccessGiven(DEPUTY));
        assertThat(new AccessGiven(DEPUTY).values())
                .containsEntry("deputyFor", ABSENT.toString())
                .containsEntry("from", MONDAY.toString())
                .containsEntry("until", FRIDAY.toString());
        assertThat(new AccessGiven(own(1, NOW, Optional.empty())).values())
                .doesNotContainKey("deputyFor");
    }

    @Test
    void whatIsTheirOwnIsNeitherCutShortNorGivenTwice() {
        Grant shorter = own(2, NOW, Optional.of(MONDAY.plusSeconds(1)));
        assertThat(facts(DEPUTY, shorter)).containsExactly(new AccessGiven(DEPUTY));
        for (Grant enough :
                List.of(own(2, NOW, Optional.empty()), own(2, MONDAY, Optional.of(FRIDAY)))) {
            assertThat(Granting.give(List.of(enough), DEPUTY, BY).reply())
                    .isInstanceOf(Reply.Already.class);
        }
        Grant forGood = own(3, NOW, Optional.empty());
        assertThat(facts(forGood, DEPUTY))
                .as("nor does what is given to them end what they have in somebody's place")
                .containsExactly(new AccessGiven(forGood));
    }

    @Test
    void whatWasDecidedLastOfATermIsWhatHolds() {
        assertThat(Granting.give(List.of(DEPUTY), DEPUTY, BY).reply())
                .isInstanceOf(Reply.Already.class);
        Grant later = own(2, MONDAY.plusSeconds(9), Optional.of(FRIDAY)).asDeputyOf(ABSENT);
        assertThat(facts(later, DEPUTY))
                .as("also when it begins later than the one before")
                .containsExactly(
                        new AccessEnded(DEPUTY.unit(), DEPUTY.id()), new AccessGiven(later));
        Grant ofAnother = own(4, MONDAY, Optional.of(FRIDAY)).asDeputyOf(OTHER);
        assertThat(facts(ofAnother, DEPUTY))
                .as("another's place is another")
                .containsExactly(new AccessGiven(ofAnother));
    }

    @Test
    void whatBeginsLaterHoldsNotBefore() {
        assertThat(DEPUTY.holdsAt(MONDAY.minusNanos(1))).isFalse();
        assertThat(DEPUTY.holdsAt(MONDAY)).isTrue();
        assertThat(DEPUTY.holdsAt(FRIDAY)).isFalse();
        assertThat(DEPUTY.notBefore(NOW)).as("approved before it begins").isEqualTo(DEPUTY);
        assertThat(DEPUTY.notBefore(MONDAY.plusSeconds(3)).from())
                .as("approved after that")
                .isEqualTo(MONDAY.plusSeconds(3));
    }
}
