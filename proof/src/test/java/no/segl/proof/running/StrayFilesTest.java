package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.segl.app.office.Ids;
import no.segl.app.office.Notary;
import no.segl.app.office.Uploads;
import no.segl.app.store.Changes;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.SettingsReader;
import no.segl.app.work.Orphans;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in the vault and belongs to no letter is swept, unless the database must be wrong. */
class StrayFilesTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void areSwept() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Path stray = stray(segl.data);
            assertThat(sweep(segl)).isEqualTo(1);
            assertThat(stray).doesNotExist();
            assertThat(sweep(segl)).as("what belongs to a letter").isZero();
        }
    }

    @Test
    void areLeftWhenTheyAreSoManyThatTheDatabaseMustBeOld() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            List<Path> strays = new ArrayList<>();
            for (int i = 0; i < 101; i++) {
                strays.add(stray(segl.data));
            }
            Path unfinished = segl.data.resolve("vault/incoming/unfinished.part");
            Files.writeString(unfinished, "half");
            assertThatThrownBy(() -> sweep(segl))
                    .isInstanceOf(Orphans.TooMany.class)
                    .hasMessageStartingWith("101 of ");
            assertThat(strays).allSatisfy(stray -> assertThat(stray).exists());
            assertThat(unfinished).as("what else there is to sweep").exists();

            Files.delete(strays.getFirst());
            assertThat(sweep(segl)).isEqualTo(101);
        }
    }

    @Test
    void ofOneCrashAreNeverTooMany() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            List<Path> strays = new ArrayList<>();
            // Killed while it sealed a dispatch for the last of its recipients,
            for (LetterId letter : segl.server.part(Ids.class).letters(200)) {
                strays.add(stray(segl.data, letter.toString()));
            }
            // or when the rows of an upload of 2 GiB were gone and its pieces not yet.
            String upload = segl.server.part(Ids.class).upload().toString();
            for (int i = 0; i < 128; i++) {
                strays.add(stray(segl.data, "uploads", upload, Long.toString(i * Uploads.PIECE)));
            }
            assertThat(sweep(segl)).isEqualTo(328);
            assertThat(strays).allSatisfy(stray -> assertThat(stray).doesNotExist());
        }
    }

    @Test
    void doNotKeepUploadsFromExpiring() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            for (int i = 0; i < 101; i++) {
                stray(segl.data);
            }
            Actor.Machine owner =
                    new Actor.Machine(new OrgNumber("312780402"), "vestfjord-politi-sak");
            Uploads uploads = segl.server.part(Uploads.class);
            assertThat(uploads.begin(owner, "stort.pdf", "application/pdf", "", 10)).isPresent();
            assertThatThrownBy(() -> sweep(segl)).isInstanceOf(Orphans.TooMany.class);
            assertThat(
                            segl.server
                                    .part(JdbcClient.class)
                                    .sql("SELECT count(*) FROM upload")
                                    .query(Long.class)
                                    .single())
                    .isZero();
        }
    }

    /** The scheduler writes the outcome down, and whoever watches from outside is told. */
    @Test
    void tooManyOfThemAreSaidByHealth() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            for (int i = 0; i < 101; i++) {
                FileTime old = FileTime.from(RunningSegl.CLOCK.instant().minus(Orphans.AGE));
                Files.setLastModifiedTime(stray(segl.data), old);
            }
            JdbcClient jdbc = segl.server.part(JdbcClient.class);
            // The first round, at start, had nothing to sweep. The next is due at once.
            jdbc.sql("UPDATE scheduled_tasks SET execution_time = ? WHERE task_name = ?")
                    .param(RunningSegl.CLOCK.instant().atOffset(ZoneOffset.UTC))
                    .param("orphans")
                    .update();
            Semaphore never = new Semaphore(0);
            for (int waits = 0; failures(jdbc) == 0; waits++) {
                assertThat(waits).as("tenths of a second waited").isLessThan(600);
                assertThat(never.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
            }
            HttpResponse<String> said = health(segl, "/health/looks");
            assertThat(said.statusCode()).isEqualTo(503);
            assertThat(said.body()).contains("\"work\":\"failed: orphans\"");
            assertThat(health(segl, "/health").statusCode()).isEqualTo(200);
        }
    }

    private static int failures(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        SELECT coalesce(max(consecutive_failures), 0) FROM scheduled_tasks
                         WHERE task_name = 'orphans'
                        """)
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> health(RunningSegl segl, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(segl.home.resolve(path)).build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void aDatabaseThatKnowsOfNoneIsNotStartedBesideThem() throws Exception {
        Path data = folder.resolve("other");
        Path stray = stray(data);
        var settings =
                (SettingsReader.Result.Sound)
                        SettingsReader.read(Map.of("SEGL_PORT", "0", "SEGL_DATA", data.toString()));
        assertThatThrownBy(() -> Server.start(settings.settings(), RunningSegl.CLOCK))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The vault holds documents, and the database knows of none");
        assertThat(stray).exists();
    }

    /**
     * What is unknown to a database that was put back may be known to a later backup, found only
     * after the first has been accepted.
     */
    @Test
    void areLeftWhileTheLedgerIsNotSignedAndForATimeAfterThatWasAccepted() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            Notary notary = segl.server.part(Notary.class);
            assertThat(notary.signToTheEnd().refused()).isEmpty();
            Path stray = stray(segl.data);
            Path unfinished = segl.data.resolve("vault/incoming/unfinished.part");
            Files.writeString(unfinished, "half");

            OrgNumber chain = signedFurther(segl.data.resolve("vault/segl-ledger-signed"));
            assertThat(sweep(segl)).as("what is only half written").isEqualTo(1);
            assertThat(unfinished).doesNotExist();
            assertThat(stray).exists();

            notary.accept(chain, segl.server.part(Changes.class));
            assertThat(notary.sign().refused()).isEmpty();
            assertThat(sweep(segl, Duration.ofDays(13))).isZero();
            assertThat(stray).exists();
            assertThat(sweep(segl, Duration.ofDays(15))).isEqualTo(1);
            assertThat(stray).doesNotExist();
        }
    }

    /** Notes that a chain had one entry more, as it had if a backup was put back; which. */
    private static OrgNumber signedFurther(Path note) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(note));
        String[] words = lines.get(1).split(" ", -1);
        lines.set(1, words[0] + " " + (Long.parseLong(words[1]) + 1) + " " + words[2]);
        Files.write(note, lines);
        return new OrgNumber(words[0]);
    }

    /** The disk's clock need not be Segl's, as in a demo whose time is days ahead. */
    @Test
    void areNotTakenForOldBeforeTheirLetterIs() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            InstantSource ahead = () -> RunningSegl.CLOCK.instant().plus(Duration.ofDays(3));
            String beingSealed = new Ids(ahead, new SecureRandom()).letter().toString();
            Path file = stray(segl.data, beingSealed);
            assertThat(sweep(segl, Duration.ofDays(3))).isZero();
            assertThat(file).exists();
            assertThat(sweep(segl, Duration.ofDays(5))).isEqualTo(1);
        }
    }

    /** Two days from now, when even what was sent just now is old. */
    private static int sweep(RunningSegl segl) throws IOException {
        return sweep(segl, Duration.ofDays(2));
    }

    private static int sweep(RunningSegl segl, Duration ahead) throws IOException {
        return segl.orphans(() -> RunningSegl.CLOCK.instant().plus(ahead)).run();
    }

    private static Path stray(Path data) throws IOException {
        return stray(data, UUID.randomUUID().toString());
    }

    private static Path stray(Path data, String letter) throws IOException {
        return stray(data, "letters", letter, UUID.randomUUID().toString());
    }

    private static Path stray(Path data, String kind, String id, String leaf) throws IOException {
        Path fan = data.resolve("vault").resolve(kind).resolve(id.substring(id.length() - 3));
        Path file = Files.createDirectories(fan).resolve(id + "." + leaf);
        Files.writeString(file, "sealed");
        return file;
    }
}
