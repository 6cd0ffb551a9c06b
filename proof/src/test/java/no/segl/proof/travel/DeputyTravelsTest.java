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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import no.segl.app.office.Ids;
import no.segl.app.office.Registrar;
import no.segl.app.store.Changes;
import no.segl.app.store.Grants;
import no.segl.app.store.Holders;
import no.segl.app.store.Persons;
import no.segl.app.store.Units;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.core.access.Category;
import no.segl.core.access.Power;
import no.segl.core.id.OrgNumber;
import no.segl.core.id.PersonId;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody is away, and a deputy opens what comes meanwhile; and what has stood for long is gone
 * through: one power is kept, and one is ended.
 */
class DeputyTravelsTest {

    private static final String ABSENT = "Rolig Måke";
    private static final String DEPUTY = "Stille Bekk";
    private static final OrgNumber SCHOOL = new OrgNumber("310451258");
    private static final Duration LONG = Duration.ofDays(800);

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromAwayToGoneThrough(Language language, String locale, int width, @TempDir Path folder)
            throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext director = context(browser, locale, width);
                BrowserContext deputy = context(browser, locale, width)) {
            PersonId old = longAgo(segl);
            Page administers = logIn(director, segl.home, "Stødig Furu");
            givesADeputy(administers, segl.home, language);

            Page stands = logIn(deputy, segl.home, DEPUTY);
            stands.locator("a.row-link").first().click();
            stands.getByRole(AriaRole.BUTTON, named(texts.get("sealed.open"))).click();
            assertThat(stands.locator("main").innerText()).contains("SHA-256");

            goesThrough(administers, segl.home, language);
            assertThat(segl.server.part(Grants.class).of(old))
                    .filteredOn(g -> g.holdsAt(RunningSegl.CLOCK.instant()))
                    .singleElement()
                    .satisfies(
                            g -> assertThat(g.category()).contains(new Category("CHILD_WELFARE")));
        }
    }

    /** Somebody who was given two powers long ago. */
    private static PersonId longAgo(RunningSegl segl) {
        Instant then = RunningSegl.CLOCK.instant().minus(LONG);
        Registrar registrar =
                new Registrar(
                        segl.server.part(Units.class),
                        segl.server.part(Persons.class),
                        segl.server.part(Grants.class),
                        segl.server.part(Holders.class),
                        segl.server.part(Changes.class),
                        segl.server.part(Ids.class),
                        () -> then);
        PersonId person = registrar.enter("https://login.example", "old", "Gammel Eik");
        registrar.give(person, SCHOOL, Power.READ, Optional.of(new Category("CHILD_WELFARE")));
        registrar.give(person, SCHOOL, Power.READ, Optional.of(new Category("GENERAL")));
        return person;
    }

    private void givesADeputy(Page page, URI home, Language language) {
        page.navigate(home + "/tilganger/personer");
        page.getByRole(AriaRole.LINK, named(ABSENT)).click();
        Locator panel = page.getByLabel(texts.get("deputy.heading"));
        panel.locator("#vikar-person")
                .selectOption(
                        Objects.requireNonNull(
                                panel.locator("option")
                                        .filter(new Locator.FilterOptions().setHasText(DEPUTY))
                                        .getAttribute("value")));
        LocalDate last =
                LocalDate.ofInstant(RunningSegl.CLOCK.instant(), ZoneId.of("Europe/Oslo"))
                        .plusDays(14);
        panel.locator("#vikar-til").fill(last.toString());
        shoot(page, "deputy-" + language);
        panel.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("h1").innerText()).as("whom it was given to").isEqualTo(DEPUTY);
        assertThat(page.getByLabel(texts.get("personAccess.can")).innerText())
                .contains("Barnevern")
                .contains("Fjordvik barnevernsteneste");
        shoot(page, "deputy-given-" + language);
    }

    private void goesThrough(Page page, URI home, Language language) {
        page.navigate(home + "/tilganger");
        page.getByRole(AriaRole.LINK, named(texts.get("access.nav.review"))).click();
        Locator rows =
                page.locator("tr.row").filter(new Locator.FilterOptions().setHasText("Gammel Eik"));
        assertThat(rows.count()).isEqualTo(2);
        shoot(page, "review-" + language);
        choose(rows, "Barnevern", "behold");
        page.getByRole(AriaRole.BUTTON, named(texts.get("review.submit"))).click();
        assertThat(rows.count()).as("confirmed, and one to go").isEqualTo(1);
        assertThat(rows.innerText()).doesNotContain("Barnevern");
        choose(rows, "Gammel Eik", "avslutt");
        page.getByRole(AriaRole.BUTTON, named(texts.get("review.submit"))).click();
        assertThat(page.locator("main").innerText()).contains(texts.get("review.none"));
        shoot(page, "review-done-" + language);
    }

    private void choose(Locator rows, String with, String choice) {
        rows.filter(new Locator.FilterOptions().setHasText(with))
                .getByLabel(texts.named("review.", choice))
                .check();
    }
}
