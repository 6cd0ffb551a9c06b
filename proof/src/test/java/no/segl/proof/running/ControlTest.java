package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import no.segl.app.office.Access;
import no.segl.app.office.Administration;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.Ids;
import no.segl.app.office.Reach;
import no.segl.app.office.Registrar;
import no.segl.app.office.SecondPerson;
import no.segl.app.office.Sharer;
import no.segl.app.store.Changes;
import no.segl.app.store.Changes.Act;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Memberships;
import no.segl.app.store.Units;
import no.segl.core.access.Grant;
import no.segl.core.access.Granting.Reply;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.Actor;
import no.segl.core.ledger.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody always controls access for good, whoever acts at the same moment. */
class ControlTest {

    private static final OrgNumber FIRM = new OrgNumber("313915611");
    private static final OrgNumber POLICE = new OrgNumber("312780402");

    @TempDir private Path folder = Path.of("");

    @Test
    void ofTwoWhoGoAtTheSameMomentOneStays() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder);
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            PersonId one = enter(segl, "one");
            PersonId other = enter(segl, "other");
            for (int round = 0; round < 5; round++) {
                give(segl, one);
                give(segl, other);
                CyclicBarrier inside = new CyclicBarrier(2);
                Future<Reply> first = both.submit(() -> leave(segl, one, inside));
                Future<Reply> second = both.submit(() -> leave(segl, other, inside));
                assertThat(List.of(first.get(), second.get()))
                        .containsExactlyInAnyOrder(new Reply.Done(), new Reply.LastAdministrator());
                assertThat(control(segl)).hasSize(1);
            }
        }
    }

    @Test
    void theLastCannotGiveThemselfAnEnd() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId chief = enter(segl, "chief");
            give(segl, chief);
            Instant end = RunningSegl.CLOCK.instant().plus(Duration.ofDays(10));
            List<Wish> wishes =
                    List.of(new Wish(FIRM, Power.ADMINISTER, Optional.empty(), Optional.of(end)));
            Administration administration = segl.server.part(Administration.class);

            assertThat(administration.give(chief, chief, wishes))
                    .containsExactly(new Reply.LastAdministrator());
            assertThat(control(segl)).containsExactly(chief);

            PersonId heir = enter(segl, "heir");
            give(segl, heir);
            assertThat(administration.give(chief, chief, wishes)).containsExactly(new Reply.Done());
            assertThat(administration.give(chief, heir, wishes))
                    .as("nor is the heir given one by who has one")
                    .containsExactly(new Reply.LastAdministrator());
        }
    }

    @Test
    void oneForATimeIsEndedThoughNobodyHasControlForGood() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId chief = enter(segl, "chief");
            PersonId leaver = enter(segl, "leaver");
            give(segl, chief);
            Instant end = RunningSegl.CLOCK.instant().plus(Duration.ofDays(1));
            List<Wish> day =
                    List.of(new Wish(FIRM, Power.ADMINISTER, Optional.empty(), Optional.of(end)));
            Administration administration = segl.server.part(Administration.class);
            assertThat(administration.give(chief, leaver, day)).containsExactly(new Reply.Done());

            assertThat(administration.end(leaver, standing(segl, leaver).orElseThrow()))
                    .contains(new Reply.Done());
            assertThat(control(segl)).containsExactly(chief);
        }
    }

    @Test
    void whoOnlyManagesAccessSomewhereGoesThroughTheRestElsewhereAllTheSame() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId chief = enter(segl, "chief");
            give(segl, chief);
            segl.server
                    .part(Registrar.class)
                    .give(chief, POLICE, Power.MANAGE_ACCESS, Optional.empty());
            assertThat(segl.server.part(Administration.class).reach(chief).parts())
                    .containsExactly(
                            new Reach.Part(
                                    List.of(Power.READ, Power.SEND, Power.OVERSEE),
                                    List.of(POLICE, FIRM)),
                            new Reach.Part(
                                    List.of(Power.MANAGE_ACCESS, Power.ADMINISTER), List.of(FIRM)));
        }
    }

    /** Each holds what the other wants: the database ends one of them, and it is done again. */
    @Test
    void ofTwoWhoWaitForEachOtherBothAreDone() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder);
                ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            CyclicBarrier inside = new CyclicBarrier(2);
            AtomicInteger tries = new AtomicInteger();
            Future<String> first = both.submit(() -> holdBoth(segl, FIRM, POLICE, inside, tries));
            Future<String> second = both.submit(() -> holdBoth(segl, POLICE, FIRM, inside, tries));
            assertThat(List.of(first.get(), second.get())).containsExactly("done", "done");
            assertThat(tries).hasValue(3);
        }
    }

    private static String holdBoth(
            RunningSegl segl,
            OrgNumber one,
            OrgNumber other,
            CyclicBarrier inside,
            AtomicInteger tries) {
        Units units = segl.server.part(Units.class);
        Act act = new Act(new Actor.Segl("test"), RunningSegl.CLOCK.instant());
        return segl.server
                .part(Changes.class)
                .unit(
                        one,
                        act,
                        () -> {
                            units.hold(one);
                            if (tries.incrementAndGet() <= 2) {
                                await(inside);
                            }
                            units.hold(other);
                            return Decision.nothing("done");
                        });
    }

    /** Ends their own grant, and waits for the other when both have begun. */
    private static Reply leave(RunningSegl segl, PersonId person, CyclicBarrier inside) {
        UUID grant = standing(segl, person).orElseThrow();
        AtomicInteger asked = new AtomicInteger();
        InstantSource clock =
                () -> {
                    // First for the act, then within its transaction.
                    if (asked.incrementAndGet() == 2) {
                        await(inside);
                    }
                    return RunningSegl.CLOCK.instant();
                };
        return administration(segl, clock).end(person, grant).orElseThrow();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other did not come", e);
        }
    }

    private static Administration administration(RunningSegl segl, InstantSource clock) {
        return new Administration(
                segl.server.part(Changes.class),
                segl.server.part(Access.class),
                segl.server.part(Grants.class),
                segl.server.part(Sharer.class),
                segl.server.part(SecondPerson.class),
                segl.server.part(Holders.class),
                segl.server.part(Memberships.class),
                segl.server.part(Units.class),
                segl.server.part(Ids.class),
                clock);
    }

    private static PersonId enter(RunningSegl segl, String subject) {
        return segl.server.part(Registrar.class).enter("https://login.example", subject, "Prøve");
    }

    private static void give(RunningSegl segl, PersonId person) {
        segl.server.part(Registrar.class).give(person, FIRM, Power.ADMINISTER, Optional.empty());
    }

    private static Optional<UUID> standing(RunningSegl segl, PersonId person) {
        return segl.server.part(Grants.class).of(person).stream()
                .filter(g -> g.holdsAt(RunningSegl.CLOCK.instant()))
                .map(Grant::id)
                .findFirst();
    }

    private static List<PersonId> control(RunningSegl segl) {
        Instant now = RunningSegl.CLOCK.instant();
        return segl.server.part(Holders.class).others(FIRM, List.of(Power.ADMINISTER), now).stream()
                .map(Holders.Holder::person)
                .toList();
    }
}
