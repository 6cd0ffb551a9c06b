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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicReference;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.RunStatus;
import no.segl.app.web.page.Texts;
import no.segl.app.work.ControlSweep;
import no.segl.core.control.Rhythm;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The leader of an archive sets a weekly control up, does it when it falls due, sees that it was
 * done, and is alarmed when the next one is not.
 */
class RoutineTravelsTest {

    private static final Rhythm MONDAYS = new Rhythm(Rhythm.Every.WEEK, 1, LocalTime.of(8, 0));

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private Texts texts = Texts.of(Language.NB);

    private Instant now() {
        return RunningSegl.CLOCK.instant().plus(ahead.get());
    }

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromSetUpToMissed(Language language, String locale, int width, @TempDir Path folder)
            throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder, this::now);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options())) {
            try (BrowserContext archivist = context(browser, locale, width)) {
                setsUp(logIn(archivist, segl.home, "Våken Ugle"));
            }
            Instant due = MONDAYS.next(now());
            passesUntil(due, segl);
            try (BrowserContext archivist = context(browser, locale, width)) {
                does(logIn(archivist, segl.home, "Våken Ugle"));
            }
            Instant next = MONDAYS.next(due.plusSeconds(60));
            passesUntil(next, segl);
            passesUntil(Rhythm.until(next, 2), segl);
            try (BrowserContext archivist = context(browser, locale, width)) {
                isAlarmed(logIn(archivist, segl.home, "Våken Ugle"), segl);
            }
        }
    }

    private void passesUntil(Instant at, RunningSegl segl) {
        ahead.set(Duration.between(RunningSegl.CLOCK.instant(), at).plusSeconds(30));
        segl.server.part(ControlSweep.class).run();
    }

    private void setsUp(Page page) {
        page.getByRole(AriaRole.LINK, named(texts.get("nav.controls"))).first().click();
        shoot(page, "controls-none");
        page.getByRole(AriaRole.LINK, named(texts.get("control.new"))).first().click();
        page.locator("#hva-SENT").check();
        page.locator("#sporsmal").fill("uåpnet > mange");
        page.getByRole(AriaRole.BUTTON, named(texts.get("control.submit"))).click();
        assertThat(page.locator(".said").count()).as("what is not understood is said").isOne();
        page.locator("#sporsmal").fill("uåpnet");
        shoot(page, "control-new");
        page.getByRole(AriaRole.BUTTON, named(texts.get("control.submit"))).click();
        assertThat(page.locator("tr.row").count()).isEqualTo(1);
        assertThat(page.locator("tr.row").innerText()).contains(texts.get("control.notYet"));
    }

    private void does(Page page) {
        page.getByRole(AriaRole.LINK, named(texts.get("nav.controls"))).first().click();
        shoot(page, "controls-due");
        page.locator("tr.row a.row-link").first().click();
        assertThat(page.locator(".head-status").innerText()).contains(status(RunStatus.TO_DO));
        assertThat(page.locator("tr.row").count()).as("the list to go through").isPositive();
        page.locator("#merknad").fill("Ringte to mottakere.");
        shoot(page, "control-run");
        page.getByRole(AriaRole.BUTTON, named(texts.get("control.markDone"))).click();
        assertThat(page.locator(".head-status").innerText()).contains(status(RunStatus.DONE));
        assertThat(page.locator("dl.facts").first().innerText())
                .contains("Våken Ugle", "Ringte to mottakere.");
        shoot(page, "control-run-done");
    }

    private void isAlarmed(Page page, RunningSegl segl) {
        page.navigate(segl.home.resolve("/kontroller").toString());
        shoot(page, "controls-missed");
        assertThat(page.locator("tr.row").first().innerText()).contains(status(RunStatus.MISSED));
        assertThat(page.locator(".summary").innerText()).contains(texts.count("control.missed", 1));
        page.navigate(segl.home.resolve("/oversikt").toString());
        assertThat(page.locator(".tiles").innerText()).contains(texts.count("control.missed", 1));
        shoot(page, "overview-missed");
        page.navigate(segl.home.resolve("/kontroller/gjennomforinger?siste=30").toString());
        assertThat(page.locator("tr.row").count()).isEqualTo(2);
        assertThat(page.locator("table").innerText())
                .contains(status(RunStatus.MISSED), status(RunStatus.DONE));
    }

    private String status(RunStatus status) {
        return texts.get("control.status." + status);
    }
}
