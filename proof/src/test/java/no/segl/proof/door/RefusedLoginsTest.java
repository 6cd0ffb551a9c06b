package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.app.wiring.Server;
import no.segl.app.wiring.Settings;
import no.segl.app.wiring.SettingsReader;
import no.segl.proof.demo.Demo;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People's id tokens that a running Segl must refuse, one fault each; and those that it must not.
 */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class RefusedLoginsTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private ScriptedIssuer issuer;
    private IdTokens tokens;
    private Server segl;
    private URI home;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        issuer = new ScriptedIssuer();
        tokens = new IdTokens(issuer);
        home = Demo.freeHome();
        segl = Server.start(settings(folder.resolve("data")), RunningSegl.CLOCK);
    }

    private Settings settings(Path data) {
        Map<String, String> environment =
                Map.of(
                        "SEGL_PORT",
                        Integer.toString(home.getPort()),
                        "SEGL_ADDRESS",
                        "127.0.0.1",
                        "SEGL_PUBLIC_URL",
                        home.toString(),
                        "SEGL_DATA",
                        data.toString(),
                        "SEGL_LOGIN_ISSUER",
                        issuer.name().toString(),
                        "SEGL_LOGIN_CLIENT_ID",
                        ScriptedIssuer.CLIENT,
                        "SEGL_LOGIN_CLIENT_SECRET",
                        ScriptedIssuer.SECRET);
        return switch (SettingsReader.read(environment)) {
            case SettingsReader.Result.Sound(var settings) -> settings;
            case SettingsReader.Result.Faulty(var faults) ->
                    throw new AssertionError(String.join("; ", faults));
        };
    }

    @AfterAll
    void stop() {
        client.close();
        segl.close();
        issuer.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("no.segl.proof.door.IdTokens#refused")
    void aTokenWithOneFaultLetsNobodyIn(String name, IdTokens.Make make) throws Exception {
        Begun begun = begin();
        letsNobodyIn(name, begun, make.token(tokens, begun.nonce()));
    }

    @Test
    void aGoodTokenOfAnotherLoginLetsNobodyIn() throws Exception {
        letsNobodyIn("another login's", begin(), tokens.good(begin().nonce()));
    }

    private void letsNobodyIn(String name, Begun begun, String token) throws Exception {
        long known = persons();

        HttpResponse<String> answer = back(begun, token);

        assertThat(answer.statusCode()).as(name).isEqualTo(302);
        URI led = location(answer);
        assertThat(led.toString()).endsWith("/?innlogging=feilet");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("segl="));
        assertThat(isInside(begun.cookie())).isFalse();
        assertThat(persons()).as("nobody was met").isEqualTo(known);
        assertThat(get(home.resolve(led), begun.cookie()).body())
                .contains("Innloggingen ble ikke fullført. Prøv på nytt.")
                .doesNotContain("Exception", issuer.name().toString() + "/token");
        // Its good sister is let in, so the fault is what was found.
        Begun again = begin();
        assertThat(isInside(cookie(back(again, tokens.good(again.nonce()))))).isTrue();
    }

    @Test
    void aTokenForUsAndAnotherIsLetInWhenItSaysThatItIsForUs() throws Exception {
        Begun begun = begin();
        JWTClaimsSet both =
                new JWTClaimsSet.Builder(tokens.claims(begun.nonce()))
                        .audience(IdTokens.two())
                        .claim("azp", ScriptedIssuer.CLIENT)
                        .build();
        String token = IdTokens.sign(both, issuer.key(), issuer.key().getKeyID());

        assertThat(isInside(cookie(back(begun, token)))).isTrue();
    }

    @Test
    void aNewKeyIsNoticedAndTheOldOneIsOver() throws Exception {
        Begun before = begin();
        assertThat(isInside(cookie(back(before, tokens.good(before.nonce()))))).isTrue();
        RSAKey old = issuer.key();

        issuer.rotate();

        Begun after = begin();
        assertThat(isInside(cookie(back(after, tokens.good(after.nonce()))))).isTrue();
        Begun late = begin();
        HttpResponse<String> refused =
                back(late, IdTokens.sign(tokens.claims(late.nonce()), old, old.getKeyID()));
        assertThat(location(refused).toString()).endsWith("/?innlogging=feilet");
        assertThat(isInside(late.cookie())).isFalse();
    }

    /** A login that Segl has asked for. */
    private record Begun(String cookie, String state, String nonce) {}

    private Begun begin() {
        HttpResponse<String> asked = get(home.resolve("/oauth2/authorization/login"), "");
        URI authorize = location(asked);
        assertThat(authorize.toString()).startsWith(issuer.name() + "/authorize?");
        return new Begun(
                cookie(asked), parameter(authorize, "state"), parameter(authorize, "nonce"));
    }

    /** Comes back from the provider, which then hands out that token. */
    private HttpResponse<String> back(Begun begun, String idToken) {
        return get(
                home.resolve(
                        "/login/oauth2/code/login?code="
                                + issuer.code(idToken)
                                + "&state="
                                + begun.state()),
                begun.cookie());
    }

    private long persons() {
        return segl.part(JdbcClient.class)
                .sql("SELECT count(*) FROM person")
                .query(Long.class)
                .single();
    }

    private boolean isInside(String cookie) {
        return get(home.resolve("/innboks"), cookie).statusCode() == 200;
    }

    private HttpResponse<String> get(URI uri, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/html");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("segl="))
                .map(c -> c.substring(0, c.indexOf(';')))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static String parameter(URI uri, String name) {
        Matcher found =
                Pattern.compile("[?&]" + name + "=([^&]+)").matcher("?" + uri.getRawQuery());
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
