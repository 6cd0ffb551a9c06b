package no.segl.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.segl.core.access.Clearance.Cleared;
import no.segl.core.access.Clearance.Denied;
import no.segl.core.access.Clearance.Ground;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Right;
import no.segl.core.party.Lineage;
import org.junit.jupiter.api.Test;

/** Who may, from when, until when, where, and why not. */
class ClearancesTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));
    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UPBRINGING = new OrgNumber("310451215");
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final Lineage TO_SCHOOL =
            new Lineage(SCHOOL, List.of(UPBRINGING, MUNICIPALITY), List.of(UPBRINGING));
    private static final Category EDUCATION = new Category("UPBRINGING_EDUCATION");
    private static final Category GENERAL = new Category("GENERAL");

    private static Grant grant(
            int id, OrgNumber unit, Power power, Instant from, Optional<Instant> until) {
        return new Grant(
                new UUID(0, id),
                new PersonId(new UUID(1, 1)),
                unit,
                power,
                power == Power.READ ? Optional.of(EDUCATION) : Optional.empty(),
                from,
                until);
    }

    private static final Grant READ = grant(1, SCHOOL, Power.READ, FROM, Optional.of(UNTIL));

    private static Clearance read(Instant at, Grant... grants) {
        return Clearances.toRead(List.of(grants), TO_SCHOOL, EDUCATION, at);
    }

    private static Clearance denied(Ground ground) {
        return new Denied(ground, SCHOOL);
    }

    @Test
    void nobodyMayByDefault() {
        assertThat(read(FROM)).isEqualTo(denied(Ground.NO_GRANT));
        for (Power power : List.of(Power.SEND, Power.OVERSEE)) {
            assertThat(Clearances.to(power, List.of(), TO_SCHOOL, FROM))
                    .isEqualTo(denied(Ground.NO_GRANT));
        }
    }

    @Test
    void whatSomebodyEndedHoldsAtNoTimeWhateverTheClockSays() {
        Grant ended =
                new Grant(
                        READ.id(),
                        READ.person(),
                        READ.unit(),
                        READ.power(),
                        READ.category(),
                        FROM,
                        Optional.of(UNTIL),
                        true,
                        Optional.empty());
        for (Instant at : List.of(FROM.minusNanos(1), FROM, UNTIL.minusNanos(1), UNTIL)) {
            assertThat(read(at, ended)).isEqualTo(denied(Ground.ENDED));
        }
    }

    @Test
    void aGrantHoldsFromItsFirstInstantUntilJustBeforeItsLast() {
        Clearance cleared = new Cleared(new Right("grant", "read:" + new UUID(0, 1)));
        assertThat(read(FROM.minusNanos(1), READ)).isEqualTo(denied(Ground.NOT_YET));
        assertThat(read(FROM, READ)).isEqualTo(cleared);
        assertThat(read(UNTIL.minusNanos(1), READ)).isEqualTo(cleared);
        assertThat(read(UNTIL, READ)).isEqualTo(denied(Ground.ENDED));
    }

    @Test
    void aGrantWithoutAnEndHoldsForEver() {
        Grant open = grant(2, SCHOOL, Power.READ, FROM, Optional.empty());
        assertThat(read(FROM.plus(Duration.ofDays(36_500)), open)).isInstanceOf(Cleared.class);
    }

    @Test
    void theGrantThatHoldsIsTheRightWhereverItStands() {
        Grant ended = grant(3, SCHOOL, Power.READ, FROM.minusSeconds(9), Optional.of(FROM));
        Grant later = grant(4, SCHOOL, Power.READ, UNTIL, Optional.empty());
        assertThat(read(FROM, ended, later, READ))
                .isEqualTo(read(FROM, READ, later, ended))
                .isEqualTo(new Cleared(new Right("grant", "read:" + READ.id())));
    }

    @Test
    void thatOneEndedSaysMoreThanThatAnotherBeginsLater() {
        Grant ended = grant(3, SCHOOL, Power.READ, FROM.minusSeconds(9), Optional.of(FROM));
        Grant later = grant(4, SCHOOL, Power.READ, UNTIL, Optional.empty());
        assertThat(read(FROM, ended, later))
                .isEqualTo(read(FROM, later, ended))
                .isEqualTo(denied(Ground.ENDED));
    }

    @Test
    void aGrantThatWasEndedBeforeItBeganHasEnded() {
        Grant ended = grant(5, SCHOOL, Power.READ, UNTIL, Optional.of(FROM));
        assertThat(read(FROM, ended)).isEqualTo(denied(Ground.ENDED));
        assertThat(read(UNTIL, ended)).isEqualTo(denied(Ground.ENDED));
    }

    @Test
    void readingIsOfOneCategoryAndComesDownOnlyFromWhereItIsInherited() {
        assertThat(Clearances.toRead(List.of(READ), TO_SCHOOL, GENERAL, FROM))
                .isEqualTo(denied(Ground.NO_GRANT));
        Grant section = grant(6, UPBRINGING, Power.READ, FROM, Optional.empty());
        assertThat(read(FROM, section))
                .isEqualTo(new Cleared(new Right("grant", "read:" + section.id())));
        assertThat(read(FROM, section, READ))
                .as("the nearest is the right, wherever it stands")
                .isEqualTo(read(FROM, READ, section))
                .isEqualTo(read(FROM, READ));
        Grant above = grant(12, MUNICIPALITY, Power.READ, FROM, Optional.empty());
        assertThat(read(FROM, above)).isEqualTo(denied(Ground.NO_GRANT));
        Lineage top = new Lineage(UPBRINGING, List.of(MUNICIPALITY), List.of());
        assertThat(Clearances.toRead(List.of(READ), top, EDUCATION, FROM))
                .as("never upwards")
                .isEqualTo(new Denied(Ground.NO_GRANT, UPBRINGING));
        Grant send = grant(7, SCHOOL, Power.SEND, FROM, Optional.empty());
        Grant oversee = grant(8, SCHOOL, Power.OVERSEE, FROM, Optional.empty());
        assertThat(read(FROM, send, oversee)).isEqualTo(denied(Ground.NO_GRANT));
    }

    @Test
    void sendingAndOverseeingReachDownAndNeverUpOrAcross() {
        Grant above = grant(9, MUNICIPALITY, Power.OVERSEE, FROM, Optional.empty());
        assertThat(Clearances.to(Power.OVERSEE, List.of(above), TO_SCHOOL, FROM))
                .isEqualTo(new Cleared(new Right("grant", "oversee:" + above.id())));
        assertThat(Clearances.to(Power.SEND, List.of(above), TO_SCHOOL, FROM))
                .isEqualTo(denied(Ground.NO_GRANT));
        Grant below = grant(10, SCHOOL, Power.OVERSEE, FROM, Optional.empty());
        Lineage top = new Lineage(MUNICIPALITY, List.of(), List.of());
        assertThat(Clearances.to(Power.OVERSEE, List.of(below), top, FROM))
                .isEqualTo(new Denied(Ground.NO_GRANT, MUNICIPALITY));
        Grant across = grant(11, POLICE, Power.OVERSEE, FROM, Optional.empty());
        assertThat(Clearances.to(Power.OVERSEE, List.of(across), TO_SCHOOL, FROM))
                .isEqualTo(denied(Ground.NO_GRANT));
    }

    @Test
    void readingIsAskedWithACategory() {
        assertThatThrownBy(() -> Clearances.to(Power.READ, List.of(READ), TO_SCHOOL, FROM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Grant(
                                READ.id(),
                                READ.person(),
                                SCHOOL,
                                Power.READ,
                                Optional.empty(),
                                FROM,
                                Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Grant(
                                READ.id(),
                                READ.person(),
                                SCHOOL,
                                Power.SEND,
                                Optional.of(GENERAL),
                                FROM,
                                Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMachineSpeaksForItsOrganisationWithinItsScopes() {
        Set<String> scopes = Set.of("segl:send");
        assertThat(Clearances.byScope("segl:send", scopes, MUNICIPALITY, TO_SCHOOL))
                .isEqualTo(new Cleared(new Right("scope", "segl:send")));
        assertThat(Clearances.byScope("segl:send", scopes, SCHOOL, TO_SCHOOL))
                .isInstanceOf(Cleared.class);
        assertThat(Clearances.byScope("segl:send", scopes, POLICE, TO_SCHOOL))
                .isEqualTo(denied(Ground.OTHER_ORGANISATION));
        assertThat(
                        Clearances.byScope(
                                "segl:send",
                                scopes,
                                SCHOOL,
                                new Lineage(MUNICIPALITY, List.of(), List.of())))
                .isEqualTo(new Denied(Ground.OTHER_ORGANISATION, MUNICIPALITY));
        assertThat(Clearances.byScope("segl:status", scopes, POLICE, TO_SCHOOL))
                .isEqualTo(denied(Ground.SCOPE_MISSING));
    }

    @Test
    void aCategoryHasAPlainCode() {
        assertThat(Category.isWellFormed("A".repeat(40))).isTrue();
        for (String code : List.of("", "A".repeat(41), "a", "Æ", "A B", "A1")) {
            assertThat(Category.isWellFormed(code)).as(code).isFalse();
            assertThatThrownBy(() -> new Category(code))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Share share(boolean documents, Instant from, Optional<Instant> until) {
        return new Share(
                new UUID(5, 5),
                new LetterId(new UUID(6, 6)),
                new PersonId(new UUID(1, 1)),
                documents,
                from,
                until);
    }

    private static Clearance shared(boolean documents, Instant at, Share... shares) {
        return Clearances.orByShare(read(at), List.of(shares), documents, at);
    }

    @Test
    void whatIsSharedIsReadWithinItsTime() {
        Share whole = share(true, FROM, Optional.of(UNTIL));
        Clearance cleared = new Cleared(new Right("share", whole.id().toString()));
        for (boolean documents : new boolean[] {true, false}) {
            assertThat(shared(documents, FROM, whole)).isEqualTo(cleared);
            assertThat(shared(documents, UNTIL.minusNanos(1), whole)).isEqualTo(cleared);
            assertThat(shared(documents, UNTIL, whole)).isEqualTo(denied(Ground.ENDED));
            assertThat(shared(documents, FROM.minusNanos(1), whole))
                    .isEqualTo(denied(Ground.NOT_YET));
        }
    }

    @Test
    void documentsAreReadOnlyIfTheyAreSharedToo() {
        Share without = share(false, FROM, Optional.empty());
        assertThat(shared(false, FROM, without)).isInstanceOf(Cleared.class);
        assertThat(shared(true, FROM, without)).isEqualTo(denied(Ground.DOCUMENTS_NOT_SHARED));
        assertThat(shared(true, FROM, without, share(true, FROM, Optional.empty())))
                .isInstanceOf(Cleared.class);
    }

    @Test
    void aGrantComesBeforeAShare() {
        Share without = share(false, FROM, Optional.empty());
        Clearance byGrant = read(FROM, READ);
        assertThat(Clearances.orByShare(byGrant, List.of(without), true, FROM)).isEqualTo(byGrant);
    }

    @Test
    void whoAdministersGivesEverythingAndReadsNothing() {
        Grant administer = grant(7, MUNICIPALITY, Power.ADMINISTER, FROM, Optional.empty());
        Grant manage = grant(8, UPBRINGING, Power.MANAGE_ACCESS, FROM, Optional.empty());
        assertThat(read(FROM, administer, manage)).isEqualTo(denied(Ground.NO_GRANT));
        for (Power power : Power.values()) {
            assertThat(Clearances.toGive(power, List.of(administer), TO_SCHOOL, FROM))
                    .as(power.name())
                    .isInstanceOf(Cleared.class);
            Clearance byManager = Clearances.toGive(power, List.of(manage), TO_SCHOOL, FROM);
            if (power.isOverAccess()) {
                assertThat(byManager).as(power.name()).isEqualTo(denied(Ground.NO_GRANT));
            } else {
                assertThat(byManager).as(power.name()).isInstanceOf(Cleared.class);
            }
            assertThat(Clearances.toGive(power, List.of(READ), TO_SCHOOL, FROM))
                    .isEqualTo(denied(Ground.NO_GRANT));
        }
        Lineage elsewhere = new Lineage(POLICE, List.of(), List.of());
        assertThat(Clearances.toGive(Power.READ, List.of(administer, manage), elsewhere, FROM))
                .isEqualTo(new Denied(Ground.NO_GRANT, POLICE));
    }
}
