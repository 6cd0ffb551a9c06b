package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.segl.app.office.Administration;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.Registrar;
import no.segl.app.office.SecondPerson;
import no.segl.app.store.Grants;
import no.segl.app.store.Persons;
import no.segl.app.store.Requests;
import no.segl.core.access.Category;
import no.segl.core.access.Granting.Reply;
import no.segl.core.access.Power;
import no.segl.core.access.Request;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where two are needed, access to read is asked for, approved by another, and only then holds. */
class TwoPersonsTest {

    private static final OrgNumber MUNICIPALITY = new OrgNumber("310451207");
    private static final OrgNumber UNIT = new OrgNumber("310451223");
    private static final Wish READ =
            new Wish(
                    UNIT, Power.READ, Optional.of(new Category("CHILD_WELFARE")), Optional.empty());

    @TempDir private Path folder = Path.of("");

    @Test
    void fromTurningItOnToTurningItOff() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId asker = administrator(segl, "asker");
            PersonId other = administrator(segl, "other");
            PersonId reader = person(segl, "reader");
            SecondPerson second = segl.server.part(SecondPerson.class);
            Administration administration = segl.server.part(Administration.class);
            assertThat(second.require(asker, MUNICIPALITY)).isEqualTo(new Reply.Done());

            assertThat(administration.give(asker, reader, List.of(READ)))
                    .containsExactly(new Reply.Asked());
            assertThat(administration.give(other, reader, List.of(READ)))
                    .as("asked for once")
                    .containsExactly(new Reply.Already());
            assertThat(holds(segl, reader)).isFalse();
            Request request = only(segl);
            assertThat(second.answer(asker, request.id(), true)).contains(new Reply.OwnRequest());
            assertThat(second.answer(reader, request.id(), true))
                    .get()
                    .isInstanceOf(Reply.Refused.class);
            assertThat(holds(segl, reader)).isFalse();
            assertThat(second.answer(other, request.id(), true)).contains(new Reply.Done());
            assertThat(holds(segl, reader)).isTrue();
            assertThat(second.answer(other, request.id(), true)).contains(new Reply.Already());

            administration.endAll(asker, reader);
            assertThat(holds(segl, reader)).as("ending never needs two").isFalse();

            assertThat(second.askToEnd(asker, MUNICIPALITY)).isEqualTo(new Reply.Asked());
            assertThat(second.answer(other, only(segl).id(), false)).contains(new Reply.Done());
            administration.give(asker, reader, List.of(READ));
            assertThat(holds(segl, reader)).as("declined: two are needed still").isFalse();
            second.answer(asker, only(segl).id(), false);
            second.askToEnd(asker, MUNICIPALITY);
            second.answer(other, only(segl).id(), true);
            assertThat(administration.give(asker, reader, List.of(READ)))
                    .containsExactly(new Reply.Done());
        }
    }

    @Test
    void whoAskedMustStillHaveTheRightAndNobodyTurnsItOnTwice() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            PersonId asker = administrator(segl, "asker");
            PersonId other = administrator(segl, "other");
            PersonId reader = person(segl, "reader");
            SecondPerson second = segl.server.part(SecondPerson.class);
            Administration administration = segl.server.part(Administration.class);
            assertThat(
                            bothAtOnce(
                                    () -> second.require(asker, MUNICIPALITY),
                                    () -> second.require(other, MUNICIPALITY)))
                    .containsExactlyInAnyOrder(new Reply.Done(), new Reply.Already());
            assertThat(second.require(asker, MUNICIPALITY)).isEqualTo(new Reply.Already());

            administration.give(asker, reader, List.of(READ));
            Request request = only(segl);
            segl.server
                    .part(Grants.class)
                    .of(asker)
                    .forEach(g -> administration.end(other, g.id()));
            assertThat(second.answer(other, request.id(), true)).contains(new Reply.AskerMayNot());
            assertThat(holds(segl, reader)).isFalse();
            assertThat(second.answer(other, request.id(), true))
                    .as("it is gone")
                    .contains(new Reply.Already());
        }
    }

    @Test
    void whatNobodyAnsweredInTimeIsShownToBothUntilItIsAskedForAgain() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Person one = administrators(segl).getFirst();
            Person other = administrators(segl).getLast();
            PersonId asker = id(segl, one);
            PersonId reader = person(segl, "reader");
            segl.server.part(SecondPerson.class).require(asker, MUNICIPALITY);
            assertThat(page(segl, one)).doesNotContain("Falt bort uten svar");
            lapsed(segl, asker, reader);
            String again = "/tilganger/enhet/" + UNIT + "?person=" + reader + "#gi";
            assertThat(page(segl, one))
                    .contains("Ingenting venter", "Falt bort uten svar", "Du ba om dette", again);
            assertThat(page(segl, other)).contains("Falt bort uten svar", one.name(), again);
            Requests requests = segl.server.part(Requests.class);
            Instant later = RunningSegl.CLOCK.instant().plus(Duration.ofDays(29));
            assertThat(
                            requests.lapsed(
                                            List.of(MUNICIPALITY),
                                            later.minus(Duration.ofDays(30)),
                                            later,
                                            9)
                                    .total())
                    .as("a month later it is no news")
                    .isZero();

            segl.server.part(Administration.class).give(asker, reader, List.of(READ));
            assertThat(page(segl, one)).doesNotContain("Falt bort uten svar");
        }
    }

    @Test
    void moreThanAPageShowsIsCounted() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Person one = administrators(segl).getFirst();
            segl.server
                    .part(JdbcClient.class)
                    .sql(
                            """
                            INSERT INTO access_request
                                (id, unit, grant_id, person, category, asked_by, asked_at, lapses_at)
                            SELECT gen_random_uuid(), :unit, gen_random_uuid(), :person, 'GENERAL',
                                   :person, now() - interval '1 day', now() + interval '1 day'
                              FROM generate_series(1, 201)
                            """)
                    .param("unit", UNIT.value())
                    .param("person", id(segl, one).value())
                    .update();
            assertThat(page(segl, one)).contains("Viser de 200 eldste av 201.");
        }
    }

    /** As was asked for sixteen days ago, and by now has lapsed. */
    private static void lapsed(RunningSegl segl, PersonId asker, PersonId reader) {
        segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        INSERT INTO access_request
                            (id, unit, grant_id, person, category, asked_by, asked_at, lapses_at)
                        VALUES (?, ?, ?, ?, 'CHILD_WELFARE', ?, ?, ?)
                        """)
                .param(UUID.randomUUID())
                .param(UNIT.value())
                .param(UUID.randomUUID())
                .param(reader.value())
                .param(asker.value())
                .param(daysAgo(16))
                .param(daysAgo(2))
                .update();
    }

    private static Timestamp daysAgo(int days) {
        return Timestamp.from(RunningSegl.CLOCK.instant().minus(Duration.ofDays(days)));
    }

    private static List<Person> administrators(RunningSegl segl) {
        return segl.world.persons().stream()
                .filter(p -> List.of("Stødig Furu", "Trygg Gran").contains(p.name()))
                .toList();
    }

    private static PersonId id(RunningSegl segl, Person person) {
        return segl.server
                .part(Persons.class)
                .find(segl.issuer.loginIssuer().toString(), person.subject())
                .orElseThrow();
    }

    private static String page(RunningSegl segl, Person viewer) throws Exception {
        try (Visit visit = Visit.logIn(segl.home, viewer.subject())) {
            return visit.get("/tilganger/to-personer").body();
        }
    }

    private static List<Reply> bothAtOnce(Callable<Reply> one, Callable<Reply> another)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Reply> first = threads.submit(one);
            Future<Reply> second = threads.submit(another);
            return List.of(first.get(), second.get());
        }
    }

    private static PersonId person(RunningSegl segl, String subject) {
        return segl.server.part(Registrar.class).enter("https://login.example", subject, "Prøve");
    }

    private static PersonId administrator(RunningSegl segl, String subject) {
        PersonId person = person(segl, subject);
        segl.server
                .part(Registrar.class)
                .give(person, MUNICIPALITY, Power.ADMINISTER, Optional.empty());
        return person;
    }

    private static Request only(RunningSegl segl) {
        List<Request> waiting =
                segl.server
                        .part(Requests.class)
                        .waiting(List.of(MUNICIPALITY), RunningSegl.CLOCK.instant(), 9);
        assertThat(waiting).hasSize(1);
        return waiting.getFirst();
    }

    private static boolean holds(RunningSegl segl, PersonId person) {
        return segl.server.part(Grants.class).of(person).stream()
                .anyMatch(g -> g.holdsAt(RunningSegl.CLOCK.instant()));
    }
}
