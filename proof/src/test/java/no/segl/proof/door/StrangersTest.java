package no.segl.proof.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import no.segl.proof.demo.Visit;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who is not logged in gets: pages, and nothing that Segl must remember. */
@TestInstance(Lifecycle.PER_CLASS)
class StrangersTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private RunningSegl segl;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/problem",
                "/problem/not-found",
                "/tilgjengelighet",
                "/utlogget",
                "/logg-inn",
                "/innboks",
                "/brev/0198f6a2-0001-7000-8000-000000000001",
                "/nowhere",
                "/health"
            })
    void noPageMakesASession(String path) throws Exception {
        assertThat(cookies(get(path))).noneMatch(c -> c.startsWith("segl="));
    }

    @Test
    void aPageThatWasAskedForIsShownAfterTheLogin() throws Exception {
        try (Visit visit =
                Visit.logIn(
                        segl.home, segl.world.persons().getFirst().subject(), "/sendt?vis=alle")) {
            assertThat(visit.get("/innboks").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLanguageIsChosenWithoutASessionAndLeadsNowhereElse() throws Exception {
        assertThat(language("sprak=nn&tilbake=%2Fproblem").headers().firstValue("Location"))
                .contains("/problem");
        for (String elsewhere :
                List.of(
                        "%2F%2Fexample.com",
                        "https%3A%2F%2Fexample.com", "%2F%5Cexample", "", "%2F%25")) {
            HttpResponse<String> answer = language("sprak=nn&tilbake=" + elsewhere);
            assertThat(answer.statusCode()).as(elsewhere).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).as(elsewhere).contains("/");
        }
        HttpResponse<String> answer = language("");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(cookies(answer)).noneMatch(c -> c.startsWith("segl="));
    }

    @Test
    void aFailedLoginIsSaid() throws Exception {
        String start = "/login/oauth2/code/login?error=access_denied&state=x";
        HttpResponse<String> answer = get(start);
        assertThat(answer.statusCode()).isEqualTo(302);
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(
                        client.send(
                                        HttpRequest.newBuilder(segl.home.resolve(back)).build(),
                                        BodyHandlers.ofString())
                                .body())
                .contains("Innloggingen ble ikke fullført");
    }

    @Test
    void tokensThatAreNotGoodAreNotCheckedForEver() throws Exception {
        HttpResponse<String> answer = segl.get("/api/v1/letters", "not.a.token");
        int tries = 0;
        while (answer.statusCode() == 401 && tries++ < 5000) {
            answer = segl.get("/api/v1/letters", "not.a.token");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(segl.home.resolve(path))
                        .header("Accept", "text/html,*/*")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> language(String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(segl.home.resolve("/sprak"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }
}
