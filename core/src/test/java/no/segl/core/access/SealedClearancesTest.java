package no.segl.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.segl.core.access.Clearance.Cleared;
import no.segl.core.access.Clearance.Denied;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Right;
import org.junit.jupiter.api.Test;

/** What is sealed for one case worker is opened by who it was handed over to, and nobody else. */
class SealedClearancesTest {

    private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(3));
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final Share SHARE =
            new Share(
                    new UUID(5, 5),
                    new LetterId(new UUID(6, 6)),
                    new PersonId(new UUID(1, 1)),
                    true,
                    FROM,
                    Optional.empty());

    @Test
    void whatIsSealedIsOpenedByAHandoverAndNothingElse() {
        Share whole = SHARE;
        Share handed =
                new Share(
                        new UUID(5, 6),
                        whole.letter(),
                        whole.person(),
                        true,
                        true,
                        FROM,
                        Optional.of(UNTIL));
        Clearance byGrant = new Cleared(new Right("grant", "read:1"));
        Clearance cleared = new Cleared(new Right("handover", handed.id().toString()));
        Clearance sealed = new Denied(Ground.SEALED, SCHOOL);
        assertThat(Clearances.toUnseal(byGrant, List.of(), SCHOOL, FROM)).isEqualTo(sealed);
        assertThat(Clearances.toUnseal(byGrant, List.of(whole), SCHOOL, FROM)).isEqualTo(sealed);
        for (Clearance fetch : List.of(byGrant, new Cleared(new Right("share", "1")))) {
            assertThat(Clearances.toUnseal(fetch, List.of(whole, handed), SCHOOL, FROM))
                    .isEqualTo(cleared);
            assertThat(Clearances.toUnseal(fetch, List.of(handed), SCHOOL, UNTIL))
                    .as("within its time")
                    .isEqualTo(sealed);
        }
        Clearance nothing = new Denied(Ground.NO_GRANT, SCHOOL);
        assertThat(Clearances.toUnseal(nothing, List.of(), SCHOOL, FROM))
                .as("a stranger is told no more than of any other document")
                .isEqualTo(nothing);
    }

    @Test
    void whatIsSealedGoesWithTheDocuments() {
        assertThatThrownBy(() ->
                        new Share(
                                new UUID(5, 6),
                                new LetterId(new UUID(6, 6)),
                                new PersonId(new UUID(1, 1)),
                                false,
                                true,
                                FROM,
                                Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
