package no.segl.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Right;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.core.register.Answer.Absent;
import no.segl.core.register.Answer.Deleted;
import no.segl.core.register.Answer.Living;
import no.segl.core.register.RegisterFact.KeyRoleChanged;
import no.segl.core.register.RegisterFact.KeyRoleLeft;
import no.segl.core.register.RegisterFact.KeyRoleTaken;
import no.segl.core.register.RegisterFact.UnitDissolved;
import no.segl.core.register.RegisterFact.UnitMoved;
import no.segl.core.register.RegisterFact.UnitReformed;
import no.segl.core.register.RegisterFact.UnitRegistered;
import no.segl.core.register.RegisterFact.UnitRenamed;
import no.segl.core.register.RegisterFact.UnitRestored;
import org.junit.jupiter.api.Test;

/** What follows from each answer of the register, and what does not. */
class ComparingTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber MERGED = new OrgNumber("312780402");
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static Registered school(String name, OrgNumber parent, String form) {
        return new Registered(new Unit(SCHOOL, name, UnitKind.SUBUNIT, Optional.of(parent)), form);
    }

    private static final Registered AS_IT_WAS = school("Skulen", MUNICIPALITY, "BEDR");
    private static final Known KNOWN = new Known(AS_IT_WAS.unit(), Optional.of("BEDR"), false);
    private static final Known GONE = new Known(AS_IT_WAS.unit(), Optional.of("BEDR"), true);

    private static List<RegisterFact> facts(Known known, Answer answer) {
        return Comparing.unit(Optional.of(known), answer).facts();
    }

    @Test
    void whatIsAsItWasIsNoFact() {
        var decision = Comparing.unit(Optional.of(KNOWN), new Living(AS_IT_WAS));
        assertThat(decision.facts()).isEmpty();
        assertThat(decision.reply()).isZero();
    }

    @Test
    void aNewUnit() {
        var decision = Comparing.unit(Optional.empty(), new Living(AS_IT_WAS));
        assertThat(decision.facts()).containsExactly(new UnitRegistered(AS_IT_WAS));
        assertThat(decision.reply()).isEqualTo(1);
        assertThat(decision.right()).isEqualTo(new Right("register", "Enhetsregisteret"));
        RegisterFact fact = decision.facts().getFirst();
        assertThat(fact.subject()).isEqualTo("unit:310451231");
        assertThat(fact.type()).isEqualTo("UnitRegistered");
        assertThat(fact.values())
                .hasToString("{form=BEDR, kind=SUBUNIT, parent=310451207}")
                .as("names may be persons'")
                .doesNotContainValue("Skulen");
    }

    @Test
    void aUnitEnteredByHandIsRegisteredWhenTheRegisterHasIt() {
        Known byHand = new Known(AS_IT_WAS.unit(), Optional.empty(), false);
        Registered now = school("Skulen i dag", MERGED, "BEDR");
        assertThat(facts(byHand, new Living(now))).containsExactly(new UnitRegistered(now));
    }

    @Test
    void aDeletedUnitIsDissolvedOnce() {
        Deleted deleted = new Deleted(SCHOOL, Optional.of(DAY));
        assertThat(facts(KNOWN, deleted))
                .containsExactly(new UnitDissolved(SCHOOL, Optional.of(DAY)));
        assertThat(facts(KNOWN, deleted).getFirst().values()).hasToString("{on=2026-01-01}");
        assertThat(facts(GONE, deleted)).isEmpty();
        assertThat(Comparing.unit(Optional.empty(), deleted).facts()).isEmpty();
    }

    @Test
    void aDeletedUnitWhoseDayIsNotTold() {
        var facts = facts(KNOWN, new Deleted(SCHOOL, Optional.empty()));
        assertThat(facts).containsExactly(new UnitDissolved(SCHOOL, Optional.empty()));
        assertThat(facts.getFirst().values()).isEmpty();
    }

    @Test
    void aUnitThatTheRegisterDoesNotKnowStays() {
        assertThat(facts(KNOWN, new Absent(SCHOOL))).isEmpty();
        assertThat(Comparing.unit(Optional.empty(), new Absent(SCHOOL)).facts()).isEmpty();
    }

    @Test
    void aUnitThatComesBack() {
        assertThat(facts(GONE, new Living(AS_IT_WAS))).containsExactly(new UnitRestored(SCHOOL));
    }

    @Test
    void aUnitWithAnotherName() {
        Registered now = school("Skulen ved elva", MUNICIPALITY, "BEDR");
        var facts = facts(KNOWN, new Living(now));
        assertThat(facts).containsExactly(new UnitRenamed(SCHOOL, "Skulen ved elva"));
        assertThat(facts.getFirst().values()).isEmpty();
    }

    @Test
    void aUnitThatMoves() {
        Registered now = school("Skulen", MERGED, "BEDR");
        var facts = facts(KNOWN, new Living(now));
        assertThat(facts).containsExactly(new UnitMoved(now.unit(), Optional.of(MUNICIPALITY)));
        assertThat(facts.getFirst().unit()).isEqualTo(SCHOOL);
        assertThat(facts.getFirst().values())
                .hasToString("{from=310451207, kind=SUBUNIT, parent=312780402}");
    }

    /** Two municipalities become one: the old one is deleted, and what was beneath it moves. */
    @Test
    void aMergedMunicipality() {
        Unit main = new Unit(MUNICIPALITY, "Fjordvik", UnitKind.MAIN_UNIT, Optional.empty());
        Known old = new Known(main, Optional.of("KOMM"), false);
        assertThat(facts(old, new Deleted(MUNICIPALITY, Optional.of(DAY))))
                .containsExactly(new UnitDissolved(MUNICIPALITY, Optional.of(DAY)));
        Registered moved = school("Nye Skulen", MERGED, "BEDR");
        assertThat(facts(KNOWN, new Living(moved)))
                .containsExactly(
                        new UnitRenamed(SCHOOL, "Nye Skulen"),
                        new UnitMoved(moved.unit(), Optional.of(MUNICIPALITY)));
    }

    @Test
    void aMainUnitThatBecomesASection() {
        Unit main = new Unit(MERGED, "Etaten", UnitKind.MAIN_UNIT, Optional.empty());
        Unit section = new Unit(MERGED, "Etaten", UnitKind.ORG_SECTION, Optional.of(MUNICIPALITY));
        assertThat(
                        facts(
                                new Known(main, Optional.of("ORGL"), false),
                                new Living(new Registered(section, "ORGL"))))
                .containsExactly(new UnitMoved(section, Optional.empty()));
    }

    @Test
    void aFormThatNobodyHasHeardOf() {
        Registered now = school("Skulen", MUNICIPALITY, "NYFORM");
        assertThat(facts(KNOWN, new Living(now)))
                .containsExactly(new UnitReformed(SCHOOL, "NYFORM"));
        assertThatThrownBy(() -> school("Skulen", MUNICIPALITY, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> school("Skulen", MUNICIPALITY, "X".repeat(21)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLeaderWhoLeft() {
        KeyRole leader = new KeyRole("DAGL", 1, Optional.of(DAY));
        KeyRole chair = new KeyRole("LEDE", 1, Optional.empty());
        var decision = Comparing.roles(SCHOOL, List.of(leader, chair), List.of(chair));
        assertThat(decision.facts()).containsExactly(new KeyRoleLeft(SCHOOL, "DAGL"));
        assertThat(decision.facts().getFirst().values()).hasToString("{role=DAGL}");
    }

    @Test
    void aLeaderWhoCameAndOneWhoFollowedAnother() {
        KeyRole before = new KeyRole("DAGL", 1, Optional.of(DAY));
        KeyRole after = new KeyRole("DAGL", 1, Optional.of(DAY.plusDays(30)));
        KeyRole chair = new KeyRole("LEDE", 1, Optional.empty());
        var decision = Comparing.roles(SCHOOL, List.of(before), List.of(after, chair));
        assertThat(decision.facts())
                .containsExactly(
                        new KeyRoleChanged(SCHOOL, after), new KeyRoleTaken(SCHOOL, chair));
        assertThat(decision.facts().getFirst().values())
                .hasToString("{changed=2026-01-31, holders=1, role=DAGL}");
        assertThat(Comparing.roles(SCHOOL, List.of(before), List.of(before)).facts()).isEmpty();
    }

    @Test
    void aRoleThatNobodyHoldsIsNone() {
        assertThatThrownBy(() -> new KeyRole("DAGL", 0, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
