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
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Optional;
import no.segl.app.evidence.PackCheck;
import no.segl.app.ledger.SigningKey;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.core.id.Digest;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A director sees which schools cannot get child-welfare mail and comes to giving access, and
 * answers a check; an archivist finds that a letter was opened, and takes along what proves it.
 */
class WatchTravelsTest {

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void whichSchoolsCannotReceive(
            Language language, String locale, int width, @TempDir Path folder) throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext director = context(browser, locale, width)) {
            Page page = logIn(director, segl.home, "Stødig Furu");
            page.getByRole(AriaRole.LINK, named(texts.get("nav.survey"))).first().click();
            shoot(page, "survey");

            page.locator("#sok").fill("skule");
            page.locator("#kategori").selectOption("CHILD_WELFARE");
            page.getByRole(AriaRole.BUTTON, named(texts.get("access.show"))).click();
            Locator rows = page.locator("tr.row");
            assertThat(rows.count()).isEqualTo(3);
            assertThat(page.locator(".summary").innerText())
                    .contains(texts.get("survey.ready.category", "0", "3", "Barnevern"));
            assertThat(rows.first().innerText()).contains(texts.get("survey.verdict.NO_HOLDER"));

            rows.first().locator("th a").click();
            assertThat(page.locator("main").innerText())
                    .contains(texts.get("ready.ground.NOBODY_HAS_ACCESS"));
            shoot(page, "unit-survey");
            page.getByRole(AriaRole.LINK, named(texts.get("survey.mend.give"))).click();
            assertThat(page.url()).contains("/tilganger/gi?enhet=");
            assertThat(page.getByRole(AriaRole.BUTTON, named(texts.get("give.submit"))).count())
                    .isEqualTo(1);
            answersACheck(page, segl);
        }
    }

    private void answersACheck(Page page, RunningSegl segl) {
        page.navigate(segl.home + "/beredskap/sjekk");
        shoot(page, "checks");
        page.locator("a#sjekk-SVARUT_PAPER").click();
        page.locator("#svar-NOT_AS_IT_SHOULD").check();
        page.getByRole(AriaRole.BUTTON, named(texts.get("checks.save"))).click();
        assertThat(page.locator(".said").innerText()).contains(texts.get("checks.kept"));
        assertThat(page.locator("tr.row").first().innerText())
                .contains(texts.get("checks.state.WRONG"))
                .contains("Stødig Furu");
        shoot(page, "check");
        page.navigate(segl.home + "/tilganger");
        assertThat(page.locator("main").innerText())
                .contains(texts.get("attention.CHECK_WRONG"))
                .contains(texts.get("attention.CHECK_NEVER"));
        page.navigate(segl.home + "/kilder");
        assertThat(page.locator("main").innerText()).contains(texts.get("sources.state.OFF"));
        shoot(page, "sources");
    }

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void thatALetterWasOpened(Language language, String locale, int width, @TempDir Path folder)
            throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext reader = context(browser, locale, 1440);
                BrowserContext archivist = context(browser, locale, width)) {
            Page reads = logIn(reader, segl.home, "Rolig Måke");
            reads.locator("a.row-link").first().click();
            reads.locator("form[action$='/apne'] button").click();

            Page page = logIn(archivist, segl.home, "Våken Ugle");
            page.getByRole(AriaRole.LINK, named(texts.get("nav.log"))).first().click();
            shoot(page, "log");
            page.locator("#hva").selectOption("OPENING");
            page.getByRole(AriaRole.BUTTON, named(texts.get("access.show"))).click();
            Locator opened =
                    page.locator("tr.row")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHasText(texts.get("ledger.fact.LetterOpened")));
            assertThat(opened.first().innerText())
                    .as("nobody of the other end is named")
                    .contains(texts.get("ledger.otherEnd"))
                    .doesNotContain("Rolig Måke");
            Download proof =
                    page.waitForDownload(() ->
                            opened.first()
                                    .getByRole(
                                            AriaRole.LINK,
                                            new Locator.GetByRoleOptions()
                                                    .setName(texts.get("log.proof")))
                                    .click());
            Path file = folder.resolve(proof.suggestedFilename());
            proof.saveAs(file);
            Digest key = Digest.of(segl.server.part(SigningKey.class).publicKey().getEncoded());
            assertThat(PackCheck.check(file, Optional.of(key)).flaws()).isEmpty();
        }
    }
}
