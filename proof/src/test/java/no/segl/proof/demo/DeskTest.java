package no.segl.proof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.SettingsReader;
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
        page = post(desk, "/forward", "hours=" + 24 * 22).body();
        assertThat(page).contains("post@313915611.example");
        assertThat(jdbc.sql("SELECT count(*) FROM matter").query(Long.class).single()).isPositive();

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
