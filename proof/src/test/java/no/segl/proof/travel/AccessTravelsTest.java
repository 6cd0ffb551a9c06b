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
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Access is given at three schools, one letter is shared, a leaver's access is ended, and it shows
 * what then stands without a reader: each by somebody who reads the page and no manual.
 */
class AccessTravelsTest {

    private static final List<String> SCHOOLS =
            List.of("Fjordvik barneskule", "Ytre Fjordvik skule", "Fjordvik ungdomsskule");
    private static final String CHILD_WELFARE = "Barnevern";

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromGivingToLeaving(Language language, String locale, int width, @TempDir Path folder)
            throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext director = context(browser, locale, width);
                BrowserContext distributor = context(browser, locale, width);
                BrowserContext worker = context(browser, locale, width)) {
            Page administers = logIn(director, segl.home, "Stødig Furu");
            givesAtThreeSchools(administers);

            Page distributes = logIn(distributor, segl.home, "Rolig Måke");
            String letter = shares(distributes);
            Page works = logIn(worker, segl.home, "Stille Bekk");
            opensWhatWasShared(works, letter);

            endsTheLeaver(administers);
            assertThat(Objects.requireNonNull(distributes.navigate(letter)).status())
                    .as("at the next request")
                    .isEqualTo(403);
            assertThat(distributes.locator("main").innerText())
                    .as("who has left is told the role, and nobody's name")
                    .contains(texts.get("givers.role"))
                    .doesNotContain("Stødig Furu");
            assertThat(Objects.requireNonNull(works.navigate(letter)).status())
                    .as("what was shared stays the case worker's")
                    .isEqualTo(200);
            endsTheShare(administers, segl.home);
            assertThat(Objects.requireNonNull(works.navigate(letter)).status())
                    .as("until it is gone through")
                    .isIn(403, 404);
        }
    }

    private void givesAtThreeSchools(Page page) {
        page.getByRole(AriaRole.LINK, named(texts.get("nav.access"))).click();
        for (String school : SCHOOLS) {
            page.getByLabel(texts.get("access.choose", school)).check();
        }
        page.getByRole(AriaRole.BUTTON, named(texts.get("access.giveChosen"))).click();
        assertThat(page.locator("main").innerText()).contains(SCHOOLS);
        page.getByLabel(texts.get("person.choose")).selectOption(option(page, "Kvikk Lerke"));
        page.getByRole(AriaRole.BUTTON, named(texts.get("give.submit"))).click();
        assertThat(page.locator("main").innerText()).contains(texts.get("give.missing"));
        page.getByLabel(CHILD_WELFARE, new Page.GetByLabelOptions().setExact(true)).check();
        shoot(page, "give");
        page.getByRole(AriaRole.BUTTON, named(texts.get("give.submit"))).click();
        assertThat(page.locator(".said").innerText()).contains(texts.get("access.given"));
        shoot(page, "access");
        for (String school : SCHOOLS) {
            page.getByRole(AriaRole.LINK, named(school)).click();
            assertThat(page.locator("#k-child_welfare").innerText())
                    .contains("Kvikk Lerke")
                    .contains(texts.get("holder.direct"));
            page.goBack();
        }
    }

    private String shares(Page page) {
        page.locator("a.row-link").first().click();
        String address = page.url();
        page.getByText(texts.get("share.begin")).click();
        page.getByLabel(texts.get("person.choose")).selectOption(option(page, "Stille Bekk"));
        shoot(page, "share");
        page.getByRole(AriaRole.BUTTON, named(texts.get("share.submit")).setExact(true)).click();
        assertThat(page.getByLabel(texts.get("share.heading")).innerText())
                .contains("Stille Bekk")
                .contains(texts.get("share.whole"));
        assertThat(page.locator("main").innerText())
                .as("sharing opens nothing")
                .contains(texts.get("sealed.open"));
        return address;
    }

    private void opensWhatWasShared(Page page, String letter) {
        assertThat(page.locator("a.row-link").count()).isEqualTo(1);
        assertThat(page.locator("main").innerText()).contains(texts.get("inbox.shared"));
        page.locator("a.row-link").click();
        assertThat(page.url()).isEqualTo(letter);
        page.getByRole(AriaRole.BUTTON, named(texts.get("sealed.open"))).click();
        assertThat(page.locator("main").innerText()).contains("SHA-256");
        assertThat(page.getByText(texts.get("share.begin")).count())
                .as("what is shared is not theirs to pass on")
                .isZero();
    }

    private void endsTheShare(Page page, URI home) {
        page.navigate(home + "/tilganger/gjennomgang");
        Locator shared = page.getByLabel(texts.get("shared.heading"));
        Locator worker =
                shared.getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("Stille Bekk"));
        assertThat(worker.count()).isEqualTo(1);
        assertThat(worker.innerText()).contains(texts.get("share.whole"));
        shoot(page, "review-shared");
        worker.getByRole(AriaRole.BUTTON).click();
        assertThat(page.url()).endsWith("/tilganger/gjennomgang");
        assertThat(worker.count()).isZero();
    }

    private void endsTheLeaver(Page page) {
        page.getByRole(AriaRole.LINK, named(texts.get("nav.access"))).click();
        page.getByRole(AriaRole.LINK, named(texts.get("access.nav.people")).setExact(true)).click();
        page.getByLabel(texts.get("people.search")).fill("måke");
        page.getByRole(AriaRole.BUTTON, named(texts.get("access.show"))).click();
        assertThat(page.url()).as("no name in an address").endsWith("/tilganger/personer");
        page.getByRole(AriaRole.LINK, named("Rolig Måke")).click();
        assertThat(page.getByLabel(texts.get("personAccess.alone")).innerText())
                .contains("Fjordvik barnevernsteneste");
        page.getByRole(AriaRole.LINK, named(texts.get("leave.begin"))).click();
        page.getByRole(AriaRole.BUTTON, named(texts.get("leave.confirm"))).click();
        assertThat(page.locator(".said").innerText())
                .contains(texts.get("personAccess.ended", "Rolig Måke"));
        page.reload();
        assertThat(page.getByLabel(texts.get("personAccess.left")).innerText())
                .as("what broke, also after the page is loaded again")
                .contains("Fjordvik barnevernsteneste")
                .contains(CHILD_WELFARE);
        shoot(page, "left");
    }

    private static String option(Page page, String name) {
        return Objects.requireNonNull(
                page.locator("option", new Page.LocatorOptions().setHasText(name))
                        .first()
                        .getAttribute("value"));
    }
}
