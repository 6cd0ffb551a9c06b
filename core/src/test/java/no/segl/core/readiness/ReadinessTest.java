package no.segl.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import no.segl.core.access.Category;
import no.segl.core.id.OrgNumber;
import no.segl.core.readiness.Readiness.Ground;
import no.segl.core.readiness.Readiness.Verdict;
import no.segl.core.readiness.Standing.KeyRoles;
import no.segl.core.readiness.Standing.Notices;
import no.segl.core.readiness.Standing.Registered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadinessTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant HEARD = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant BOUNCED = Instant.parse("2026-11-20T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # unit,     readers, givers, roles,   taking, refused, ground,                 known
                    LIVING,     true,    true,   true,    true,   false,   HELD,                   now
                    LIVING,     true,    false,  ,        true,   true,    HELD,                   now
                    LIVING,     true,    true,   true,    false,  false,   NO_ADDRESS,             now
                    LIVING,     true,    true,   true,    false,  true,    ADDRESS_REFUSED,        bounced
                    LIVING,     false,   true,   false,   true,   false,   NOBODY_HAS_ACCESS,      now
                    LIVING,     false,   false,  true,    true,   false,   KEY_ROLE_NOT_USED,      heard
                    LIVING,     false,   false,  false,   true,   false,   NOBODY_CAN_GIVE_ACCESS, heard
                    LIVING,     false,   false,  ,        true,   false,   ROLES_NOT_READ,         now
                    DISSOLVED,  true,    true,   true,    true,   false,   DISSOLVED,              now
                    NOT_KNOWN,  false,   false,  ,        false,  false,   NOT_REGISTERED,         now
                    """)
    void weighsWhatWasFound(
            Registered registered,
            boolean readers,
            boolean givers,
            Boolean roles,
            boolean taking,
            boolean refused,
            Ground ground,
            String known) {
        var standing =
                new Standing(
                        new OrgNumber("310000019"),
                        new Category("CHILD_WELFARE"),
                        registered,
                        readers,
                        givers,
                        new KeyRoles(
                                Optional.ofNullable(roles),
                                Optional.ofNullable(roles).map(_ -> HEARD)),
                        new Notices(taking, refused ? Optional.of(BOUNCED) : Optional.empty()));

        Readiness readiness = Readiness.of(standing, NOW);

        assertThat(readiness.ground()).isEqualTo(ground);
        assertThat(readiness.verdict()).isEqualTo(ground.verdict());
        assertThat(readiness.asOf())
                .isEqualTo(
                        switch (known) {
                            case "heard" -> HEARD;
                            case "bounced" -> BOUNCED;
                            default -> NOW;
                        });
    }

    /** A ground that is new must be thought of as ready on purpose. */
    @ParameterizedTest
    @EnumSource(Ground.class)
    void onlyOneGroundIsReady(Ground ground) {
        assertThat(ground.verdict() == Verdict.READY).isEqualTo(ground == Ground.HELD);
    }

    @Test
    void whatIsReadySaysSo() {
        var held =
                new Readiness(
                        new OrgNumber("310000019"),
                        new Category("GENERAL"),
                        Verdict.READY,
                        Ground.HELD,
                        NOW);
        assertThat(held.isReady()).isTrue();
    }
}
