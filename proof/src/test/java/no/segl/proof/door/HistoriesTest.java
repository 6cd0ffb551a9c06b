package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.office.Administration.Wish;
import no.segl.app.office.Fetching;
import no.segl.app.office.Opening;
import no.segl.app.office.Registrar;
import no.segl.app.store.Holders;
import no.segl.app.store.Readers;
import no.segl.app.store.Shares;
import no.segl.app.wiring.Store;
import no.segl.core.access.Category;
import no.segl.core.access.Granting;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.DocumentId;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.ledger.LedgerTime;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.World;
import no.segl.proof.door.Scene.Letter;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.Multipart;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is given, shared, ended and passes in whatever order: what is opened or fetched, on
 * either of two nodes, is what the ledger says was this person's to read at that instant, and what
 * is refused is what was not. A seed, which every failure tells, replays its history.
 */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HistoriesTest {

    private static final Set<String> EVERYWHERE =
            Set.of(
                    "Open",
                    "Closed",
                    "Refused",
                    "document: Granted",
                    "document: NotShared",
                    "document: NotThere",
                    "sealed: Granted",
                    "sealed: Sealed",
                    "sealed: NotShared",
                    "sealed: NotThere",
                    "not to themself",
                    "assigned",
                    "handled",
                    "revoked, tried on the first",
                    "revoked, tried on the second",
                    "deputy later",
                    "deputy for shared letters",
                    "deputy no longer",
                    "edge");

    private static final int HISTORIES = 6;
    private static final int MOST_HISTORIES = 24;
    private static final int STEPS = 100;
    private static final Duration BEHIND = Duration.ofSeconds(5);
    private static final OrgNumber POLICE = new OrgNumber("312780402");
    private static final JsonMapper JSON = new JsonMapper();

    private RunningSegl segl;
    private Store other;
    private final Scene.Clock clock = new Scene.Clock(Instant.EPOCH);

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        World demo = World.fjordvik();
        World empty = new World(demo.units(), List.of(), List.of(), demo.machines(), List.of());
        segl = new RunningSegl(folder, RunningSegl.CLOCK, empty);
        other = Store.open(Demo.settings(segl.issuer, segl.data, segl.home));
    }

    @AfterAll
    void stop() {
        other.close();
        segl.close();
    }

    @Test
    void openedIsWhatTheLedgerSaysWasClearedAtThatInstant() throws Exception {
        Set<String> seen = new HashSet<>();
        for (long seed = 1; seed <= HISTORIES || isWanting(seen, seed); seed++) {
            History history = new History(seed, scene(seed));
            for (int step = 1; step <= STEPS; step++) {
                history.step("seed " + seed + ", step " + step);
            }
            seen.addAll(history.seen());
        }
        assertThat(seen).as("the histories go everywhere").isEqualTo(EVERYWHERE);
    }

    /** What is drawn seldom may take some histories more. */
    private static boolean isWanting(Set<String> seen, long seed) {
        return !seen.equals(EVERYWHERE) && seed <= MOST_HISTORIES;
    }

    @Test
    void whatIsEndedOnOneNodeIsEndedAtOnceOnOneWhoseClockIsBehind() throws Exception {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId chief = registrar.enter("https://login.example", "chief-behind", "Prøve");
        registrar.give(chief, History.MUNICIPALITY, Power.ADMINISTER, Optional.empty());
        PersonId reader = registrar.enter("https://login.example", "reader-behind", "Prøve");
        PersonId worker = registrar.enter("https://login.example", "worker-behind", "Prøve");
        Category category = History.CATEGORIES.getFirst();
        Letter letter = send(History.UNIT, category, 0);
        clock.now = LedgerTime.exact(RunningSegl.CLOCK.instant());
        Node node = Node.first(segl.server, () -> clock.now);
        Node behind = Node.second(other, segl.server, () -> clock.now.minus(BEHIND));
        List<Wish> reading =
                List.of(
                        new Wish(
                                History.UNIT, Power.READ, Optional.of(category), Optional.empty()));
        node.administration().give(chief, reader, reading);
        node.sharer().share(letter.id(), reader, worker, true, false, Optional.empty());
        clock.now = clock.now.plus(BEHIND.multipliedBy(2));
        assertThat(behind.office().open(letter.id(), reader, Level.HIGH))
                .isInstanceOf(Opening.Open.class);
        assertThat(behind.fetch(letter, letter.document(), worker))
                .isEqualTo(Fetching.Granted.class);

        node.sharer().end(letter.id(), node.shares().of(letter.id()).getFirst().id(), reader);
        node.administration().end(chief, node.grants().of(reader).getFirst().id());

        for (PersonId person : List.of(reader, worker)) {
            assertThat(behind.office().look(letter.id(), person, Level.HIGH))
                    .isInstanceOf(Opening.Refused.class);
            assertThat(behind.fetch(letter, letter.document(), person))
                    .isEqualTo(Fetching.NotThere.class);
        }
        Instant itsNow = clock.now.minus(BEHIND);
        assertThat(new Holders(other.jdbc()).canOpen(History.UNIT, Optional.of(category), itsNow))
                .as("nor is it in any list there")
                .noneMatch(h -> h.person().equals(reader));
        assertThat(new Readers(other.jdbc()).of(List.of(letter.id()), itsNow, 9))
                .noneMatch(r -> List.of(reader, worker).contains(r.person()));
        assertThat(new Shares(other.jdbc()).count(worker, itsNow)).isZero();
        assertThat(behind.administration().give(chief, reader, reading))
                .as("it stands no more, and can be given anew")
                .containsExactly(new Granting.Reply.Done());
    }

    private Scene scene(long seed) throws Exception {
        Registrar registrar = segl.server.part(Registrar.class);
        PersonId administrator = registrar.enter("https://login.example", "chief-" + seed, "Prøve");
        registrar.give(administrator, History.MUNICIPALITY, Power.ADMINISTER, Optional.empty());
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            people.add(registrar.enter("https://login.example", seed + "-" + i, "Prøve"));
        }
        List<Letter> letters = new ArrayList<>();
        for (OrgNumber unit : List.of(History.UNIT, History.SCHOOL, History.SECTION)) {
            for (Category category : History.CATEGORIES) {
                letters.add(send(unit, category, seed));
            }
        }
        clock.now = LedgerTime.exact(RunningSegl.CLOCK.instant());
        return new Scene(
                List.of(
                        Node.first(segl.server, () -> clock.now),
                        Node.second(other, segl.server, () -> clock.now)),
                administrator,
                people,
                letters,
                clock,
                new LedgerWord(
                        segl.server.part(JdbcClient.class),
                        List.of(
                                POLICE,
                                History.MUNICIPALITY,
                                History.SECTION,
                                History.UNIT,
                                History.SCHOOL)));
    }

    private Letter send(OrgNumber unit, Category category, long seed) throws Exception {
        byte[] pdf = Markers.CONTENT.getBytes(UTF_8);
        String dispatch =
                """
                {"sender": "%s", "recipients": ["%s"], "category": "%s", "title": "%s",
                 "references": {"caseWorker": "Prøve Saksbehandler"},
                 "documents": [{"part": "open"}, {"part": "sealed", "sealed": true}]}
                """
                        .formatted(POLICE, unit, category.code(), Markers.TITLE);
        JsonNode letter =
                JSON.readTree(
                                segl.post(
                                                "/api/v1/dispatches",
                                                segl.token("vestfjord-politi-sak"),
                                                unit + category.code() + seed,
                                                Multipart.TYPE,
                                                new Multipart()
                                                        .file("open", "brev.pdf", pdf)
                                                        .file("sealed", "forseglet.pdf", pdf)
                                                        .field("dispatch", dispatch)
                                                        .bytes())
                                        .body())
                        .path("letters")
                        .path(0);
        return new Letter(
                LetterId.parse(letter.path("id").asString("")).orElseThrow(),
                document(letter, 0),
                document(letter, 1));
    }

    private static DocumentId document(JsonNode letter, int place) {
        return DocumentId.parse(letter.path("documents").path(place).path("id").asString(""))
                .orElseThrow();
    }
}
