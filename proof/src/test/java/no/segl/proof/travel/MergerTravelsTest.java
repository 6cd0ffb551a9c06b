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
import java.util.List;
import java.util.Optional;
import no.segl.app.office.Registrar;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.core.party.Unit;
import no.segl.proof.demo.World.Person;
import no.segl.proof.running.RegisterSays;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A municipality is gone: who administers the one that took over sees it, and gives the access. */
class MergerTravelsTest {

    private static final OrgNumber GONE = new OrgNumber("310451207");
    private static final OrgNumber SUCCESSOR = new OrgNumber("312780402");

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromWhatMustBeSeenToUntilAccessIsGiven(
            Language language, String locale, int width, @TempDir Path folder) throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext context = context(browser, locale, width)) {
            merge(segl);
            Page page = logIn(context, segl.home, "Våken Ugle");
            page.getByRole(AriaRole.LINK, named(texts.get("nav.access"))).click();
            assertThat(page.locator("main").innerText())
                    .contains(texts.get("attention.UNIT_MERGED"));

            page.locator("a[href='/tilganger/overtatt/" + GONE + "']").first().click();
            assertThat(page.locator("main").innerText()).contains(texts.get("takeOver.letters"));
            int offered = page.locator("input[name=fullmakt]").count();
            assertThat(offered).isPositive();
            shoot(page, "take-over-" + language.tag());
            page.locator("input[name=fullmakt]").first().uncheck();
            page.getByRole(AriaRole.BUTTON, named(texts.get("takeOver.submit"))).click();

            assertThat(page.locator(".said").innerText())
                    .contains(texts.get("takeOver.said", String.valueOf(offered - 1), "0", "0"));
            assertThat(page.locator("input[name=fullmakt]").count())
                    .as("what was not chosen is offered still")
                    .isEqualTo(1);
            shoot(page, "take-over-given-" + language.tag());
        }
    }

    private static void merge(RunningSegl segl) {
        Person archivist =
                segl.world.persons().stream()
                        .filter(p -> p.name().equals("Våken Ugle"))
                        .findFirst()
                        .orElseThrow();
        PersonId administrator =
                segl.server
                        .part(Persons.class)
                        .find(segl.issuer.loginIssuer().toString(), archivist.subject())
                        .orElseThrow();
        segl.server
                .part(Registrar.class)
                .give(administrator, SUCCESSOR, Power.ADMINISTER, Optional.empty());
        RegisterSays.living(segl, GONE, "KOMM");
        RegisterSays.living(segl, SUCCESSOR, "KOMM");
        Units units = segl.server.part(Units.class);
        List<Unit> beneath =
                units.within(List.of(GONE)).stream()
                        .flatMap(number -> units.find(number).stream())
                        .filter(unit -> unit.parent().filter(GONE::equals).isPresent())
                        .toList();
        beneath.forEach(unit -> RegisterSays.living(segl, unit, "ORGL"));
        RegisterSays.deleted(segl, GONE);
        for (Unit unit : beneath) {
            Unit moved = new Unit(unit.number(), unit.name(), unit.kind(), Optional.of(SUCCESSOR));
            RegisterSays.living(segl, moved, "ORGL");
        }
    }
}
