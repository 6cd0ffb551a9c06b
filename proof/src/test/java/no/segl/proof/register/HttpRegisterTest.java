package no.segl.proof.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import no.segl.app.register.HttpRegister;
import no.segl.app.register.Limits;
import no.segl.app.register.Register.Listing;
import no.segl.app.register.Register.Update;
import no.segl.app.register.RegisterUnavailable;
import no.segl.app.register.RegisterUnreadable;
import no.segl.app.store.RegisterState.Feed;
import no.segl.core.id.OrgNumber;
import no.segl.core.party.UnitKind;
import no.segl.core.register.Answer;
import no.segl.core.register.KeyRole;
import no.segl.core.register.Registered;
import no.segl.proof.demo.World;
import no.segl.proof.register.RegisterBook.Role;
import no.segl.proof.register.RegisterBook.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the register, what is made of its answers, and of its troubles. */
class HttpRegisterTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UPBRINGING = new OrgNumber("310451215");
    private static final OrgNumber SCHOOL = new OrgNumber("310451231");
    private static final OrgNumber NOWHERE = new OrgNumber("974760673");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final LocalDate BORN = LocalDate.of(1970, 1, 1);
    private static final Limits LIMITS =
            new Limits(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    3,
                    Duration.ofSeconds(60),
                    2,
                    3,
                    100_000,
                    100_000);

    private final RegisterBook book = RegisterBook.of(World.fjordvik(), InstantSource.fixed(NOW));
    private final FakeRegister fake;
    private final List<Duration> waits = new ArrayList<>();
    private final Path spool;
    private HttpRegister register;

    HttpRegisterTest(@TempDir Path folder) throws IOException {
        spool = folder.resolve("spool");
        fake = new FakeRegister(book, 0);
        register = with(LIMITS);
    }

    private HttpRegister with(Limits limits) {
        return new HttpRegister(fake.uri(), limits, spool, InstantSource.fixed(NOW), waits::add);
    }

    @AfterEach
    void stop() {
        register.close();
        fake.close();
    }

    @Test
    void unitsOfEachKind() throws Exception {
        assertThat(register.unit(Listing.UNITS, MUNICIPALITY))
                .isInstanceOfSatisfying(
                        Answer.Living.class,
                        living -> {
                            Registered found = living.registered();
                            assertThat(found.form()).isEqualTo("KOMM");
                            assertThat(found.unit().name()).isEqualTo("Fjordvik kommune");
                            assertThat(found.unit().kind()).isEqualTo(UnitKind.MAIN_UNIT);
                        });
        assertThat(living(register.unit(Listing.UNITS, UPBRINGING)).unit().kind())
                .isEqualTo(UnitKind.ORG_SECTION);
        assertThat(living(register.unit(Listing.SUBUNITS, SCHOOL)).unit().parent())
                .contains(UPBRINGING);
        assertThat(register.unit(Listing.UNITS, SCHOOL)).isEqualTo(new Answer.Absent(SCHOOL));
        assertThat(register.unit(Listing.UNITS, NOWHERE)).isEqualTo(new Answer.Absent(NOWHERE));
    }

    private static Registered living(Answer answer) {
        return ((Answer.Living) answer).registered();
    }

    @Test
    void whatIsDeletedAndWhatIsRemoved() throws Exception {
        book.delete(SCHOOL);
        assertThat(register.unit(Listing.SUBUNITS, SCHOOL))
                .isEqualTo(new Answer.Deleted(SCHOOL, Optional.of(LocalDate.of(2026, 3, 2))));
        book.remove(SCHOOL);
        assertThat(register.unit(Listing.SUBUNITS, SCHOOL))
                .isEqualTo(new Answer.Deleted(SCHOOL, Optional.empty()));
    }

    @Test
    void whatIsBeneathAUnitIsReadPageByPage() throws Exception {
        assertThat(register.beneath(Listing.SUBUNITS, UPBRINGING)).hasSize(4);
        assertThat(fake.asked())
                .containsExactly(
                        "underenheter?overordnetEnhet=310451215&page=0&size=2",
                        "underenheter?overordnetEnhet=310451215&page=1&size=2");
        assertThat(register.beneath(Listing.UNITS, MUNICIPALITY)).hasSize(2);
        assertThat(register.beneath(Listing.UNITS, NOWHERE)).isEmpty();
        assertThat(waits).as("between calls").hasSize(3).containsOnly(LIMITS.pause());
    }

    @Test
    void noMoreIsPagedThroughThanTheRegisterLets() {
        numbers()
                .limit(8_001)
                .forEach(n ->
                        book.enter(Unit.of(n, "Skule", true, "BEDR", Optional.of(MUNICIPALITY))));
        register.close();
        register = with(listing(4_000, 16 << 20));
        assertThatThrownBy(() -> register.beneath(Listing.SUBUNITS, MUNICIPALITY))
                .isInstanceOf(RegisterUnreadable.class)
                .hasMessageContaining("10 000");
        assertThat(fake.asked()).as("two pages, and not the third").hasSize(2);
        assertThatThrownBy(() -> listing(10_001, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Limits listing(int size, long bytes) {
        return new Limits(
                LIMITS.pause(),
                LIMITS.timeout(),
                LIMITS.bulkTimeout(),
                LIMITS.attempts(),
                LIMITS.longestWait(),
                size,
                size,
                bytes,
                LIMITS.bulkBytes());
    }

    static java.util.stream.Stream<OrgNumber> numbers() {
        return IntStream.iterate(31_500_000, i -> i + 1)
                .boxed()
                .flatMap(i -> IntStream.range(0, 10).mapToObj(check -> i + "" + check))
                .flatMap(text -> OrgNumber.parse(text).stream());
    }

    @Test
    void keyRolesThatAreHeld() throws Exception {
        book.roles(
                MUNICIPALITY,
                new Role("DAGL", "Stødig", "Furu", BORN, false),
                new Role("LEDE", "Rolig", "Måke", BORN, true),
                new Role("MEDL", "Kvikk", "Lerke", BORN, false));
        assertThat(register.roles(MUNICIPALITY, Set.of("DAGL", "LEDE")))
                .containsExactly(new KeyRole("DAGL", 1, Optional.of(LocalDate.of(2026, 3, 2))));
        assertThat(register.roles(UPBRINGING, Set.of("DAGL"))).isEmpty();
        assertThat(register.roles(NOWHERE, Set.of("DAGL"))).isEmpty();
    }

    @Test
    void updatesComeAfterACursor() throws Exception {
        List<Update> all = new ArrayList<>();
        long at = register.before(Feed.SUBUNITS, NOW.minusSeconds(60)).orElseThrow();
        for (List<Update> page = register.updates(Feed.SUBUNITS, at);
                !page.isEmpty();
                page = register.updates(Feed.SUBUNITS, at)) {
            assertThat(page.size()).isLessThanOrEqualTo(3);
            all.addAll(page);
            at = page.getLast().id();
        }
        assertThat(all).hasSize(6).allMatch(Update::isNew);
        assertThat(all).extracting(Update::id).isSorted().doesNotHaveDuplicates();
        book.rename(SCHOOL, "Skulen");
        assertThat(register.updates(Feed.SUBUNITS, at))
                .singleElement()
                .satisfies(u -> assertThat(u.unit()).isEqualTo(SCHOOL))
                .satisfies(u -> assertThat(u.isNew()).isFalse());
        assertThat(register.before(Feed.SUBUNITS, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void rolesHaveAFeedOfTheirOwn() throws Exception {
        assertThat(register.before(Feed.ROLES, NOW)).isEqualTo(OptionalLong.empty());
        book.roles(MUNICIPALITY);
        long before = register.before(Feed.ROLES, NOW).orElseThrow();
        assertThat(register.updates(Feed.ROLES, before))
                .extracting(Update::unit)
                .containsExactly(MUNICIPALITY);
        assertThat(register.updates(Feed.ROLES, before + 1)).isEmpty();
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
                        book.enter(Unit.of(n, "Skule", true, "BEDR", Optional.of(MUNICIPALITY))));
        register.close();
        register = with(listing(1_000, LIMITS.bytes()));
        assertThatThrownBy(() -> register.beneath(Listing.SUBUNITS, MUNICIPALITY))
                .isInstanceOf(RegisterUnreadable.class)
                .hasMessageContaining("larger");
        assertThat(fake.asked()).hasSize(1);
    }

    @Test
    void theBulkFiles() throws Exception {
        book.delete(SCHOOL);
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
        book.enter(Unit.of(NOWHERE, "Utan noko over seg", true, "BEDR", Optional.empty()));
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
                                Unit.of(n, "Skule " + n, true, "BEDR", Optional.of(UPBRINGING))));
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
