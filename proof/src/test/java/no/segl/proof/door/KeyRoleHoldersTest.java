package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.segl.app.office.PostOffice;
import no.segl.app.store.Grants;
import no.segl.app.store.Ledger;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.access.Grant;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.register.KeyRole;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RegisterSays;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who holds a key role is main administrator by their login, and by nothing else that is said. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyRoleHoldersTest {

    private static final OrgNumber FIRM = new OrgNumber("313915611");
    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final String MANAGER = "4c1d7d0e-93f5-4d2b-8a6e-52b1f0c7e9a3";
    private static final String PAGE = "/tilganger/nokkelrolle";
    private static final KeyRole LEADER = new KeyRole("DAGL", 1, Optional.empty());

    private RunningSegl segl;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    private <T> T part(Class<T> type) {
        return segl.server.part(type);
    }

    @Test
    @Order(1)
    void untilTheRegisterTellsOfAKeyRoleALoginGivesNothing() throws Exception {
        assertThat(shown()).contains("Enhetsregisteret har ikke fortalt Segl om noen nøkkelrolle");
        register(POLICE, List.of(LEADER));
        register(FIRM, List.of());
        assertThat(shown()).contains("Enhetsregisteret har ikke fortalt Segl om noen nøkkelrolle");
        assertThat(standing(id(MANAGER))).isEmpty();
    }

    @Test
    @Order(2)
    void aLoginAndTheRegisterTogetherMakeAMainAdministratorWhoReadsNothing() throws Exception {
        register(FIRM, List.of(LEADER));
        assertThat(shown()).contains("Du er hovedadministrator her", "Lie &amp; Strand");

        PersonId manager = id(MANAGER);
        Grant grant = standing(manager).getFirst();
        assertThat(grant.power()).isEqualTo(Power.ADMINISTER);
        Instant end = grant.until().orElseThrow();
        assertThat(toAdminister(manager, end.minusSeconds(1)))
                .isInstanceOf(Clearance.Cleared.class);
        assertThat(toAdminister(manager, end)).isInstanceOf(Clearance.Denied.class);
        Entry entry = entries("KeyRoleTold").getFirst();
        assertThat(entry.right().code()).isEqualTo("login");
        assertThat(entry.actorId()).isEqualTo(manager.toString());
        assertThat(entry.values()).containsEntry("until", end.toString());

        LetterId letter = unopened();
        assertThat(part(PostOffice.class).open(letter, manager, Level.HIGH))
                .isNotInstanceOf(no.segl.app.office.Opening.Open.class);
        try (Visit visit = Visit.logIn(segl.home, MANAGER)) {
            assertThat(visit.get("/innboks").body()).doesNotContain("/brev/");
            assertThat(visit.get("/tilganger/enhet/" + FIRM).body())
                    .contains("Nøkkelrolle, ved innlogging", "Trygg Eik");
            assertThat(visit.get("/tilganger/person/" + manager).body())
                    .contains("Nøkkelrolle, ved innlogging");
        }
    }

    @Test
    @Order(3)
    void eachLoginRenewsIt() throws Exception {
        Grant before = standing(id(MANAGER)).getFirst();
        shown();
        List<Grant> after = standing(id(MANAGER));
        assertThat(after).singleElement().isNotEqualTo(before);
        assertThat(after.getFirst().until().orElseThrow()).isAfter(before.until().orElseThrow());
    }

    @Test
    @Order(4)
    void whenTheKeyRolePassesOnOrTheUnitGoesItEndsInTheSameAct() throws Exception {
        register(FIRM, List.of(new KeyRole("DAGL", 2, Optional.empty())));
        assertThat(standing(id(MANAGER))).as("others hold it now").isEmpty();
        assertThat(entries("AccessEnded").getLast().right().code()).isEqualTo("register");

        assertThat(shown()).contains("Du er hovedadministrator her");
        register(FIRM, List.of());
        assertThat(standing(id(MANAGER))).as("nobody holds it").isEmpty();

        register(FIRM, List.of(LEADER));
        assertThat(shown()).contains("Du er hovedadministrator her");
        RegisterSays.deleted(segl, FIRM);
        assertThat(standing(id(MANAGER))).as("it is gone").isEmpty();
        assertThat(shown()).contains("Enhetsregisteret sier at virksomheten er slettet");
        assertThat(standing(id(MANAGER))).isEmpty();
    }

    @Test
    @Order(5)
    void anOrdinaryLoginAsksForNothingAndGivesNothing() throws Exception {
        try (Visit visit = Visit.logIn(segl.home, MANAGER)) {
            assertThat(visit.get(PAGE).body()).contains("Ingenting om nøkkelroller");
        }
        try (Visit visit = Visit.ofStranger(segl.home)) {
            HttpResponse<String> choice = visit.get("/oauth2/authorization/key-role");
            HttpResponse<String> back = visit.choose(choice, MANAGER, "idporten-loa-substantial");
            assertThat(back.uri().getQuery())
                    .as("at too low a level")
                    .isEqualTo("innlogging=feilet");
        }
    }

    /** The page to which the manager's login with a key role leads. */
    private String shown() throws Exception {
        try (Visit visit = Visit.ofStranger(segl.home)) {
            HttpResponse<String> choice = visit.get("/oauth2/authorization/key-role");
            assertThat(choice.uri().getQuery()).contains("authorization_details=");
            HttpResponse<String> page = visit.choose(choice, MANAGER, "idporten-loa-high");
            assertThat(page.uri().getPath()).isEqualTo(PAGE);
            assertThat(page.statusCode()).isEqualTo(200);
            return page.body();
        }
    }

    private void register(OrgNumber unit, List<KeyRole> held) {
        RegisterSays.living(segl, unit, "AS");
        RegisterSays.keyRoles(segl, unit, held);
    }

    private PersonId id(String subject) {
        return part(Persons.class)
                .find(segl.issuer.loginIssuer().toString(), subject)
                .orElseThrow();
    }

    private List<Grant> standing(PersonId person) {
        Instant now = RunningSegl.CLOCK.instant();
        return part(Grants.class).of(person).stream().filter(g -> g.holdsAt(now)).toList();
    }

    private Clearance toAdminister(PersonId person, Instant at) {
        return Clearances.to(
                Power.ADMINISTER,
                part(Grants.class).of(person),
                part(Units.class).lineage(FIRM),
                at);
    }

    private List<Entry> entries(String type) {
        try (var entries = part(Ledger.class).entries(FIRM)) {
            return entries.filter(e -> e.type().equals(type)).toList();
        }
    }

    private LetterId unopened() {
        return part(JdbcClient.class)
                .sql("SELECT id FROM letter WHERE recipient = ? AND state = 'AVAILABLE' LIMIT 1")
                .param(FIRM.value())
                .query((rs, _) -> LetterId.parse(rs.getString("id")).orElseThrow())
                .single();
    }
}
