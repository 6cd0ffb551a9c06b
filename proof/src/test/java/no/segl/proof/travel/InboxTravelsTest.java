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
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mail distributor opens a letter, takes it, chooses all that there is and marks it as handled:
 * what is opened is, and what is not is said to be unopened and stays where it was.
 */
class InboxTravelsTest {

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromUnopenedToHandled(Language language, String locale, int width, @TempDir Path folder)
            throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext distributor = context(browser, locale, width)) {
            Page page = logIn(distributor, segl.home, "Rolig Måke");
            int letters = page.locator("a.row-link").count();
            assertThat(letters).isGreaterThan(1);
            takes(page);
            choosesAll(page, letters);

            String said = page.locator(".said").innerText();
            assertThat(said)
                    .contains(texts.count("bulk.handled", 1))
                    .contains(texts.count("bulk.left", letters - 1))
                    .contains(texts.get("bulk.why.NOT_OPENED"));
            assertThat(page.locator("a.row-link").count())
                    .as("what is not opened stays in sight")
                    .isEqualTo(letters - 1);
            takesUpAgain(page);
        }
    }

    private void takes(Page page) {
        page.locator("a.row-link").first().click();
        page.getByRole(AriaRole.BUTTON, named(texts.get("sealed.open"))).click();
        page.locator("#tildel-person").selectOption(texts.get("care.me"));
        page.getByRole(AriaRole.BUTTON, named(texts.get("care.assign")).setExact(true)).click();
        assertThat(page.locator(".care").innerText()).contains(texts.get("care.assigned.you"));
        shoot(page, "assigned");
        page.keyboard().press("u");
        page.getByRole(AriaRole.LINK, named(texts.get("inbox.view.MINE")).setExact(true)).click();
        assertThat(page.locator("a.row-link").count()).isEqualTo(1);
        page.getByRole(AriaRole.LINK, named(texts.get("inbox.view.NOT_HANDLED"))).click();
    }

    private void choosesAll(Page page, int letters) {
        for (int i = 0; i < letters; i++) {
            page.locator(".choose").nth(i).check();
        }
        shoot(page, "chosen");
        page.getByRole(AriaRole.BUTTON, named(texts.get("care.handle"))).click();
        shoot(page, "handled");
    }

    private void takesUpAgain(Page page) {
        page.getByRole(AriaRole.LINK, named(texts.get("inbox.view.HANDLED")).setExact(true))
                .click();
        page.locator("a.row-link").click();
        page.getByRole(AriaRole.BUTTON, named(texts.get("care.reopen"))).click();
        assertThat(page.locator(".care").innerText()).doesNotContain(texts.get("care.handled"));
        assertThat(page.getByRole(AriaRole.BUTTON, named(texts.get("care.handle"))).isVisible())
                .isTrue();
    }
}
