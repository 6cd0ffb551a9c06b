package no.segl.proof.travel;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's Chromium, and what every journey in it begins with. */
final class Chromium {

    private static final String AXE = AxeBuilder.getAxeScript();

    private Chromium() {}

    static Page logIn(BrowserContext context, URI home, String name) {
        Page page = context.newPage();
        page.navigate(home + "/innboks");
        page.getByRole(AriaRole.BUTTON, named(name)).click();
        return page;
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    static BrowserContext context(Browser browser, String language, int width) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900));
    }

    /**
     * A picture of the page to look at, in {@code target/pictures}, once axe has nothing against
     * the page as it stands in the middle of the journey.
     */
    static void shoot(Page page, String name) {
        Locator main = page.locator("main");
        main.waitFor();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
        assertThat(violations(page)).as("what axe finds on %s", name).isEmpty();
    }

    /** Only what axe finds wrong crosses to us; a PDF's frame is the browser's own. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        if (page.evaluate("() => typeof axe").equals("undefined")) {
            page.evaluate(AXE);
        }
        return (List<String>)
                page.evaluate(
                        """
                        () => axe.run({exclude: [['iframe']]}, {resultTypes: ['violations']})
                            .then(found => found.violations.map(rule =>
                                rule.id + ': ' + rule.nodes.map(node => node.html).join(' ')))
                        """);
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static BrowserType.LaunchOptions options() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
        String program =
                Optional.ofNullable(System.getenv("SEGL_CHROMIUM")).orElse("/usr/bin/chromium");
        assertThat(Files.isExecutable(Path.of(program))).as("a Chromium to drive").isTrue();
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(program))
                .setArgs(arguments);
    }
}
