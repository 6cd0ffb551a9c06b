package no.segl.proof.travel;

import static no.segl.proof.travel.Chromium.context;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.core.id.OrgNumber;
import no.segl.core.register.KeyRole;
import no.segl.proof.running.RegisterSays;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A firm in which nobody can do anything: its leader shows a key role, gives access, and opens. */
class KeyRoleTravelsTest {

    private static final OrgNumber FIRM = new OrgNumber("313915611");

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromNobodyToAnOpenedLetter(
            Language language, String locale, int width, @TempDir Path folder) throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext context = context(browser, locale, width)) {
            RegisterSays.living(segl, FIRM, "AS");
            RegisterSays.keyRoles(segl, FIRM, List.of(new KeyRole("DAGL", 1, Optional.empty())));
            Page page = context.newPage();
            page.navigate(segl.home.toString());
            page.getByText(texts.get("keyRole.front")).click();
            page.getByRole(AriaRole.BUTTON, named("Trygg Eik")).click();
            assertThat(page.locator("main").innerText())
                    .contains(texts.get("keyRole.outcome.GIVEN"));
            shoot(page, "key-role-" + language.tag());

            page.getByRole(AriaRole.LINK, named(texts.get("keyRole.go"))).click();
            page.locator("#person")
                    .selectOption(
                            Objects.requireNonNull(
                                    page.locator(
                                                    "#person option",
                                                    new Page.LocatorOptions()
                                                            .setHasText("Trygg Eik"))
                                            .getAttribute("value")));
            page.locator("#gi-POLICE_JUSTICE").check();
            page.getByRole(AriaRole.BUTTON, named(texts.get("give.submit")).setExact(true)).click();
            assertThat(page.locator(".said").innerText())
                    .contains(texts.get("unitAccess.said.GIVEN"));

            page.navigate(segl.home + "/innboks");
            page.locator("a.row-link").first().click();
            page.getByRole(AriaRole.BUTTON, named(texts.get("sealed.open"))).click();
            assertThat(page.locator("main").innerText()).contains("SHA-256");
        }
    }
}
