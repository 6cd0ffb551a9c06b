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
        assertThat(Granting.give(standing, grant))
                .isEqualTo(
                        new Decision<AccessFact, Reply>(
                                OPERATOR, List.of(new AccessGiven(grant)), Reply.DONE));
    }

    private static void already(List<Grant> standing, Grant grant) {
        assertThat(Granting.give(standing, grant)).isEqualTo(Decision.nothing(Reply.ALREADY));
    }

    @Test
    void whatIsNewIsGivenAndSaidInFull() {
        given(List.of(), GRANT);
        given(List.of(GRANT), grant(2, CHILDREN, NOW, Optional.empty()));
        given(List.of(GRANT), grant(2, SCHOOL, NOW, Optional.of(NOW.plusSeconds(9))));
        given(List.of(GRANT), grant(2, SCHOOL, NOW.minusSeconds(1), Optional.empty()));
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
    void whatHasEndedIsGivenAgain() {
        Grant ended = grant(1, SCHOOL, NOW.minusSeconds(9), Optional.of(NOW));
        given(List.of(ended), grant(2, SCHOOL, NOW, Optional.empty()));
    }

    @Test
    void aGrantIsEndedOnce() {
        Decision<AccessFact, Reply> ended =
                new Decision<>(OPERATOR, List.of(new AccessEnded(SCHOOL, GRANT.id())), Reply.DONE);
        assertThat(Granting.end(Optional.of(GRANT), NOW)).isEqualTo(ended);
        Grant soon = grant(1, SCHOOL, NOW, Optional.of(NOW.plus(Duration.ofDays(1))));
        assertThat(Granting.end(Optional.of(soon), NOW)).isEqualTo(ended);
        Grant over = grant(1, SCHOOL, NOW.minusSeconds(9), Optional.of(NOW));
        assertThat(Granting.end(Optional.of(over), NOW)).isEqualTo(Decision.nothing(Reply.ALREADY));
        assertThat(Granting.end(Optional.empty(), NOW)).isEqualTo(Decision.nothing(Reply.ALREADY));
    }
}
