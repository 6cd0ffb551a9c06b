package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import no.segl.app.session.Sessions;
import no.segl.app.store.DatabaseAddress;
import no.segl.app.store.EmbeddedDatabase;
import no.segl.app.store.Persons;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.Settings;
import no.segl.proof.demo.Demo;
import no.segl.proof.demo.Visit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions of people: on two nodes with one database, and how they end. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionsTest {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> RunningSegl.CLOCK.instant().plus(ahead.get());
    private RunningSegl segl;
    private Server second;
    private URI there;
    private Person person;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder, clock);
        person = segl.world.persons().getFirst();
        there = Demo.freeHome();
        Path other = folder.resolve("other");
        copyKeys(segl.data.resolve("keys"), other.resolve("keys"));
        Files.createSymbolicLink(other.resolve("vault"), segl.data.resolve("vault"));
        DatabaseAddress address =
                EmbeddedDatabase.running(segl.data.resolve("postgres"), segl.data.resolve("keys"))
                        .orElseThrow();
        Settings same = Demo.settings(segl.issuer, other, there);
        second =
                Server.start(
                        new Settings(
                                same.port(),
                                same.address(),
                                same.publicUrl(),
                                same.data(),
                                Optional.of(address),
                                same.s3(),
                                same.login(),
                                same.tokens(),
                                same.longestSession(),
                                same.register(),
                                same.mail(),
                                same.sms(),
                                same.ping(),
                                same.printer(),
                                same.webhooksInside(),
                                same.requestsPerMinute()),
                        clock);
    }

    @AfterAll
    void stop() {
        second.close();
        segl.close();
    }

    @AfterEach
    void backToNow() {
        ahead.set(Duration.ZERO);
    }

    @Test
    void anyNodeKnowsWhoLoggedInAtAnother() throws Exception {
        try (Visit visit = Visit.logIn(segl.home, person.subject())) {
            assertThat(isInside(visit, segl.home)).isTrue();
            assertThat(isInside(visit, there)).isTrue();
            String token = Visit.token(visit.get("/innboks")).orElseThrow();
            assertThat(visit.submit(token, "/logg-ut").uri().getPath()).isEqualTo("/utlogget");
            assertThat(isInside(visit, there)).isFalse();
            assertThat(isInside(visit, segl.home)).isFalse();
        }
    }

    @Test
    void aSessionEndsTenHoursAfterTheLoginHoweverMuchItIsUsed() throws Exception {
        try (Visit visit = Visit.logIn(segl.home, person.subject())) {
            ahead.set(Duration.ofHours(10).minusMinutes(1));
            assertThat(isInside(visit, segl.home)).isTrue();
            ahead.set(Duration.ofHours(10).plusMinutes(1));
            assertThat(isInside(visit, there)).isFalse();
            ahead.set(Duration.ZERO);
            assertThat(isInside(visit, segl.home)).as("ended for good").isFalse();
        }
    }

    @Test
    void aSessionThatLiesUnusedForHalfAnHourEndsAndIsSweptAway() throws Exception {
        try (Visit visit = Visit.logIn(segl.home, person.subject())) {
            Duration halfHour = Duration.ofMinutes(31);
            jdbc().sql(
                            """
                            UPDATE login_session SET last_access_time = last_access_time - ?,
                                                     expiry_time = expiry_time - ?
                            """)
                    .params(halfHour.toMillis(), halfHour.toMillis())
                    .update();
            segl.server.part(Sessions.class).sweep();
            assertThat(rows()).isZero();
            assertThat(isInside(visit, there)).isFalse();
        }
    }

    @Test
    void logoutRemovesTheRowAndARevokedSessionIsOverAtTheNextRequest() throws Exception {
        segl.server.part(Sessions.class).end(id());
        long before = rows();
        try (Visit first = Visit.logIn(segl.home, person.subject());
                Visit other = Visit.logIn(segl.home, person.subject())) {
            assertThat(rows()).isEqualTo(before + 2);
            String token = Visit.token(first.get("/innboks")).orElseThrow();
            first.submit(token, "/logg-ut");
            assertThat(rows()).isEqualTo(before + 1);
            assertThat(isInside(other, segl.home)).isTrue();
            second.part(Sessions.class).end(id());
            assertThat(isInside(other, segl.home)).isFalse();
        }
    }

    @Test
    void theIdChangesAtLoginAndTheCookieIsForThisSiteAlone() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> asked =
                    get(client, segl.home.resolve("/oauth2/authorization/login"), "");
            String before = cookie(asked);
            assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure", "Max-Age", "Domain");
            URI authorize = URI.create(asked.headers().firstValue("Location").orElseThrow());
            HttpResponse<String> chosen =
                    client.send(
                            HttpRequest.newBuilder(authorize)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "subject=" + person.subject()))
                                    .build(),
                            BodyHandlers.ofString());
            URI back = URI.create(chosen.headers().firstValue("Location").orElseThrow());
            String after = cookie(get(client, back, before));
            assertThat(after).isNotEqualTo(before);
            URI inbox = segl.home.resolve("/innboks");
            assertThat(get(client, inbox, after).statusCode()).isEqualTo(200);
            assertThat(get(client, inbox, before).statusCode()).isEqualTo(302);
            // What the database has of a session is not enough to come with.
            String id = after.substring("segl=".length(), after.indexOf('.'));
            assertThat(sessionIds()).contains(id);
            assertThat(get(client, inbox, "segl=" + id).statusCode()).isEqualTo(302);
            assertThat(get(client, inbox, "segl=" + id + ".AAAA").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void nothingOfALoginCanBeReadInTheDatabase() throws Exception {
        try (Visit visit = Visit.logIn(segl.home, person.subject())) {
            assertThat(isInside(visit, segl.home)).isTrue();
            List<byte[]> held =
                    jdbc().sql("SELECT attribute_bytes FROM login_session_attributes")
                            .query((rs, _) -> rs.getBytes("attribute_bytes"))
                            .list();
            assertThat(held).isNotEmpty();
            for (byte[] bytes : held) {
                // Three letters of a token's beginning come by chance, too; the rest of it does
                // not.
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain(person.subject(), "springframework")
                        .doesNotContainPattern("eyJ[A-Za-z0-9_-]{8}");
            }
        }
    }

    @Test
    void whatWasSealedByAnotherKeyOrIsNoSessionOfOursCountsAsNotThere() throws Exception {
        try (Visit visit = Visit.logIn(segl.home, person.subject())) {
            jdbc().sql("UPDATE login_session_attributes SET attribute_bytes = ?")
                    .param(new byte[100])
                    .update();
            assertThat(isInside(visit, there)).isFalse();
        }
    }

    private boolean isInside(Visit visit, URI node) throws Exception {
        HttpResponse<String> page = visit.get(node.resolve("/innboks").toString());
        return page.statusCode() == 200 && page.uri().equals(node.resolve("/innboks"));
    }

    private no.segl.core.id.PersonId id() {
        return segl.server
                .part(Persons.class)
                .find(segl.issuer.loginIssuer().toString(), person.subject())
                .orElseThrow();
    }

    private JdbcClient jdbc() {
        return segl.server.part(JdbcClient.class);
    }

    private long rows() {
        return jdbc().sql("SELECT count(*) FROM login_session WHERE principal_name IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private List<String> sessionIds() {
        return jdbc().sql("SELECT session_id FROM login_session")
                .query((rs, _) -> rs.getString("session_id"))
                .list();
    }

    private static HttpResponse<String> get(HttpClient client, URI uri, String cookie)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/html");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("segl="))
                .map(c -> c.substring(0, c.indexOf(';')))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static void copyKeys(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (Stream<Path> keys = Files.list(from)) {
            for (Path key : keys.toList()) {
                Files.copy(key, to.resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
