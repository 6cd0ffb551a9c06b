package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Logins that are not what Segl asked for, or come twice, or to another browser. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplayedLoginTest {

    private static final Pattern NONCE = Pattern.compile("nonce=[^&]+");

    private final HttpClient client = HttpClient.newHttpClient();
    private RunningSegl segl;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
    }

    @AfterAll
    void stop() {
        client.close();
        segl.close();
    }

    /** A login that Segl has asked for. */
    private record Begun(String cookie, URI authorize) {}

    @Test
    void whatCameBackOnceIsNotTakenTwice() throws Exception {
        Begun login = begin();
        URI back = choose(login.authorize());
        HttpResponse<String> first = get(back, login.cookie());
        String inside = cookie(first);
        assertThat(isInside(inside)).isTrue();

        failed(get(back, login.cookie()));
        failed(get(back, inside));
        assertThat(isInside(inside)).as("the session that stands is left alone").isTrue();
        assertThat(isInside(login.cookie())).isFalse();
    }

    @Test
    void aStateThatWasUsedTakesNoNewCode() throws Exception {
        Begun login = begin();
        URI back = choose(login.authorize());
        String inside = cookie(get(back, login.cookie()));
        String fresh = parameter(choose(login.authorize()), "code");

        failed(get(URI.create(back.toString().replace(parameter(back, "code"), fresh)), inside));
    }

    @Test
    void aCodeOfAnotherLoginIsRefused() throws Exception {
        Begun mine = begin();
        Begun theirs = begin();
        URI myBack = choose(mine.authorize());
        String code = parameter(choose(theirs.authorize()), "code");

        failed(
                get(
                        URI.create(myBack.toString().replace(parameter(myBack, "code"), code)),
                        mine.cookie()));
    }

    @Test
    void aCodeThatWasUsedIsRefusedInANewLogin() throws Exception {
        Begun first = begin();
        URI back = choose(first.authorize());
        get(back, first.cookie());
        Begun second = begin();
        URI secondBack = choose(second.authorize());

        failed(
                get(
                        URI.create(
                                secondBack
                                        .toString()
                                        .replace(
                                                parameter(secondBack, "code"),
                                                parameter(back, "code"))),
                        second.cookie()));
    }

    @Test
    void anotherNonceIsRefused() throws Exception {
        Begun login = begin();
        String asked = login.authorize().toString();
        assertThat(asked).containsPattern(NONCE);

        URI back = choose(URI.create(NONCE.matcher(asked).replaceFirst("nonce=another")));

        failed(get(back, login.cookie()));
    }

    @Test
    void anotherBrowserGetsNothingByTheAddress() throws Exception {
        Begun mine = begin();
        Begun theirs = begin();

        failed(get(choose(theirs.authorize()), mine.cookie()));
        failed(get(choose(theirs.authorize()), ""));
    }

    private void failed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/?innlogging=feilet");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("segl="));
    }

    private Begun begin() throws Exception {
        HttpResponse<String> asked = get(segl.home.resolve("/oauth2/authorization/login"), "");
        return new Begun(cookie(asked), location(asked));
    }

    private URI choose(URI authorize) throws Exception {
        String subject = segl.world.persons().getFirst().subject();
        return location(
                client.send(
                        HttpRequest.newBuilder(authorize)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("subject=" + subject))
                                .build(),
                        BodyHandlers.ofString()));
    }

    private boolean isInside(String cookie) throws Exception {
        return get(segl.home.resolve("/innboks"), cookie).statusCode() == 200;
    }

    private HttpResponse<String> get(URI uri, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/html");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), BodyHandlers.ofString());
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
        return Pattern.compile("[?&]" + name + "=([^&]+)")
                .matcher(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
