package no.segl.app.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks at every page in a real browser: light and dark, narrow and wide, by keyboard, without
 * scripts. Pictures of them go to {@code target/pages}. Needs Chromium, at {@code SEGL_CHROMIUM} or
 * where Debian puts it; without one the test is skipped, except in CI, where it must run.
 */
class BrowserTest {

    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("SEGL_CHROMIUM", "/usr/bin/chromium"));
    private static final Set<String> PICTURED =
            Set.of(
                    "front",
                    "inbox",
                    "inbox-acted",
                    "sealed",
                    "letter",
                    "refused-bare",
                    "sent",
                    "sent-letter");

    private static final int NARROW = 320;
    private static final int WIDE = 1440;

    private static PageServer server;
    private static Playwright playwright;
    private static Browser browser;

    private static final List<String> complaints = new ArrayList<>();
    private static com.microsoft.playwright.Page tab;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) || System.getenv().containsKey("CI"), "no Chromium");
        server = new PageServer();
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
        tab = newTab();
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** One tab for all the tests, so that styles, scripts and letters are fetched once. */
    private static com.microsoft.playwright.Page newTab() {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        com.microsoft.playwright.Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    @BeforeEach
    void wide() {
        tab.setViewportSize(WIDE, 900);
        look(ColorScheme.LIGHT);
    }

    @AfterEach
    void noComplaints() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("what the browser complained of").isEmpty();
    }

    static List<String> names() {
        return List.copyOf(Samples.all().keySet());
    }

    /**
     * The pages that most people see: light and dark, wide and narrow. Of the others, which are
     * made of the same parts, every second one light and wide, the rest dark and narrow; all of
     * them all four ways with {@code -Dsegl.pages=all}. The pictures are for people to look at: a
     * test cannot tell whether a page is good to look at.
     */
    @ParameterizedTest
    @MethodSource("names")
    void everybodyCanUseIt(String name) {
        boolean every = every(name);
        boolean light = names().indexOf(name) % 2 == 0;
        tab.navigate(server.url(Language.NB, name));
        for (int width : List.of(WIDE, NARROW)) {
            tab.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                boolean chosen = light == (scheme == ColorScheme.LIGHT) && light == (width == WIDE);
                if (every || chosen) {
                    look(scheme);
                    assertThat(Axe.violations(tab)).as(name + " " + width + " " + scheme).isEmpty();
                }
                if (every) {
                    picture(Language.NB, name, width, scheme);
                }
            }
            fits(name + " " + width);
        }
    }

    private static boolean every(String name) {
        return PICTURED.contains(name) || "all".equals(System.getProperty("segl.pages"));
    }

    private static void look(ColorScheme scheme) {
        tab.emulateMedia(
                new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void fits(String where) {
        Object over =
                tab.evaluate(
                        "() => Math.max(0, document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth)");
        assertThat(over).as(where + " scrolls sideways").isEqualTo(0);
    }

    /**
     * The pages that most people see in both other languages, and of the others every second one in
     * each; all of them in both with {@code -Dsegl.pages=all}.
     */
    @ParameterizedTest
    @MethodSource("names")
    void itFitsANarrowScreenInOtherLanguages(String name) {
        tab.setViewportSize(NARROW, 700);
        boolean nynorsk = names().indexOf(name) % 2 == 0;
        for (Language language : List.of(Language.NN, Language.EN)) {
            if (every(name) || nynorsk == (language == Language.NN)) {
                tab.navigate(server.url(language, name));
                fits(name + " " + language);
                if (language == Language.NN && PICTURED.contains(name)) {
                    picture(language, name, NARROW, ColorScheme.LIGHT);
                }
            }
        }
    }

    @Test
    void menusAndLettersAreReachedByKeyboardAlone() {
        tab.navigate(server.url(Language.NB, "inbox"));
        tab.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Hopp til innholdet");
        tab.keyboard().press("Enter");
        for (String next : List.of("Ikke håndtert", "Ikke åpnet", "Mine", "Håndtert", "Alle")) {
            tab.keyboard().press("Tab");
            assertThat(focused()).isEqualTo(next);
        }
        // The two choices and their button, and the first letter's box.
        for (int i = 0; i < 5; i++) {
            tab.keyboard().press("Tab");
        }
        assertThat(focused()).isEqualTo("Oversending av rapport");

        Locator menu = tab.locator("#meny-person");
        tab.locator("[popovertarget=meny-person]").focus();
        tab.keyboard().press("Enter");
        assertThat(menu.isVisible()).isTrue();
        assertThat(menu.innerText()).contains("Kari Nordgård", "Strandbygda skole");
        tab.keyboard().press("Escape");
        assertThat(menu.isVisible()).isFalse();
        assertThat(
                        tab.locator("[popovertarget=meny-person]")
                                .evaluate("e => e === document.activeElement"))
                .isEqualTo(true);
    }

    @Test
    void showMoreAddsRowsAndMovesOnToTheFirstOfThem() {
        tab.navigate(server.url(Language.NB, "inbox"));
        int before = tab.locator("#rader > tr").count();
        tab.locator("#mer a").click();
        tab.waitForFunction("n => document.querySelectorAll('#rader > tr').length > n", before);

        assertThat(tab.locator("#rader > tr").count()).isEqualTo(before + 3);
        tab.waitForFunction("() => document.getElementById('sagt').textContent !== ''");
        assertThat(tab.locator("#sagt").textContent()).isEqualTo("3 rader til er vist.");
        assertThat(focused()).isEqualTo("Svar på henvendelse");
        assertThat(tab.locator("#mer [hx-get]").count()).isZero();
    }

    @Test
    void keysMoveAboutAndCanBeTurnedOff() {
        tab.navigate(server.url(Language.NB, "inbox"));
        tab.keyboard().press("j");
        tab.keyboard().press("j");
        assertThat(focused()).isEqualTo("Epikrise og plan for oppfølging");
        tab.keyboard().press("x");
        assertThat(tab.locator("#valgte").textContent()).isEqualTo("1 valgt");
        Locator list = tab.locator("#hurtigtaster");
        tab.keyboard().press("?");
        assertThat(list.isVisible()).isTrue();
        assertThat(Axe.violations(tab)).as("with the list open").isEmpty();
        tab.getByLabel("Bruk hurtigtaster i denne nettleseren").uncheck();
        tab.reload();
        tab.keyboard().press("j");
        assertThat(tab.evaluate("() => document.activeElement.tagName")).isEqualTo("BODY");
    }

    @Test
    void keysOfALetterFindWhatItsButtonsDo() {
        tab.navigate(server.url(Language.NB, "letter"));
        tab.keyboard().press("h");
        assertThat(focused()).isEqualTo("Merk som håndtert");
        tab.keyboard().press("t");
        tab.keyboard().press("h");
        assertThat(tab.evaluate("() => document.activeElement.id"))
                .as("in a field a letter is a letter")
                .isEqualTo("tildel-person");
    }

    @Test
    void aRowIsALargeTargetForItsLetter() {
        tab.navigate(server.url(Language.NB, "problems"));
        tab.locator("tr.row td").first().click();
        tab.waitForURL("**/problem/request-not-valid");
    }

    @Test
    void faultsOfAFormAreMetFirst() {
        tab.navigate(server.url(Language.NB, "letter-faults"));
        tab.waitForFunction("() => document.activeElement.matches('ds-error-summary')");
    }

    @Test
    void everythingWorksWithoutScripts() {
        try (BrowserContext plain =
                browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            com.microsoft.playwright.Page page = plain.newPage();
            page.setViewportSize(NARROW, 700);
            page.navigate(server.url(Language.NB, "inbox"));
            page.locator("[popovertarget=meny-sprak]").click();
            assertThat(page.locator("#meny-sprak button[value=nn]").isVisible()).isTrue();
            page.locator("#mer a").click();
            assertThat(page.url()).endsWith("/innboks?etter=MjAyNg");
            assertThat(page.locator("#rader > tr").count()).isEqualTo(3);
        }
    }

    private void picture(Language language, String name, int width, ColorScheme scheme) {
        String file = name + "-" + language.tag() + "-" + width + "-" + scheme.name();
        byte[] picture =
                tab.screenshot(
                        new com.microsoft.playwright.Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target/pages/pictures", file + ".png")));
        assertThat(picture).isNotEmpty();
    }

    private String focused() {
        return (String) tab.evaluate("() => document.activeElement.textContent.trim()");
    }
}
