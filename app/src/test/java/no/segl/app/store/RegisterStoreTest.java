package no.segl.app.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.RegisterState.Feed;
import no.segl.core.access.Clearance;
import no.segl.core.access.Granting;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Entry;
import no.segl.core.ledger.Right;
import no.segl.core.party.Unit;
import no.segl.core.party.UnitKind;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.RegisterFact.KeyRoleChanged;
import no.segl.core.register.RegisterFact.KeyRoleLeft;
import no.segl.core.register.RegisterFact.KeyRoleTaken;
import no.segl.core.register.RegisterFact.UnitDissolved;
import no.segl.core.register.RegisterFact.UnitMoved;
import no.segl.core.register.RegisterFact.UnitReformed;
import no.segl.core.register.RegisterFact.UnitRegistered;
import no.segl.core.register.RegisterFact.UnitRenamed;
import no.segl.core.register.RegisterFact.UnitRestored;
import no.segl.core.register.Registered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the register says, in the tables and in the ledger, on a database of its own. */
class RegisterStoreTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber SECTION = new OrgNumber("310451215");
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final OrgNumber HOSPITAL = new OrgNumber("313915603");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Act ACT = new Act(new Actor.Segl("register"), NOW);

    @TempDir private static Path folder = Path.of("");
    private static @Nullable EmbeddedDatabase database;

    private final HikariDataSource pool;
    private final Changes changes;
    private final RegisterState state;
    private final Units units;
    private final JdbcClient jdbc;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("keys"));
        Database.migrate(database.address());
    }

    @AfterAll
    static void end() {
        requireNonNull(database).close();
    }

    RegisterStoreTest() throws SQLException {
        DatabaseAddress address = requireNonNull(database).address();
        try (Connection owner =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.ownerPassword());
                Statement empty = owner.createStatement()) {
            empty.execute(
                    "TRUNCATE unit, person, ledger_head, ledger_entry, register_cursor CASCADE");
        }
        pool = Database.open(address, 2);
        JdbcTemplate template = new JdbcTemplate(pool);
        jdbc = JdbcClient.create(template);
        changes =
                new Changes(
                        new TransactionTemplate(new JdbcTransactionManager(pool)),
                        template,
                        new LedgerRows(template),
                        new RuleTable(jdbc));
        state = new RegisterState(jdbc);
        units = new Units(jdbc);
    }

    @AfterEach
    void stop() {
        pool.close();
    }

    private static Answer.Living living(
            OrgNumber number, String name, UnitKind kind, Optional<OrgNumber> parent, String form) {
        return new Answer.Living(new Registered(new Unit(number, name, kind, parent), form));
    }

    private static final Answer.Living MAIN =
            living(MUNICIPALITY, "Fjordvik", UnitKind.MAIN_UNIT, Optional.empty(), "KOMM");
    private static final Answer.Living UPBRINGING =
            living(SECTION, "Oppvekst", UnitKind.ORG_SECTION, Optional.of(MUNICIPALITY), "ORGL");

    private static Answer.Living school(String name, OrgNumber parent, String form) {
        return living(SCHOOL, name, UnitKind.SUBUNIT, Optional.of(parent), form);
    }

    private List<Class<?>> take(Answer... answers) {
        return changes.registered(List.of(answers), ACT).stream()
                .<Class<?>>map(Object::getClass)
                .toList();
    }

    private List<String> ledger(OrgNumber unit) {
        try (var entries = new Ledger(jdbc).entries(unit)) {
            return entries.peek(e -> assertThat(e.isSound()).isTrue()).map(Entry::type).toList();
        }
    }

    @Test
    void oneUnitsWholeLife() {
        assertThat(take(MAIN, UPBRINGING, school("Skulen", SECTION, "BEDR")))
                .containsExactly(UnitRegistered.class, UnitRegistered.class, UnitRegistered.class);
        assertThat(take(MAIN, UPBRINGING, school("Skulen", SECTION, "BEDR"))).isEmpty();
        assertThat(units.lineage(SCHOOL).inheritsFrom()).containsExactly(SECTION);

        assertThat(take(school("Nye skulen", MUNICIPALITY, "AAFY")))
                .containsExactly(UnitRenamed.class, UnitMoved.class, UnitReformed.class);
        assertThat(units.find(SCHOOL))
                .contains(
                        new Unit(
                                SCHOOL, "Nye skulen", UnitKind.SUBUNIT, Optional.of(MUNICIPALITY)));
        assertThat(state.standing(SCHOOL).orElseThrow().form()).isEqualTo("AAFY");

        LocalDate day = LocalDate.of(2026, 3, 1);
        var deleted = new Answer.Deleted(SCHOOL, Optional.of(day));
        assertThat(take(deleted)).containsExactly(UnitDissolved.class);
        assertThat(take(deleted)).isEmpty();
        assertThat(state.standing(SCHOOL).orElseThrow().dissolvedOn()).contains(day);
        assertThat(units.living(List.of(SCHOOL, SECTION))).containsExactly(SECTION);
        assertThat(units.known(List.of(SCHOOL))).as("it may be restored").contains(SCHOOL);
        assertThat(take(school("Nye skulen", MUNICIPALITY, "AAFY")))
                .containsExactly(UnitRestored.class);
        assertThat(state.standing(SCHOOL).orElseThrow().dissolved()).isFalse();
        assertThat(units.living(List.of(SCHOOL))).contains(SCHOOL);

        assertThat(ledger(SCHOOL))
                .containsExactly(
                        "UnitRegistered",
                        "UnitRenamed",
                        "UnitMoved",
                        "UnitReformed",
                        "UnitDissolved",
                        "UnitRestored");
        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM ledger_entry WHERE fact::text ILIKE '%skul%'")
                                .query(Long.class)
                                .single())
                .as("names in the ledger")
                .isZero();
    }

    @Test
    void aUnitThatIsGoneStaysWhereItWas() {
        units.enter(MAIN.registered().unit());
        assertThat(take(new Answer.Absent(MUNICIPALITY))).isEmpty();
        assertThat(state.standing(MUNICIPALITY)).isEmpty();
        assertThat(take(new Answer.Deleted(MUNICIPALITY, Optional.empty())))
                .containsExactly(UnitDissolved.class);
        assertThat(units.find(MUNICIPALITY)).isPresent();
        assertThat(state.standing(MUNICIPALITY).orElseThrow().dissolved()).isTrue();
    }

    @Test
    void whatCannotStandLeavesNothing() {
        assertThatThrownBy(() -> take(MAIN, school("Skulen", HOSPITAL, "BEDR")))
                .isInstanceOf(DataAccessException.class);
        assertThat(units.find(MUNICIPALITY)).isEmpty();
        assertThat(ledger(MUNICIPALITY)).isEmpty();
    }

    @Test
    void keyRoles() {
        take(MAIN);
        KeyRole leader = new KeyRole("DAGL", 1, Optional.of(LocalDate.of(2025, 1, 1)));
        KeyRole next = new KeyRole("DAGL", 1, Optional.of(LocalDate.of(2026, 1, 1)));
        assertThat(state.keyRoleCodes()).contains("DAGL", "LEDE", "INNH").doesNotContain("REVI");
        assertThat(roles(leader)).containsExactly(KeyRoleTaken.class);
        assertThat(state.standing(MUNICIPALITY).orElseThrow().roles()).containsExactly(leader);
        assertThat(roles(next)).containsExactly(KeyRoleChanged.class);
        assertThat(roles(next)).isEmpty();
        assertThat(state.standing(MUNICIPALITY).orElseThrow().roles()).containsExactly(next);
        assertThat(roles()).containsExactly(KeyRoleLeft.class);
        assertThat(state.standing(MUNICIPALITY).orElseThrow().roles()).isEmpty();
        assertThat(ledger(MUNICIPALITY))
                .containsExactly("UnitRegistered", "KeyRoleTaken", "KeyRoleChanged", "KeyRoleLeft");
    }

    private List<Class<?>> roles(KeyRole... held) {
        return changes.keyRoles(MUNICIPALITY, List.of(held), ACT).stream()
                .<Class<?>>map(Object::getClass)
                .toList();
    }

    @Test
    void aCursorNeverGoesBack() {
        assertThat(state.cursor(Feed.UNITS)).isEmpty();
        state.move(Feed.UNITS, 7, NOW);
        state.move(Feed.UNITS, 5, NOW);
        assertThat(state.cursor(Feed.UNITS)).isEqualTo(OptionalLong.of(7));
        assertThat(state.cursor(Feed.SUBUNITS)).isEmpty();
    }

    @Test
    void treesWithAGrantInThemAreFollowedWhole() {
        take(
                MAIN,
                UPBRINGING,
                school("Skulen", SECTION, "BEDR"),
                living(HOSPITAL, "Sjukehuset", UnitKind.MAIN_UNIT, Optional.empty(), "SÆR"));
        assertThat(state.followed()).isEmpty();
        PersonId person =
                new Persons(jdbc)
                        .meet(
                                new PersonId(new UUID(0x7000, 0x8000_0000_0000_0001L)),
                                "https://login.example",
                                "x",
                                "Rolig Måke");
        var grant =
                new no.segl.core.access.Grant(
                        new UUID(0x7000, 0x8000_0000_0000_0002L),
                        person,
                        SCHOOL,
                        Power.OVERSEE,
                        Optional.empty(),
                        NOW,
                        Optional.empty());
        changes.access(
                person,
                ACT,
                () ->
                        Granting.give(
                                List.of(), grant, new Clearance.Cleared(new Right("test", ""))));
        assertThat(state.followed()).isEqualTo(Set.of(MUNICIPALITY, SECTION, SCHOOL));
        assertThat(state.walkedBefore(NOW)).containsExactly(MUNICIPALITY);
        state.walked(MUNICIPALITY, NOW);
        assertThat(state.walkedBefore(NOW)).isEmpty();
        assertThat(state.walkedBefore(NOW.plusSeconds(1))).containsExactly(MUNICIPALITY);
    }

    @Test
    void aUnitWhoseLeaderHasLoggedInIsFollowedThoughNothingIsThere() {
        take(living(HOSPITAL, "Sjukehuset", UnitKind.MAIN_UNIT, Optional.empty(), "SÆR"));
        state.follow(HOSPITAL, NOW);
        state.follow(HOSPITAL, NOW);
        assertThat(state.followed()).containsExactly(HOSPITAL);
        assertThat(state.walkedBefore(NOW)).containsExactly(HOSPITAL);
    }
}
