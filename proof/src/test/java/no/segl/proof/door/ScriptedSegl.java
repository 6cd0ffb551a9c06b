package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Segl at which people log in by a scripted provider, and a browser's way there. */
final class ScriptedSegl implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    final ScriptedIssuer issuer;
    final IdTokens tokens;
    final Server segl;
    final URI home;

    ScriptedSegl(Path folder) throws Exception {
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

    @Override
    public void close() {
        client.close();
        segl.close();
        issuer.close();
    }

    /** Sends a form as another server does, with no cookie. */
    HttpResponse<String> post(String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** A login that Segl has asked for. */
    record Begun(String cookie, String state, String nonce) {}

    Begun begin() {
        HttpResponse<String> asked = get(home.resolve("/oauth2/authorization/login"), "");
        URI authorize = location(asked);
        assertThat(authorize.toString()).startsWith(issuer.name() + "/authorize?");
        return new Begun(
                cookie(asked), parameter(authorize, "state"), parameter(authorize, "nonce"));
    }

    /** Comes back from the provider, which then hands out that token. */
    HttpResponse<String> back(Begun begun, String idToken) {
        return get(
                home.resolve(
                        "/login/oauth2/code/login?code="
                                + issuer.code(idToken)
                                + "&state="
                                + begun.state()),
                begun.cookie());
    }

    long persons() {
        return segl.part(JdbcClient.class)
                .sql("SELECT count(*) FROM person")
                .query(Long.class)
                .single();
    }

    boolean isInside(String cookie) {
        return get(home.resolve("/innboks"), cookie).statusCode() == 200;
    }

    HttpResponse<String> get(URI uri, String cookie) {
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

    static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    static String cookie(HttpResponse<String> answer) {
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
