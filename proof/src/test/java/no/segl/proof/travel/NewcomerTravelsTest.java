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

/** Somebody new has no right at all, sees whom to ask, asks, is given access, and opens. */
class NewcomerTravelsTest {

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromNothingToTheFirstLetter(
            Language language, String locale, int width, @TempDir Path folder) throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext newcomer = context(browser, locale, width);
                BrowserContext director = context(browser, locale, width)) {
            Page works = logIn(newcomer, segl.home, "Stille Bekk");
            assertThat(works.locator("main").innerText())
                    .contains(texts.get("inbox.noAccess.heading"))
                    .as("whom to ask")
                    .contains(texts.get("givers.heading"))
                    .contains("Stødig Furu");
            assertThat(works.locator("a.row-link").count()).isZero();
            shoot(works, "newcomer");

            Page administers = logIn(director, segl.home, "Stødig Furu");
            gives(administers, segl.home + "/tilganger/enhet/310451223");

            works.reload();
            works.locator("a.row-link").first().click();
            works.getByRole(AriaRole.BUTTON, named(texts.get("sealed.open"))).click();
            assertThat(works.locator("main").innerText()).contains("SHA-256");
        }
    }

    private void gives(Page page, String unit) {
        page.navigate(unit);
        page.locator("#person")
                .selectOption(
                        Objects.requireNonNull(
                                page.locator(
                                                "#person option",
                                                new Page.LocatorOptions().setHasText("Stille Bekk"))
                                        .getAttribute("value")));
        page.locator("#gi-CHILD_WELFARE").check();
        page.getByRole(AriaRole.BUTTON, named(texts.get("give.submit")).setExact(true)).click();
        assertThat(page.locator(".said").innerText()).contains(texts.get("unitAccess.said.GIVEN"));
    }
}
