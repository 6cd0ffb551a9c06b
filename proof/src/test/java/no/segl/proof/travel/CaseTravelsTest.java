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
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An archivist finds the letter that nobody can open, takes the case, writes whom she spoke to, is
 * told what happened in another tab, and settles the letter; then says where she is told of things.
 */
class CaseTravelsTest {

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromRaisedToSettled(Language language, String locale, int width, @TempDir Path folder)
            throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext archivist = context(browser, locale, width)) {
            segl.looks(RunningSegl.CLOCK).run();
            Page page = logIn(archivist, segl.home, "Våken Ugle");
            page.getByRole(AriaRole.LINK, named(texts.get("nav.followUp"))).click();
            shoot(page, "cases");
            page.locator("a.row-link").first().click();
            assertThat(page.locator("h1").innerText())
                    .isEqualTo(texts.get("case.reason.NOBODY_CAN_OPEN"));
            takesInAnotherTab(archivist, page);
            writes(page);
            Page stale = archivist.newPage();
            stale.navigate(segl.home.resolve(toLetter(page)).toString());
            settles(page);
            takesBackTooLate(stale);
            saysWhereSheIsTold(page, segl);
        }
    }

    private void takesInAnotherTab(BrowserContext archivist, Page page) {
        Page other = archivist.newPage();
        other.navigate(page.url());
        other.getByRole(AriaRole.BUTTON, named(texts.get("case.take"))).click();
        assertThat(other.locator(".care-who").innerText()).contains(texts.get("case.owner.you"));
        other.close();

        page.getByRole(AriaRole.BUTTON, named(texts.get("case.take"))).click();
        shoot(page, "case-changed");
        assertThat(page.locator(".said").innerText())
                .contains(texts.get("case.trouble.CHANGED"))
                .contains(texts.get("case.event.taken"));
    }

    private void writes(Page page) {
        page.locator("#kommentar").fill("Snakket med sentralbordet, de ringer tilbake.");
        page.getByRole(AriaRole.BUTTON, named(texts.get("case.comment.submit"))).click();
        assertThat(page.locator(".said-words").innerText()).contains("sentralbordet");
        shoot(page, "case");
    }

    private void settles(Page page) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(texts.get("case.settle")))
                .click();
        page.locator("#oppgjort-TOLD_IN_PERSON").check();
        page.locator("#oppgjort-sikker").check();
        page.getByRole(AriaRole.BUTTON, named(texts.get("case.settle"))).click();
        assertThat(page.locator(".events").first().innerText())
                .contains(texts.get("case.closedBy.LetterSettled"));
        shoot(page, "case-settled");
    }

    private static String toLetter(Page page) {
        return page.locator("a[href^='/sendt/']").first().getAttribute("href");
    }

    private void takesBackTooLate(Page stale) {
        stale.locator("details.withdraw > summary").click();
        stale.locator("#grunn-ikke-lenger-aktuelt").check();
        stale.getByRole(AriaRole.BUTTON, named(texts.get("withdraw.confirm"))).click();
        assertThat(stale.locator(".said").innerText())
                .isEqualTo(texts.get("withdraw.trouble.ALREADY_CLOSED"));
        shoot(stale, "withdrawn-too-late");
        stale.close();
    }

    private void saysWhereSheIsTold(Page page, RunningSegl segl) {
        page.navigate(segl.home.resolve("/varsling/min").toString());
        page.locator("#ny-adresse").fill("ring meg");
        page.getByRole(AriaRole.BUTTON, named(texts.get("addresses.add"))).click();
        assertThat(page.locator(".ds-validation-message").innerText())
                .isEqualTo(texts.get("addresses.fault.BAD_ADDRESS"));
        assertThat(page.locator("#ny-adresse").inputValue()).isEqualTo("ring meg");
        page.locator("#ny-adresse").fill("912 34 567");
        page.getByRole(AriaRole.BUTTON, named(texts.get("addresses.add"))).click();
        assertThat(page.locator(".address").innerText()).contains("+4791234567");
        shoot(page, "addresses");
        page.getByRole(AriaRole.BUTTON, named(texts.get("addresses.remove"))).click();
        assertThat(page.locator(".address").count()).isZero();
    }
}
