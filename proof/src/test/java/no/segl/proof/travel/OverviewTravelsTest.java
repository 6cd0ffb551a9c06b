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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The leader of an archive sees how it stands, goes from a figure to the letters behind it, asks in
 * words of her own, is told what was not understood, and takes the list along as a file.
 */
class OverviewTravelsTest {

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromTheFigureToTheLetters(
            Language language, String locale, int width, @TempDir Path folder) throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext archivist = context(browser, locale, width)) {
            Page page = logIn(archivist, segl.home, "Våken Ugle");
            page.getByRole(AriaRole.LINK, named(texts.get("nav.overview"))).first().click();
            shoot(page, "overview");
            String unopened = page.locator(".figure a").first().innerText();

            page.locator(".figure a").first().click();
            assertThat(page.locator("#sporsmal").inputValue())
                    .as("the figure says what it asks")
                    .isEqualTo("uåpnet");
            assertThat(page.locator(".summary").innerText()).startsWith(unopened + " ");
            assertThat(page.locator("tr.row").count()).isEqualTo(Integer.parseInt(unopened));
            shoot(page, "letters-unopened");

            asks(page, "uåpnet advokat");
            assertThat(page.locator("tr.row").count()).isEqualTo(1);
            assertThat(page.locator(".not-ready").innerText().strip())
                    .isEqualTo(texts.get("letters.ready.UNKNOWN"));
            takesAlong(page);

            asks(page, "uåpnet > mange dager");
            assertThat(page.locator("#sporsmal-feil").innerText())
                    .contains(texts.get("asked.misread.NO_NUMBER", ">"));
            assertThat(page.locator("#sporsmal").inputValue()).isEqualTo("uåpnet > mange dager");
            shoot(page, "letters-misread");

            String there = page.url();
            asks(page, "018190 10001");
            assertThat(page.url()).as("no number is sent in an address").isEqualTo(there);
            assertThat(page.locator("#sporsmal").evaluate("f => f.validationMessage"))
                    .isEqualTo(texts.get("asked.misread.PERSON_NUMBER"));

            asks(page, "uåpnet");
            page.getByRole(AriaRole.LINK, named(texts.get("asked.view.PARTIES.SENDER"))).click();
            shoot(page, "letters-parties");
            page.locator("tr.row a.row-link").first().click();
            assertThat(page.locator("tr.row").count()).isPositive();
        }
    }

    private void asks(Page page, String question) {
        page.locator("#sporsmal").fill(question);
        page.getByRole(AriaRole.BUTTON, named(texts.get("asked.ask"))).click();
    }

    private void takesAlong(Page page) throws Exception {
        Download file =
                page.waitForDownload(() ->
                        page.getByRole(AriaRole.LINK, named(texts.get("letters.download") + " CSV"))
                                .click());
        List<String> lines = Files.readAllLines(file.path(), StandardCharsets.UTF_8);
        assertThat(file.suggestedFilename()).isEqualTo(texts.get("letters.file.SENDER") + ".csv");
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("\uFEFF" + texts.get("letters.csv.id") + ";");
        assertThat(lines.getLast()).contains(texts.get("status.AVAILABLE"));
    }
}
