package no.segl.proof.demo;

import static no.segl.proof.demo.IssuerOnLoopback.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.segl.proof.demo.World.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The login page in a real browser, with a stand-in for Segl to come back to. Needs Chromium: the
 * one that {@code SEGL_CHROMIUM} names, or the system's; without one the tests are skipped.
 */
class LoginPageBrowserTest {

    @TempDir private static Path keys;

    private static HttpServer segl;
    private static IssuerOnLoopback issuer;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no Chromium on this machine");
        segl = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        segl.createContext(
                "/",
                exchange -> {
                    byte[] body = "Segl".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        segl.start();
        issuer = IssuerOnLoopback.start(keys, 0, redirect());
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(chromium.get())
                                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            playwright.close();
            issuer.close();
            segl.stop(0);
        }
    }

    @Test
    void aClickOnAPersonLeadsBackToSegl() {
        try (Page page = page("nb")) {
            page.getByRole(AriaRole.BUTTON, named("Rolig Måke")).click();
            page.waitForURL(Pattern.compile(Pattern.quote(redirect().toString()) + ".*"));

            assertThat(page.url()).contains("code=", "state=st4te");
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (Page page = page("nn")) {
            page.keyboard().press("Tab");
            assertThat(page.locator("#level:focus").count()).isOne();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(Pattern.quote(redirect().toString()) + ".*"));

            assertThat(page.url()).contains("code=");
        }
    }

    @Test
    void everybodyIsOfferedWithWhatTheyCanDo() {
        try (Page page = page("nn")) {
            for (Person person : World.fjordvik().persons()) {
                assertThat(page.getByRole(AriaRole.BUTTON, named(person.name())).innerText())
                        .contains(person.role().nn());
            }
            assertThat(page.getByRole(AriaRole.BUTTON, named("Rolig Måke")).innerText())
                    .contains("Kan opne brev om barnevern til Fjordvik barnevernsteneste");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Stødig Furu")).innerText())
                    .contains("Styrer tilgangen i Fjordvik kommune, og kan sjølv ikkje opne noko");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Stille Bekk")).innerText())
                    .contains("Har ingen tilgang til teiepliktig post");
        }
    }

    @ParameterizedTest
    @CsvSource({"nb, Hvem vil du være?", "nn, Kven vil du vere?", "en, Who do you want to be?"})
    void axeFindsNothingToMendAndNothingIsFetchedFromElsewhere(String language, String title)
            throws IOException {
        try (Page page = browser.newPage()) {
            List<String> asked = new CopyOnWriteArrayList<>();
            List<String> said = new CopyOnWriteArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.onConsoleMessage(message -> said.add(message.text()));
            open(page, language);

            assertThat(page.locator("h1").innerText()).isEqualTo(title);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId)
                    .isEmpty();
            assertThat(asked).allMatch(url -> url.equals(page.url()) || url.equals("data:,"));
            assertThat(said).isEmpty();
            page.setViewportSize(320, 640);
            assertThat((Boolean) page.evaluate("document.body.scrollWidth <= 320")).isTrue();
            picture(page, language);
        }
    }

    private static Page page(String language) {
        Page page = browser.newPage();
        open(page, language);
        return page;
    }

    private static void open(Page page, String language) {
        Map<String, String> query = login();
        query.put("redirect_uri", redirect().toString());
        query.put("ui_locales", language);
        page.navigate(issuer.authorize(query).toString());
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static URI redirect() {
        return URI.create(
                "http://localhost:" + segl.getAddress().getPort() + "/login/oauth2/code/login");
    }

    /** A picture for people to look at, when {@code segl.pictures} names a folder. */
    private static void picture(Page page, String name) throws IOException {
        String folder = System.getProperty("segl.pictures");
        if (folder != null) {
            page.setViewportSize(900, 900);
            page.screenshot(
                    new ScreenshotOptions().setPath(Path.of(folder, "login-" + name + ".png")));
        }
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("SEGL_CHROMIUM")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
