package no.segl.proof.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.segl.app.office.Access;
import no.segl.app.office.Administration;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.office.SecondPerson;
import no.segl.app.office.Sharer;
import no.segl.app.register.HttpRegister;
import no.segl.app.store.Attention;
import no.segl.app.store.Attention.Cause;
import no.segl.app.store.Attention.Item;
import no.segl.app.store.Changes;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Memberships;
import no.segl.app.store.RegisterState;
import no.segl.app.store.RegisterState.Feed;
import no.segl.app.store.Troubles;
import no.segl.app.store.Units;
import no.segl.app.work.RegisterUpdates;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.running.RunningSegl;
import no.segl.sandbox.register.FakeRegister;
import no.segl.sandbox.register.RegisterBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register's changes leave to be seen to is told, until its cause is gone. */
class AttentionTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UPBRINGING = new OrgNumber("310451215");
    private static final OrgNumber NEW = AskedRegister.numbers().findFirst().orElseThrow();
    private static final LocalDate BORN = LocalDate.of(1970, 1, 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(RunningSegl.CLOCK.instant());

    @TempDir private Path folder = Path.of("");

    /** What the test works with. */
    private record Scene(
            RunningSegl segl, RegisterBook book, RegisterUpdates updates, PersonId administrator) {

        <T> T part(Class<T> type) {
            return segl.server.part(type);
        }

        RegisterState state() {
            return new RegisterState(part(JdbcClient.class));
        }
    }

    @Test
    void eachCauseUntilItIsGone() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            RegisterBook book = WorldRegister.of(segl.world, now::get);
            try (FakeRegister fake = new FakeRegister(book, 0);
                    HttpRegister register =
                            new HttpRegister(
                                    fake.uri(),
                                    AskedRegister.LIMITS,
                                    folder.resolve("spool"),
                                    now::get,
                                    _ -> {})) {
                Registrar registrar = segl.server.part(Registrar.class);
                PersonId administrator =
                        registrar.enter("https://login.example", "administrator", "Prøve");
                registrar.give(administrator, MUNICIPALITY, Power.ADMINISTER, Optional.empty());
                RegisterUpdates updates =
                        new RegisterUpdates(
                                register,
                                new RegisterState(segl.server.part(JdbcClient.class)),
                                segl.server.part(Units.class),
                                segl.server.part(Changes.class),
                                segl.server.part(Troubles.class),
                                now::get);
                Scene scene = new Scene(segl, book, updates, administrator);
                updates.run();
                assertThat(found(scene)).as("what was there from the first is not new").isEmpty();
                aNewUnit(scene);
                aKeyRole(scene);
                troubles(scene);
            }
        }
    }

    private void later(Scene scene) {
        now.updateAndGet(at -> at.plus(Duration.ofHours(25)));
        scene.updates.run();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
    }

    private void aNewUnit(Scene scene) {
        scene.book.enter(
                RegisterBook.Unit.of(
                        NEW.value(), "Ny etat", false, "ORGL", Optional.of(MUNICIPALITY.value())));
        later(scene);
        // Found by the whole comparison: more than a day after the first one.
        assertThat(found(scene)).extracting(Item::cause).containsExactly(Cause.NEW_WITHOUT_READER);
        assertThat(found(scene).getFirst().unit()).isEqualTo(NEW);
        scene.part(Registrar.class)
                .give(scene.administrator, NEW, Power.READ, Optional.of(new Category("GENERAL")));
        assertThat(found(scene)).as("somebody reads there").isEmpty();

        scene.book.delete(NEW.value());
        later(scene);
        assertThat(found(scene)).extracting(Item::cause).containsExactly(Cause.UNIT_DISSOLVED);
        end(scene, found(scene).getFirst());
        assertThat(found(scene)).as("nothing is given where there is nothing").isEmpty();
    }

    private void aKeyRole(Scene scene) {
        scene.book.roles(MUNICIPALITY.value(), role("Stødig"));
        later(scene);
        assertThat(found(scene)).as("taken where nobody had it").isEmpty();
        scene.book.roles(MUNICIPALITY.value());
        later(scene);
        List<Item> lost = found(scene);
        assertThat(lost).isNotEmpty().allMatch(i -> i.cause() == Cause.KEY_ROLE_CHANGED);
        assertThat(lost)
                .extracting(i -> i.grant().orElseThrow().person())
                .contains(scene.administrator);
        lost.forEach(i ->
                administration(scene).confirm(scene.administrator, i.grant().orElseThrow().id()));
        assertThat(found(scene)).as("confirmed since").isEmpty();
    }

    private static RegisterBook.Role role(String first) {
        return new RegisterBook.Role("DAGL", first, "Furu", BORN, false);
    }

    private void troubles(Scene scene) {
        scene.state().passedOver(Feed.UNITS, "4711", now.get());
        scene.state().notTakenIn(UPBRINGING, now.get());
        assertThat(found(scene))
                .extracting(Item::cause)
                .containsExactly(Cause.NOT_TAKEN_IN, Cause.UPDATE_SKIPPED);
        later(scene);
        assertThat(found(scene)).as("the whole tree was taken in").isEmpty();
    }

    private void end(Scene scene, Item item) {
        administration(scene).end(scene.administrator, item.grant().orElseThrow().id());
    }

    private List<Item> found(Scene scene) {
        return scene.part(Attention.class).of(List.of(MUNICIPALITY), now.get(), 50).first();
    }

    /** At the test's own time. */
    private Administration administration(Scene scene) {
        return new Administration(
                scene.part(Changes.class),
                scene.part(Access.class),
                scene.part(Grants.class),
                scene.part(Sharer.class),
                scene.part(SecondPerson.class),
                scene.part(Holders.class),
                scene.part(Memberships.class),
                scene.part(Units.class),
                scene.part(Ids.class),
                now::get);
    }
}
