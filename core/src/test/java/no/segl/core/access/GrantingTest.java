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
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import org.junit.jupiter.api.Test;

/** Giving and ending access, once each. */
class GrantingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Right OPERATOR = new Right("operator", "command line");
    private static final Clearance BY = new Clearance.Cleared(OPERATOR);
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final OrgNumber CHILDREN = new OrgNumber("310451223");
    private static final Optional<Category> GENERAL = Optional.of(new Category("GENERAL"));

    private static final Grant GRANT = grant(1, SCHOOL, NOW, Optional.empty());

    private static Grant grant(int id, OrgNumber unit, Instant from, Optional<Instant> until) {
        return new Grant(
                new UUID(0, id),
                new PersonId(new UUID(1, 1)),
                unit,
                Power.READ,
                GENERAL,
                from,
                until);
    }

    private static void given(List<Grant> standing, Grant grant) {
        assertThat(Granting.give(standing, grant, BY))
                .isEqualTo(
                        new Decision<AccessFact, Reply>(
                                OPERATOR, List.of(new AccessGiven(grant)), new Reply.Done()));
    }

    private static void already(List<Grant> standing, Grant grant) {
        assertThat(Granting.give(standing, grant, BY))
                .isEqualTo(Decision.nothing(new Reply.Already()));
    }

    @Test
    void whatIsNewIsGivenAndSaidInFull() {
        given(List.of(), GRANT);
        given(List.of(GRANT), grant(2, CHILDREN, NOW, Optional.empty()));
        assertThat(new AccessGiven(GRANT).values())
                .containsEntry("category", "GENERAL")
                .containsEntry("power", "READ")
                .containsEntry("from", NOW.toString())
                .doesNotContainKey("until");
        assertThat(new AccessGiven(GRANT).subject()).isEqualTo("unit:" + SCHOOL);
    }

    @Test
    void whatStandsIsNotGivenTwice() {
        already(List.of(GRANT), GRANT);
        already(List.of(GRANT), grant(2, SCHOOL, NOW, Optional.empty()));
        already(List.of(GRANT), grant(2, SCHOOL, NOW.plusSeconds(1), Optional.empty()));
    }

    @Test
    void anotherTermReplacesTheOneBefore() {
        Grant shorter = grant(2, SCHOOL, NOW, Optional.of(NOW.plusSeconds(9)));
        assertThat(Granting.give(List.of(GRANT), shorter, BY))
                .isEqualTo(
                        new Decision<AccessFact, Reply>(
                                OPERATOR,
                                List.of(
                                        new AccessEnded(SCHOOL, GRANT.id()),
                                        new AccessGiven(shorter)),
                                new Reply.Done()));
    }

    @Test
    void theLastAdministratorIsNotEnded() {
        assertThat(Granting.end(GRANT, BY, true, NOW))
                .isEqualTo(Decision.nothing(new Reply.LastAdministrator()));
        Grant over = grant(1, SCHOOL, NOW.minusSeconds(9), Optional.of(NOW));
        assertThat(Granting.end(over, BY, true, NOW))
                .isEqualTo(Decision.nothing(new Reply.Already()));
    }

    @Test
    void theLastAdministratorIsGivenNoEndEither() {
        Grant shorter = grant(2, SCHOOL, NOW, Optional.of(NOW.plusSeconds(9)));
        assertThat(Granting.give(List.of(GRANT), shorter, BY, true))
                .isEqualTo(Decision.nothing(new Reply.LastAdministrator()));
        assertThat(Granting.give(List.of(GRANT), grant(2, SCHOOL, NOW, Optional.empty()), BY, true))
                .isEqualTo(Decision.nothing(new Reply.Already()));
        assertThat(Granting.give(List.of(GRANT), shorter, BY, false).facts()).hasSize(2);
    }

    @Test
    void aGrantIsEndedOnce() {
        Decision<AccessFact, Reply> ended =
                new Decision<>(
                        OPERATOR, List.of(new AccessEnded(SCHOOL, GRANT.id())), new Reply.Done());
        assertThat(Granting.end(GRANT, BY, false, NOW)).isEqualTo(ended);
        Grant soon = grant(1, SCHOOL, NOW, Optional.of(NOW.plus(Duration.ofDays(1))));
        assertThat(Granting.end(soon, BY, false, NOW)).isEqualTo(ended);
        Grant over = grant(1, SCHOOL, NOW.minusSeconds(9), Optional.of(NOW));
        assertThat(Granting.end(over, BY, false, NOW))
                .isEqualTo(Decision.nothing(new Reply.Already()));
    }

    @Test
    void aConfirmedGrantStands() {
        assertThat(Granting.confirm(GRANT, BY, NOW))
                .isEqualTo(
                        new Decision<AccessFact, Reply>(
                                OPERATOR,
                                List.of(new AccessFact.AccessConfirmed(SCHOOL, GRANT.id())),
                                new Reply.Done()));
        Grant over = grant(1, SCHOOL, NOW.minusSeconds(9), Optional.of(NOW));
        assertThat(Granting.confirm(over, BY, NOW))
                .isEqualTo(Decision.nothing(new Reply.Already()));
    }

    @Test
    void whoMayNotChangesNothing() {
        Clearance.Denied denied = new Clearance.Denied(Clearance.Ground.NO_GRANT, SCHOOL);
        Decision<AccessFact, Reply> refused = Decision.nothing(new Reply.Refused(denied));
        assertThat(Granting.give(List.of(), GRANT, denied)).isEqualTo(refused);
        assertThat(Granting.give(List.of(GRANT), GRANT, denied)).isEqualTo(refused);
        assertThat(Granting.end(GRANT, denied, false, NOW)).isEqualTo(refused);
        assertThat(Granting.confirm(GRANT, denied, NOW)).isEqualTo(refused);
    }
}
