package no.segl.proof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import no.segl.app.evidence.PackCheck;
import no.segl.app.office.Proofs;
import no.segl.app.store.SentLetters;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.SettingsReader;
import no.segl.app.work.Checkpoints;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import no.segl.proof.running.RunningSegl;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * On the demo's second page a letter that nobody can open is followed through time: notices, cases,
 * paper, and posted.
 */
class DeskTest {

    /** Standing still, so that only the page moves it. */
    private final InstantSource clock = InstantSource.fixed(RunningSegl.CLOCK.instant());

    private static final Pattern JOB = Pattern.compile("name=\"job\" value=\"([^\"]+)\"");

    @TempDir private Path folder = Path.of("");

    @Test
    void whatNobodyCanOpenIsToldOfPrintedAndPosted() throws Exception {
        World world = World.fjordvik();
        URI home = Demo.freeHome();
        DemoTime time = DemoTime.in(folder, clock);
        try (Issuer issuer = Demo.issuer(world, 0, folder, home, time);
                Desk desk = new Desk(0, folder.resolve("desk"), time, home)) {
            assertThat(get(desk, "/").statusCode()).as("Segl is not there yet").isEqualTo(503);
            Map<String, String> environment = new TreeMap<>(Demo.environment(issuer, folder, home));
            environment.putAll(desk.environment());
            SettingsReader.Result.Sound sound =
                    (SettingsReader.Result.Sound) SettingsReader.read(environment);
            try (Server server = Server.start(sound.settings(), time)) {
                Demo.fill(server, world, issuer, home, time);
                desk.take(server, world, issuer.loginIssuer());
                follow(desk, server.part(JdbcClient.class));
                proved(server);
            }
        }
        assertThat(DemoTime.in(folder, clock).instant())
                .as("it is as late when the demo is started again")
                .isEqualTo(time.instant());
    }

    private static void follow(Desk desk, JdbcClient jdbc) throws Exception {
        String page = get(desk, "/?lang=nn").body();
        assertThat(page).contains("Klokka", "Segl ser neste gong etter eit brev");
        for (int looks = 0; looks < 3; looks++) {
            page = post(desk, "/forward", "hours=look").body();
        }
        assertThat(page).contains("Ingen kan åpne");
        assertThat(told(jdbc)).as("those who can give access").contains("NOBODY_CAN_OPEN");
        assertThat(cases(jdbc)).contains("NOBODY_CAN_OPEN RECIPIENT");
        List<String> steps = new ArrayList<>();
        for (int day = 0; day < 22; day++) {
            page = post(desk, "/forward", "hours=24").body();
            steps.addAll(cases(jdbc));
        }
        assertThat(steps)
                .as("each in its turn, at both ends")
                .containsSubsequence(
                        "NOBODY_CAN_OPEN RECIPIENT",
                        "LONG_UNOPENED RECIPIENT",
                        "LONG_UNOPENED SENDER");
        assertThat(told(jdbc)).contains("CASE_WAITING", "NOBODY_CAN_OPEN", "SENDER_LONG_UNOPENED");
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM notice n JOIN letter l ON l.id = n.letter
                                         WHERE l.recipient = ? AND n.kind = 'NOBODY_CAN_OPEN'
                                           AND n.addressee LIKE 'unit:%'
                                        """)
                                .param(Fjordvik.LAW_FIRM.value())
                                .query(Long.class)
                                .single())
                .as("at first, a week later, and when it is long unopened")
                .isGreaterThanOrEqualTo(3);
        assertThat(page).contains("post@313915611.example");

        List<String> jobs = JOB.matcher(page).results().map(found -> found.group(1)).toList();
        List<String> letters = new ArrayList<>();
        for (String job : jobs) {
            HttpResponse<byte[]> pdf =
                    send(HttpRequest.newBuilder(at(desk, "/paper/" + job + ".pdf")));
            try (PDDocument document = Loader.loadPDF(pdf.body())) {
                letters.add(new PDFTextStripper().getText(document));
            }
            post(desk, "/posted", "job=" + job);
        }
        assertThat(letters).anySatisfy(text -> assertThat(text).contains("Strandgata 4"));
        post(desk, "/forward", "hours=1");
        assertThat(
                        jdbc.sql("SELECT state FROM letter WHERE recipient = ?")
                                .param(Fjordvik.LAW_FIRM.value())
                                .query((rs, _) -> rs.getString(1))
                                .list())
                .contains("POSTED");
        assertThat(get(desk, "/").body())
                .contains("Postlagt")
                .as("and from there to the proof")
                .contains("/sendt\"");
    }

    /** Of which kinds somebody has been told of the letter to the law firm. */
    private static List<String> told(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT n.kind FROM notice n JOIN letter l ON l.id = n.letter
                         WHERE l.recipient = ? ORDER BY n.kind
                        """)
                .param(Fjordvik.LAW_FIRM.value())
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /** What the letter to the law firm is a case for, in the order in which it became that. */
    private static List<String> cases(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT m.reason || ' ' || m.side FROM matter m JOIN letter l ON l.id = m.letter
                         WHERE l.recipient = ? AND m.closed_at IS NULL ORDER BY m.raised_at, m.reason
                        """)
                .param(Fjordvik.LAW_FIRM.value())
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /** What was posted is proved, to whoever has no Segl. */
    private void proved(Server server) throws Exception {
        LetterId letter =
                server.part(JdbcClient.class)
                        .sql("SELECT id FROM letter WHERE recipient = ? AND state = 'POSTED'")
                        .param(Fjordvik.LAW_FIRM.value())
                        .query((rs, _) -> new LetterId(rs.getObject(1, UUID.class)))
                        .list()
                        .getFirst();
        server.part(Checkpoints.class).run();
        SentLetters.Row row = server.part(SentLetters.class).find(letter).orElseThrow();
        byte[] pack = server.part(Proofs.class).of(row, Side.SENDER, Language.NB);
        Path file = Files.write(folder.resolve("proof.zip"), pack);
        PackCheck.Report report = PackCheck.check(file, Optional.empty());
        assertThat(report.isIntact()).isTrue();
    }

    @Test
    void onlyItsOwnPageMayMoveTheTime() throws Exception {
        DemoTime time = DemoTime.in(folder, clock);
        time.forward(Duration.ofDays(1));
        assertThat(time.instant()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
        try (Desk desk =
                new Desk(0, folder.resolve("desk"), time, URI.create("http://localhost:1"))) {
            HttpResponse<byte[]> answer =
                    send(
                            HttpRequest.newBuilder(at(desk, "/forward"))
                                    .header("Origin", "http://elsewhere.example")
                                    .POST(HttpRequest.BodyPublishers.ofString("hours=24")));
            assertThat(answer.statusCode()).isEqualTo(421);
        }
        assertThat(time.instant()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    }

    private static URI at(Desk desk, String path) {
        return desk.address().resolve(path);
    }

    private static HttpResponse<String> get(Desk desk, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(at(desk, path)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private static HttpResponse<String> post(Desk desk, String path, String form) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            return client.send(
                    HttpRequest.newBuilder(at(desk, path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
