package no.segl.proof.travel;

import static no.segl.proof.travel.Chromium.context;
import static no.segl.proof.travel.Chromium.logIn;
import static no.segl.proof.travel.Chromium.named;
import static no.segl.proof.travel.Chromium.options;
import static no.segl.proof.travel.Chromium.playwright;
import static no.segl.proof.travel.Chromium.shoot;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Objects;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where two persons are needed, one of the two who administer access asks and cannot approve it;
 * the other sees in the menu that something waits, approves it, and it holds.
 */
class FourEyesTravelsTest {

    private static final String SCHOOL = "Fjordvik barneskule";
    private static final String UNIT = "/tilganger/enhet/310451231";
    private static final String TWO = "/tilganger/to-personer";
    private static final String RECEIVER = "Stille Bekk";

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void oneAsksAndAnotherApproves(
            Language language, String locale, int width, @TempDir Path folder) throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext director = context(browser, locale, width);
                BrowserContext deputy = context(browser, locale, width)) {
            Page asks = logIn(director, segl.home, "Stødig Furu");
            Page approves = logIn(deputy, segl.home, "Trygg Gran");
            assertThat(menu(approves).innerText()).as("nothing waits").doesNotContain("(");

            asks.navigate(segl.home + TWO);
            asks.getByRole(AriaRole.BUTTON, named(texts.get("fourEyes.require"))).click();
            said(asks, "REQUIRED");
            asks.navigate(segl.home + UNIT);
            asksFor(asks);
            assertThat(asks.locator("main").innerText()).contains(texts.get("fourEyes.own"));
            assertThat(
                            asks.getByRole(AriaRole.BUTTON, named(texts.get("fourEyes.approve")))
                                    .count())
                    .as("not their own")
                    .isZero();
            assertThat(menu(asks).innerText()).as("it waits for another").doesNotContain("(");
            shoot(asks, "four-eyes-asked-" + language);

            approves.navigate(segl.home + "/innboks");
            assertThat(menu(approves).innerText()).contains("(1)");
            assertThat(menu(approves).textContent()).contains(texts.count("nav.toApprove", 1));
            menu(approves).click();
            shoot(approves, "four-eyes-waiting-" + language);
            approves.getByRole(AriaRole.LINK, named(texts.get("access.nav.two"))).click();
            assertThat(approves.locator("main").innerText())
                    .contains(RECEIVER)
                    .contains(SCHOOL)
                    .contains("Stødig Furu");
            shoot(approves, "four-eyes-" + language);
            approves.getByRole(AriaRole.BUTTON, named(texts.get("fourEyes.approve"))).click();
            said(approves, "APPROVED");
            assertThat(menu(approves).innerText()).as("nothing waits").doesNotContain("(");
            approves.navigate(segl.home + UNIT);
            assertThat(approves.locator("#k-general").innerText()).contains(RECEIVER);
        }
    }

    private Locator menu(Page page) {
        return page.locator(".main-nav a[href='/tilganger']");
    }

    private void said(Page page, String what) {
        assertThat(page.locator(".said").innerText()).contains(texts.get("fourEyes.said." + what));
    }

    private void asksFor(Page page) {
        if (!page.getByLabel(texts.get("person.choose")).isVisible()) {
            page.getByText(texts.get("give.heading")).first().click();
        }
        page.getByLabel(texts.get("person.choose"))
                .selectOption(
                        Objects.requireNonNull(
                                page.locator(
                                                "option",
                                                new Page.LocatorOptions().setHasText(RECEIVER))
                                        .first()
                                        .getAttribute("value")));
        page.locator("input[name=kategori][value=GENERAL]").check();
        page.getByRole(AriaRole.BUTTON, named(texts.get("give.submit"))).click();
        said(page, "ASKED");
    }
}
