package no.segl.proof.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import no.segl.app.office.Registrar;
import no.segl.app.register.HttpRegister;
import no.segl.app.register.Limits;
import no.segl.app.store.Changes;
import no.segl.app.store.Grants;
import no.segl.app.store.Ledger;
import no.segl.app.store.RegisterState;
import no.segl.app.store.RegisterState.Feed;
import no.segl.app.store.Troubles;
import no.segl.app.store.Units;
import no.segl.app.work.RegisterLoad;
import no.segl.app.work.RegisterUpdates;
import no.segl.core.access.Category;
import no.segl.core.access.Clearance;
import no.segl.core.access.Clearances;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Entry;
import no.segl.core.party.Unit;
import no.segl.proof.running.RunningSegl;
import no.segl.sandbox.register.FakeRegister;
import no.segl.sandbox.register.RegisterBook;
import no.segl.sandbox.register.RegisterBook.Role;
import no.segl.sandbox.wire.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running Segl follows a register, through its troubles, and access follows the tree. */
class RegisterFollowedTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UPBRINGING = new OrgNumber("310451215");
    private static final OrgNumber PRIMARY_SCHOOL = new OrgNumber("310451231");
    private static final OrgNumber OUTER_SCHOOL = new OrgNumber("310451258");
    private static final OrgNumber HEALTH = new OrgNumber("310451274");
    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final Category EDUCATION = new Category("UPBRINGING_EDUCATION");
    private static final LocalDate BORN = LocalDate.of(1970, 1, 1);
    private static final List<OrgNumber> NEW = AskedRegister.numbers().limit(6).toList();

    private static final Limits LIMITS =
            new Limits(
                    Duration.ZERO,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    2,
                    Duration.ofSeconds(60),
                    3,
                    3,
                    1 << 20,
                    1 << 20);

    @TempDir private Path folder = Path.of("");

    /** What one test works with. */
    private record Scene(
            RunningSegl segl,
            RegisterBook book,
            FakeRegister fake,
            HttpRegister register,
            AtomicReference<Instant> now) {

        RegisterState state() {
            return new RegisterState(segl.server.part(JdbcClient.class));
        }

        Units units() {
            return segl.server.part(Units.class);
        }

        RegisterUpdates updates() {
            return new RegisterUpdates(
                    register,
                    state(),
                    units(),
                    segl.server.part(Changes.class),
                    segl.server.part(Troubles.class),
                    now::get);
        }

        RegisterLoad load(List<RegisterLoad.Progress> told) {
            return new RegisterLoad(
                    register,
                    state(),
                    units(),
                    segl.server.part(Changes.class),
                    segl.server.part(Troubles.class),
                    now::get,
                    told::add);
        }

        List<String> ledger(OrgNumber unit) {
            try (var entries = segl.server.part(Ledger.class).entries(unit)) {
                return entries.filter(e -> e.actorId().equals("register"))
                        .map(Entry::type)
                        .toList();
            }
        }
    }

    /** A test's doing. */
    @FunctionalInterface
    private interface Doing {
        void with(Scene scene) throws Exception;
    }

    private void run(Doing doing) throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(RunningSegl.CLOCK.instant());
        try (RunningSegl segl = new RunningSegl(folder)) {
            RegisterBook book = WorldRegister.of(segl.world, now::get);
            try (FakeRegister fake = new FakeRegister(book, 0);
                    HttpRegister register =
                            new HttpRegister(
                                    fake.uri(),
                                    LIMITS,
                                    folder.resolve("spool"),
                                    now::get,
                                    _ -> {})) {
                doing.with(new Scene(segl, book, fake, register, now));
            }
        }
    }

    private static RegisterBook.Unit school(OrgNumber number, OrgNumber parent) {
        return WorldRegister.unit(number, "Nye skule", "BEDR", Optional.of(parent));
    }

    @Test
    void aNewSchoolIsReadByThoseWhoReadForTheSectionAboveIt() throws Exception {
        run(s -> {
            Registrar registrar = s.segl.server.part(Registrar.class);
            PersonId person = registrar.enter("https://login.example", "section", "Prøve");
            registrar.give(person, UPBRINGING, Power.READ, Optional.of(EDUCATION));
            int first = s.updates().run();
            assertThat(first).as("every unit, seen for the first time").isEqualTo(12);
            assertThat(s.updates().run()).as("nothing new").isZero();

            OrgNumber school = NEW.getFirst();
            s.book.enter(school(school, UPBRINGING));
            assertThat(s.units().find(school)).isEmpty();
            s.fake.next("oppdateringer/under", new Trouble.TooMany(1), new Trouble.Status(502));
            var troubles = s.segl.server.part(Troubles.class);
            assertThat(s.updates().run()).as("given up after two attempts").isZero();
            assertThat(troubles.since(Troubles.Name.REGISTER)).isPresent();
            assertThat(s.updates().run()).isEqualTo(1);
            assertThat(troubles.since(Troubles.Name.REGISTER)).isEmpty();

            assertThat(s.units().find(school).flatMap(Unit::parent)).contains(UPBRINGING);
            assertThat(s.ledger(school)).containsExactly("UnitRegistered");
            var grants = s.segl.server.part(Grants.class).of(person);
            Instant later = s.now.get().plusSeconds(60);
            assertThat(Clearances.toRead(grants, s.units().lineage(school), EDUCATION, later))
                    .isInstanceOf(Clearance.Cleared.class);

            s.book.move(school.value(), HEALTH.value());
            assertThat(s.updates().run()).isEqualTo(1);
            assertThat(Clearances.toRead(grants, s.units().lineage(school), EDUCATION, later))
                    .as("it has moved away")
                    .isInstanceOf(Clearance.Denied.class);
        });
    }

    @Test
    void whatHappensToUnitsAndToThoseWhoLeadThem() throws Exception {
        run(s -> {
            s.book.roles(
                    MUNICIPALITY.value(),
                    new Role("DAGL", "Stødig", "Furu", BORN, false),
                    new Role("MEDL", "Rolig", "Måke", BORN, false));
            s.updates().run();
            assertThat(s.state().standing(MUNICIPALITY).orElseThrow().roles())
                    .extracting(r -> r.code())
                    .containsExactly("DAGL");

            // A merger: the municipality goes, a new one has what was beneath it.
            OrgNumber merged = NEW.get(1);
            s.book.enter(WorldRegister.unit(merged, "Storfjord", "KOMM", Optional.empty()));
            s.book.move(UPBRINGING.value(), merged.value());
            s.book.move(HEALTH.value(), merged.value());
            s.book.delete(MUNICIPALITY.value());
            s.book.roles(MUNICIPALITY.value(), new Role("DAGL", "Stødig", "Furu", BORN, true));
            s.book.remove(OUTER_SCHOOL.value());
            s.book.rename(PRIMARY_SCHOOL.value(), "Sentralskulen");
            s.book.reform(POLICE.value(), "NYFORM");
            s.updates().run();

            assertThat(s.ledger(MUNICIPALITY))
                    .containsExactly(
                            "UnitRegistered", "KeyRoleTaken", "UnitDissolved", "KeyRoleLeft");
            assertThat(s.ledger(UPBRINGING)).containsExactly("UnitRegistered", "UnitMoved");
            assertThat(s.units().lineage(PRIMARY_SCHOOL).above())
                    .containsExactly(UPBRINGING, merged);
            assertThat(s.ledger(OUTER_SCHOOL)).containsExactly("UnitRegistered", "UnitDissolved");
            assertThat(s.units().find(PRIMARY_SCHOOL).orElseThrow().name())
                    .isEqualTo("Sentralskulen");
            assertThat(s.state().standing(POLICE).orElseThrow().form()).isEqualTo("NYFORM");
            assertThat(
                            s.segl.server
                                    .part(JdbcClient.class)
                                    .sql(
                                            """
                                            SELECT count(*) FROM ledger_entry
                                             WHERE actor_id = 'register'
                                               AND fact::text ~ 'Furu|Stødig|1970|skule'
                                            """)
                                    .query(Long.class)
                                    .single())
                    .isZero();
        });
    }

    @Test
    void aFeedIsGoneOnWithWhereItWasCutShort() throws Exception {
        run(s -> {
            s.updates().run();
            OptionalLong before = s.state().cursor(Feed.SUBUNITS);
            NEW.forEach(number -> s.book.enter(school(number, UPBRINGING)));
            // In the second page of three, both attempts for one unit fail.
            s.fake.next(
                    "underenheter/" + NEW.get(4), new Trouble.Status(503), new Trouble.Status(503));
            assertThat(s.updates().run()).as("not counted: it was broken off").isZero();
            long half = s.state().cursor(Feed.SUBUNITS).orElseThrow();
            assertThat(half).isGreaterThan(before.orElseThrow());
            int asked = s.fake.asked().size();
            assertThat(s.updates().run()).isEqualTo(2);
            assertThat(s.fake.asked().subList(asked, s.fake.asked().size()))
                    .as("what was done is not asked for again")
                    .noneMatch(call -> call.equals("underenheter/" + NEW.getFirst()));
            assertThat(s.units().known(NEW)).hasSize(6);
        });
    }

    @Test
    void whatTheFeedsLeaveOutIsFoundWithinADay() throws Exception {
        run(s -> {
            s.updates().run();
            // An answer that cannot be read is passed by, and the cursor moves on.
            s.book.enter(school(NEW.getFirst(), UPBRINGING));
            s.fake.next("underenheter/" + NEW.getFirst(), new Trouble.BrokenJson());
            assertThat(s.updates().run()).isZero();
            assertThat(s.updates().run()).isZero();
            s.now.updateAndGet(now -> now.plus(Duration.ofHours(25)));
            assertThat(s.updates().run()).isEqualTo(1);
            assertThat(s.units().find(NEW.getFirst())).isPresent();
        });
    }

    @Test
    void theFirstLoadTakesThePublicSectorAndWhatSeglKnows() throws Exception {
        run(s -> {
            OrgNumber other = NEW.get(0);
            s.book.enter(WorldRegister.unit(other, "Nabo kommune", "KOMM", Optional.empty()));
            s.book.enter(WorldRegister.unit(NEW.get(1), "Kiosk AS", "AS", Optional.empty()));
            s.book.enter(school(NEW.get(2), NEW.get(3)));
            s.book.enter(WorldRegister.unit(NEW.get(3), "Oppvekst", "ORGL", Optional.of(other)));
            s.book.enter(school(NEW.get(4), NEW.get(1)));
            s.fake.next("underenheter/lastned", new Trouble.CutShort());
            List<RegisterLoad.Progress> told = new ArrayList<>();
            assertThat(fails(s.load(told))).isTrue();
            assertThat(s.units().known(NEW)).containsExactlyInAnyOrder(other, NEW.get(3));

            RegisterLoad.Outcome outcome = s.load(told).run();
            assertThat(outcome.passedOver()).isZero();
            assertThat(s.units().known(NEW))
                    .containsExactlyInAnyOrder(other, NEW.get(2), NEW.get(3));
            assertThat(told.getLast().read()).isEqualTo(8);
            assertThat(told.getLast().kept()).isEqualTo(7);
            assertThat(s.load(told).run().facts()).as("once more").isZero();
        });
    }

    private static boolean fails(RegisterLoad load) {
        try {
            load.run();
            return false;
        } catch (no.segl.app.register.RegisterUnreadable e) {
            return true;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
