package no.segl.proof.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import no.segl.app.register.Limits;
import no.segl.app.register.Register.Listing;
import no.segl.app.register.RegisterUnavailable;
import no.segl.app.register.RegisterUnreadable;
import no.segl.app.store.RegisterState.Feed;
import no.segl.core.party.UnitKind;
import no.segl.core.register.Answer;
import no.segl.core.register.Registered;
import no.segl.sandbox.register.RegisterBook.Unit;
import no.segl.sandbox.wire.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of the register's troubles, and of bulk files, whole and broken. */
class RegisterTroublesTest extends AskedRegister {

    RegisterTroublesTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void itWaitsAsLongAsItIsTold() throws Exception {
        fake.next("enheter", new Trouble.TooMany(17), new Trouble.Status(503));
        assertThat(register.unit(Listing.UNITS, MUNICIPALITY)).isInstanceOf(Answer.Living.class);
        assertThat(waits).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(2));
    }

    @Test
    void itGivesUpWhenTheRegisterGoesOnFailingOrSaysToStayAwayLong() {
        fake.next(
                "enheter",
                new Trouble.Status(500),
                new Trouble.Status(502),
                new Trouble.Status(503),
                new Trouble.TooMany(3_600));
        assertThatThrownBy(() -> register.unit(Listing.UNITS, MUNICIPALITY))
                .isInstanceOf(RegisterUnavailable.class)
                .hasMessageContaining("503");
        assertThatThrownBy(() -> register.unit(Listing.UNITS, MUNICIPALITY))
                .isInstanceOf(RegisterUnavailable.class)
                .hasMessageContaining("429");
        assertThat(waits).doesNotContain(Duration.ofHours(1));
        assertThat(fake.asked()).hasSize(4);
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() throws Exception {
        fake.next("enheter", new Trouble.BrokenOff());
        assertThat(register.unit(Listing.UNITS, MUNICIPALITY)).isInstanceOf(Answer.Living.class);
        assertThat(fake.asked()).hasSize(2);
    }

    @Test
    void anAnswerThatTakesTooLongIsGivenUp() {
        CountDownLatch until = new CountDownLatch(1);
        register.close();
        register =
                with(
                        new Limits(
                                Duration.ZERO,
                                Duration.ofMillis(100),
                                Duration.ofMillis(100),
                                1,
                                Duration.ZERO,
                                2,
                                2,
                                100_000,
                                100_000));
        fake.next("enheter", new Trouble.Slow(until));
        try {
            assertThatThrownBy(() -> register.unit(Listing.UNITS, MUNICIPALITY))
                    .isInstanceOf(RegisterUnavailable.class);
        } finally {
            until.countDown();
        }
    }

    @Test
    void whatIsNoAnswerIsNotTriedAgain() {
        for (Trouble trouble :
                List.of(
                        new Trouble.BrokenJson(),
                        new Trouble.OtherJson(),
                        new Trouble.CutShort(),
                        new Trouble.Status(400),
                        new Trouble.Status(302))) {
            fake.next("enheter", trouble);
            assertThatThrownBy(() -> register.unit(Listing.UNITS, MUNICIPALITY))
                    .isInstanceOf(RegisterUnreadable.class)
                    .hasMessageNotContaining("Fjo");
        }
        assertThat(fake.asked()).hasSize(5);
    }

    @Test
    void aFeedOfAnotherFormIsUnreadable() {
        fake.next("oppdateringer", new Trouble.OtherJson(), new Trouble.OtherJson());
        assertThatThrownBy(() -> register.updates(Feed.UNITS, 0))
                .isInstanceOf(RegisterUnreadable.class);
        assertThatThrownBy(() -> register.updates(Feed.ROLES, 0))
                .isInstanceOf(RegisterUnreadable.class);
    }

    @Test
    void anAnswerThatIsTooLargeIsRefusedAndNotTriedAgain() {
        numbers()
                .limit(1_000)
                .forEach(n ->
                        book.enter(
                                Unit.of(
                                        n.value(),
                                        "Skule",
                                        true,
                                        "BEDR",
                                        Optional.of(MUNICIPALITY.value()))));
        register.close();
        register = with(listing(1_000, LIMITS.bytes()));
        assertThatThrownBy(() -> register.beneath(Listing.SUBUNITS, MUNICIPALITY))
                .isInstanceOf(RegisterUnreadable.class)
                .hasMessageContaining("larger");
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void theBulkFiles() throws Exception {
        book.delete(SCHOOL.value());
        List<Registered> units = new ArrayList<>();
        assertThat(register.all(Listing.UNITS, units::add)).isZero();
        assertThat(units).hasSize(6);
        List<Registered> subs = new ArrayList<>();
        register.all(Listing.SUBUNITS, subs::add);
        assertThat(subs)
                .hasSize(5)
                .allMatch(u -> u.unit().kind() == UnitKind.SUBUNIT)
                .noneMatch(u -> u.unit().number().equals(SCHOOL));
    }

    @Test
    void aBulkUnitThatCannotBeReadIsPassedOver() throws Exception {
        book.enter(Unit.of(NOWHERE.value(), "Utan noko over seg", true, "BEDR", Optional.empty()));
        List<Registered> subs = new ArrayList<>();
        assertThat(register.all(Listing.SUBUNITS, subs::add)).isEqualTo(1);
        assertThat(subs).hasSize(6);
    }

    @Test
    void aBulkFileThatIsCutShortIsDamaged() throws Exception {
        numbers()
                .limit(2_000)
                .forEach(n ->
                        book.enter(
                                Unit.of(
                                        n.value(),
                                        "Skule " + n,
                                        true,
                                        "BEDR",
                                        Optional.of(UPBRINGING.value()))));
        fake.next("lastned", new Trouble.CutShort());
        List<Registered> subs = new ArrayList<>();
        assertThatThrownBy(() -> register.all(Listing.SUBUNITS, subs::add))
                .isInstanceOf(RegisterUnreadable.class);
        assertThat(subs).as("what came before the cut").hasSizeBetween(100, 1_999);
        fake.next("lastned", new Trouble.Status(503));
        List<Registered> again = new ArrayList<>();
        register.all(Listing.SUBUNITS, again::add);
        assertThat(again).as("a longer answer before does not spoil it").hasSize(2_006);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enheter", "lastned"})
    void whenItIsClosedNothingMoreIsAsked(String what) {
        register.close();
        assertThatThrownBy(
                        () -> {
                            if (what.equals("lastned")) {
                                register.all(Listing.UNITS, _ -> {});
                            } else {
                                register.unit(Listing.UNITS, MUNICIPALITY);
                            }
                        })
                .isInstanceOf(RegisterUnavailable.class);
        assertThat(fake.asked()).isEmpty();
    }
}
