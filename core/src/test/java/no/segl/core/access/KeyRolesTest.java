package no.segl.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.access.AccessFact.AccessEnded;
import no.segl.core.access.AccessFact.AccessGiven;
import no.segl.core.access.AccessFact.KeyRoleTold;
import no.segl.core.access.KeyRoles.Registered;
import no.segl.core.access.KeyRoles.Reply;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Decision;
import no.segl.core.ledger.Right;
import no.segl.core.party.Lineage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A login tells of a key role, and the register bears it out or does not. */
class KeyRolesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(1));
    private static final OrgNumber FIRM = new OrgNumber("313915611");
    private static final Grant GRANT = grant(1, Power.ADMINISTER, Optional.of(END));

    private static Grant grant(int id, Power power, Optional<Instant> until) {
        return new Grant(
                new UUID(0, id),
                new PersonId(new UUID(1, 1)),
                FIRM,
                power,
                Optional.empty(),
                NOW,
                until);
    }

    @Test
    void whereTheRegisterBearsItOutItIsGivenForATimeAndSaidInFull() {
        assertThat(KeyRoles.told(Registered.HELD, List.of(), Set.of(), GRANT))
                .isEqualTo(
                        new Decision<AccessFact, Reply>(
                                new Right("login", "key role"),
                                List.of(new KeyRoleTold(GRANT)),
                                new Reply.Given(END)));
        assertThat(new KeyRoleTold(GRANT).values()).isEqualTo(new AccessGiven(GRANT).values());
        assertThat(new KeyRoleTold(GRANT).subject()).isEqualTo("unit:" + FIRM);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HELD")
    void otherwiseNothingIsGiven(Registered why) {
        assertThat(KeyRoles.told(why, List.of(), Set.of(), GRANT))
                .isEqualTo(Decision.nothing(new Reply.NotBorneOut(why)));
    }

    @Test
    void anotherLoginRenewsItAndWhatLastsLongerIsLeft() {
        Grant shorter = grant(2, Power.ADMINISTER, Optional.of(END.minusSeconds(1)));
        Grant other = grant(3, Power.MANAGE_ACCESS, Optional.empty());
        Set<UUID> told = Set.of(shorter.id());
        assertThat(KeyRoles.told(Registered.HELD, List.of(other, shorter), told, GRANT).facts())
                .containsExactly(new AccessEnded(FIRM, shorter.id()), new KeyRoleTold(GRANT));
        for (Optional<Instant> until : List.of(Optional.<Instant>empty(), Optional.of(END))) {
            Grant longer = grant(4, Power.ADMINISTER, until);
            assertThat(KeyRoles.told(Registered.HELD, List.of(shorter, longer), told, GRANT))
                    .isEqualTo(Decision.nothing(new Reply.Already()));
        }
    }

    @Test
    void whatSomebodyHasGivenThemIsNotWhatALoginHasTold() {
        Grant given = grant(2, Power.ADMINISTER, Optional.of(END.minusSeconds(1)));
        assertThat(KeyRoles.told(Registered.HELD, List.of(given), Set.of(), GRANT).facts())
                .containsExactly(new KeyRoleTold(GRANT));
    }

    @Test
    void itLetsAdministerUntilItsEndAndNeverRead() {
        Lineage firm = new Lineage(FIRM, List.of(), List.of());
        Category any = new Category("GENERAL");
        for (Instant at : List.of(NOW, END.minusNanos(1))) {
            assertThat(Clearances.toGive(Power.READ, List.of(GRANT), firm, at))
                    .isInstanceOf(Clearance.Cleared.class);
            assertThat(Clearances.toRead(List.of(GRANT), firm, any, at))
                    .isInstanceOf(Clearance.Denied.class);
        }
        assertThat(Clearances.toGive(Power.READ, List.of(GRANT), firm, END))
                .isInstanceOf(Clearance.Denied.class);
    }

    @Test
    void nothingElseCanBeGivenSo() {
        assertThatThrownBy(() -> told(grant(1, Power.ADMINISTER, Optional.empty())))
                .hasMessageContaining("for a time");
        assertThatThrownBy(() -> told(grant(1, Power.SEND, Optional.of(END))))
                .hasMessageContaining("administer");
    }

    private static Decision<AccessFact, Reply> told(Grant grant) {
        return KeyRoles.told(Registered.HELD, List.of(), Set.of(), grant);
    }

    @Test
    void whatTheRegisterChangesEnds() {
        assertThat(KeyRoles.changed(List.of(GRANT)))
                .isEqualTo(
                        new Decision<AccessFact, Integer>(
                                new Right("register", "Enhetsregisteret"),
                                List.of(new AccessEnded(FIRM, GRANT.id())),
                                1));
        assertThat(KeyRoles.changed(List.of())).isEqualTo(Decision.nothing(0));
    }
}
