package no.segl.proof.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.segl.proof.marker.Markers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every route of the running Segl, asked by every kind of caller with every relation to the letter:
 * what {@code doors.txt} says is what is answered, and there is no route of which it says nothing.
 */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class EveryDoorTest {

    private Town town;
    private Asking asking;
    private Example example;
    private List<Door> doors;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        doors = DoorTable.ofClassPath();
        town = new Town(folder);
        asking = new Asking(town);
        example = new Example(town);
    }

    @AfterAll
    void stop() {
        asking.close();
        town.close();
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() throws Exception {
        town.segl.ask("GET", "/");
        List<String> inTheFile = doors.stream().map(Door::route).distinct().sorted().toList();
        assertThat(inTheFile)
                .as("the routes of doors.txt; actual are those in the file")
                .containsExactlyElementsOf(Routes.of(town.segl.server));
    }

    /** Or a route that lets nobody in would pass for one that is well guarded. */
    @Test
    void eachRouteLetsSomebodyHaveWhatItIsFor() throws Exception {
        Map<String, String> elsewhere = DoorTable.elsewhere();
        List<String> lets =
                doors.stream()
                        .filter(d -> d.answers().values().stream().anyMatch(Answer::isSuccess))
                        .map(Door::route)
                        .distinct()
                        .toList();
        assertThat(doors.stream().map(Door::route).distinct())
                .as("routes of which no row lets anybody have what they are for")
                .allMatch(route -> lets.contains(route) != elsewhere.containsKey(route));
        List<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(f -> f.getFileName().toString()).toList();
        }
        assertThat(elsewhere.values())
                .as("the reasons name a test that is there")
                .allMatch(why ->
                        tests.stream()
                                .anyMatch(t ->
                                        t.endsWith("Test.java")
                                                && why.contains(t.substring(0, t.length() - 5))));
    }

    @Test
    void aRowSaysOfEachCallerOnceWhatTheyGet() {
        assertThatThrownBy(() -> DoorTable.of("GET /\n  /\n    200  nobody"))
                .hasMessageContaining("NOTHING");
        assertThatThrownBy(() -> DoorTable.of("GET /\n  /\n    200  nobody\n    302  nobody"))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> DoorTable.of("GET /\n  /\n    200  somebody"))
                .hasMessageContaining("somebody");
    }

    @TestFactory
    Stream<DynamicTest> everyCallerGetsWhatTheRowSays() {
        return doors.stream()
                .map(door -> DynamicTest.dynamicTest(door.toString(), () -> check(door)));
    }

    private void check(Door door) throws Exception {
        List<String> otherwise = new ArrayList<>();
        for (Caller caller : Caller.values()) {
            Answer said = Optional.ofNullable(door.answers().get(caller)).orElseThrow();
            Answer got = answer(door, caller, said);
            if (!got.equals(said)) {
                otherwise.add(caller.word() + " got " + got + ", not " + said);
            }
        }
        assertThat(otherwise).as(door.route()).isEmpty();
    }

    private Answer answer(Door door, Caller caller, Answer said) throws Exception {
        Example.Filled filled = example.new Filled(caller);
        String path = filled.in(door.path());
        Optional<String> sent =
                door.sent().isPresent()
                        ? Optional.of(filled.in(door.sent().orElseThrow()))
                        : Optional.empty();
        long before = deeds();
        HttpResponse<byte[]> response = asking.ask(caller, door.method(), path, sent);
        String all = new String(response.body(), UTF_8) + response.headers().map();
        boolean title = all.contains(Markers.TITLE);
        boolean document = all.contains(Markers.CONTENT);
        assertThat(all.contains(Markers.STEM))
                .as("%s gets nothing else that is marked at %s", caller, door)
                .isEqualTo(title || document);
        boolean done = deeds() > before;
        if (done) {
            filled.spent();
        }
        boolean leadsOn =
                said.met()
                        && response.headers()
                                .firstValue("Location")
                                .filter(to -> !to.contains("/niva/"))
                                .isPresent();
        return new Answer(response.statusCode(), title, document, done, leadsOn);
    }

    /**
     * How many facts there are in the ledger, but for who looked and who was refused, and for what
     * Segl does by itself meanwhile.
     */
    private long deeds() {
        return town.segl
                .server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT count(*) FROM ledger_entry
                         WHERE type NOT IN ('OpeningRefused', 'LetterRead', 'DocumentRead')
                           AND actor_kind <> 'segl'
                        """)
                .query(Long.class)
                .single();
    }
}
