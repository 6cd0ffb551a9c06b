package no.segl.proof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import no.segl.app.command.Letters;
import no.segl.app.office.PostOffice;
import no.segl.app.office.Registrar;
import no.segl.client.Dispatch;
import no.segl.client.Event;
import no.segl.client.Letter;
import no.segl.client.Retries;
import no.segl.client.SeglClient;
import no.segl.client.SeglException;
import no.segl.core.access.Category;
import no.segl.core.access.Level;
import no.segl.core.access.Power;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client library and the command line against a Segl that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ClientTest {

    private static final String POLICE = "vestfjord-politi-sak";
    private static final String MUNICIPALITY = "fjordvik-kommune-sak";

    private RunningSegl segl;
    private Path folder;
    private Path pdf;
    private SeglClient client;
    private Examples police;
    private PersonId reader;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        segl = new RunningSegl(folder);
        client = client(POLICE).build();
        police = new Examples(client);
        pdf = Files.write(folder.resolve("b.pdf"), pdf());
        Registrar registrar = segl.server.part(Registrar.class);
        reader = registrar.enter("https://login.example", "reader", "Leser");
        registrar.give(
                reader,
                new OrgNumber("310451223"),
                Power.READ,
                Optional.of(new Category("CHILD_WELFARE")));
    }

    @AfterAll
    void stop() {
        client.close();
        segl.close();
    }

    private static byte[] pdf() {
        return "%PDF-1.7 et brev".getBytes(StandardCharsets.US_ASCII);
    }

    private SeglClient.Builder client(String machine) {
        return SeglClient.at(segl.home, () -> segl.token(machine)).retries(Retries.NONE);
    }

    @Test
    void aLetterIsSentFollowedAndTakenBack() {
        Letter.Sent sent = police.send(pdf, "client-1");
        String id = sent.letters().getFirst().id();
        assertThat(client.letter(id).isUnopened()).isTrue();
        assertThat(client.letter(id).nextLook()).isPresent();
        assertThat(client.dispatch(sent.id()).letters()).extracting(Letter::id).contains(id);
        assertThat(police.send(pdf, "client-1").id()).as("the same again").isEqualTo(sent.id());

        assertThat(police.of(id))
                .extracting(Event::what)
                .startsWith("LetterAccepted", "LetterAvailable");
        List<Event> handled = new ArrayList<>();
        Optional<String> kept = police.follow(Optional.empty(), handled);
        assertThat(police.withdraw(id)).isTrue();
        List<Event> more = new ArrayList<>();
        police.follow(kept, more);
        assertThat(more).extracting(Event::what).contains("LetterWithdrawn");
        assertThat(more).doesNotContainAnyElementsOf(handled);
    }

    @Test
    void whatIsOpenedIsNotTakenBack() {
        String id = police.send(pdf, "client-2").letters().getFirst().id();
        segl.server
                .part(PostOffice.class)
                .open(LetterId.parse(id).orElseThrow(), reader, Level.HIGH);
        assertThat(police.withdraw(id)).isFalse();
        assertThat(client.letter(id).openedAt()).isPresent();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Dispatch faulty = Dispatch.withKey("client-3").from("x").to("310451223").build();
        assertThat(police.whatIsWrong(faulty))
                .anyMatch(s -> s.startsWith("/sender"))
                .anyMatch(s -> s.startsWith("/title"))
                .anyMatch(s -> s.startsWith("/category"));
        assertThatThrownBy(() -> client.letter("0198f6a2-0001-7000-8000-000000000001"))
                .isInstanceOf(SeglException.NotFound.class);
        assertThatThrownBy(() -> client.figures(SeglClient.End.RECEIVED))
                .isInstanceOf(SeglException.NotAllowed.class);
        assertThatThrownBy(() -> client.ask(SeglClient.End.SENT, "unopened > x").toList())
                .isInstanceOfSatisfying(
                        SeglException.Invalid.class,
                        e ->
                                assertThat(e.violations().getFirst().rule())
                                        .isEqualTo("question-not-understood"));
    }

    @Test
    void largeFilesAndSmallOnesAreOneLetter() throws Exception {
        byte[] large = new byte[3_000_000];
        new SplittableRandom(1).nextBytes(large);
        System.arraycopy(pdf(), 0, large, 0, pdf().length);
        Path file = Files.write(folder.resolve("opptak.pdf"), large);
        try (SeglClient resuming = client(POLICE).resumableFrom(1_000_000).build()) {
            Letter.Sent sent =
                    resuming.send(
                            Dispatch.withKey("client-4")
                                    .from("312780402")
                                    .to("310451223")
                                    .category("CHILD_WELFARE")
                                    .title("Brev")
                                    .document(pdf)
                                    .document(file)
                                    .build());
            JsonNode letter =
                    new JsonMapper()
                            .readTree(
                                    segl.get(
                                                    "/api/v1/letters/"
                                                            + sent.letters().getFirst().id(),
                                                    segl.token(POLICE))
                                            .body());
            assertThat(letter.path("documents").valueStream().map(d -> d.path("size").asLong(0)))
                    .containsExactly((long) pdf().length, (long) large.length);
        }
    }

    @Test
    void whatLiesIsAskedForAtBothEnds() {
        String id = police.send(pdf, "client-5").letters().getFirst().id();
        assertThat(police.whomToCall()).isEmpty();
        assertThat(client.ask(SeglClient.End.SENT, "unopened").map(Letter.Listed::id)).contains(id);
        try (SeglClient municipality = client(MUNICIPALITY).build()) {
            assertThat(
                            municipality
                                    .ask(SeglClient.End.RECEIVED, "unopened barnevern")
                                    .map(Letter.Listed::id))
                    .contains(id);
            assertThat(new Examples(municipality).lyingHere()).isPositive();
        }
    }

    private record Said(int code, String out, String err) {}

    private Said run(String machine, String... args) throws Exception {
        Path token = Files.writeString(folder.resolve("token"), segl.token(machine) + "\n");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("--url")) {
            all.addAll(List.of("--url", segl.home.toString()));
        }
        if (!all.contains("--token-file")) {
            all.addAll(List.of("--token-file", token.toString()));
        }
        int code =
                new CommandLine(new Letters())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    @Test
    void theCommandLineListsThem() throws Exception {
        String id = police.send(pdf, "client-6").letters().getFirst().id();
        Said table = run(POLICE, "--unopened", "--category", "CHILD_WELFARE");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out()).contains("DAYS", id, "letters.");
        Said json = run(MUNICIPALITY, "--received", "--unopened", "-o", "json");
        assertThat(new JsonMapper().readTree(json.out()).valueStream())
                .anyMatch(l -> l.path("id").asString("").equals(id));
        Said csv = run(POLICE, "--unopened", "-o", "csv", "--fail-if-any");
        assertThat(csv.code()).isEqualTo(3);
        assertThat(csv.out()).startsWith("\uFEFFdays;status").contains(id);
        Said none = run(POLICE, "--unopened", "--older-than", "2w", "--fail-if-any");
        assertThat(none.code()).isZero();
        assertThat(none.out()).contains("None.");
        Said few = run(POLICE, "--limit", "1");
        assertThat(few.err()).contains("--limit");
    }

    @Test
    void theCommandLineSaysWhatIsWrong() throws Exception {
        Said refused = run(POLICE, "--received");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("not-allowed");
        assertThat(run(POLICE, "unopened", "maybe:x").err()).contains("/q");
        assertThat(run(POLICE, "--older-than", "soon").code()).isEqualTo(2);
        assertThat(run(POLICE, "-o", "xml").code()).isEqualTo(2);
        assertThat(run(POLICE, "--limit", "0").err()).contains("--limit takes");
        assertThat(run(POLICE, "--url", "http://segl.example").code()).isEqualTo(2);
        assertThat(run(POLICE, "--url", "http://localhost:1").err()).contains("Nobody answers");
        assertThat(run(POLICE, "--token-file", folder.resolve("none").toString()).code())
                .isEqualTo(2);
    }
}
