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
import java.time.LocalDate;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.core.day.WorkingDays;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The leader of an archive does the day's work on one page: reminds of three letters at once, is
 * told that nobody is reminded twice, saves what she asks every morning, and calls one recipient
 * about many letters, which leaves a trace on each.
 */
class ChaseTravelsTest {

    private Texts texts = Texts.of(Language.NB);

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void aDaysWork(Language language, String locale, int width, @TempDir Path folder)
            throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext archivist = context(browser, locale, width)) {
            segl.looks(RunningSegl.CLOCK).run();
            nobodyWasReached(segl);
            Page page = logIn(archivist, segl.home, "Våken Ugle");
            page.navigate(segl.home.resolve("/sendt?sporsmal=u%C3%A5pnet").toString());
            remindsOfThree(page, segl);
            keepsTheQuestion(page);
            calls(page, segl);
        }
    }

    private void remindsOfThree(Page page, RunningSegl segl) {
        int shown = page.locator(".choose").count();
        assertThat(shown).isGreaterThanOrEqualTo(3);
        page.locator("#velg-alle").check();
        assertThat(page.locator("#valgte").innerText())
                .isEqualTo(texts.get("bulk.chosen", Integer.toString(shown)));
        page.locator("#velg-alle").uncheck();
        for (int i = 0; i < 3; i++) {
            page.locator(".choose").nth(i).check();
        }
        shoot(page, "chase-chosen");
        press(page, texts.get("chosen.deed.REMIND"));
        assertThat(page.locator("h1").innerText())
                .isEqualTo(texts.get("chosen.ask.REMIND.other", "3"));
        assertThat(reminded(segl)).as("nothing is done before it is confirmed").isZero();
        shoot(page, "chase-asked");
        press(page, texts.get("chosen.submit.REMIND.other", "3"));
        assertThat(page.locator(".said").innerText())
                .isEqualTo(texts.get("chosen.said.REMIND.other", "3"));
        assertThat(reminded(segl)).as("each has its own entries").isEqualTo(3);
        shoot(page, "chase-done");

        page.getByRole(AriaRole.LINK, named(texts.get("chosen.back"))).click();
        for (int i = 0; i < 3; i++) {
            page.locator(".choose").nth(i).check();
        }
        press(page, texts.get("chosen.deed.REMIND"));
        assertThat(page.locator("h1").innerText()).isEqualTo(texts.get("chosen.none.REMIND"));
        assertThat(page.locator(".left-why").first().innerText())
                .isEqualTo(texts.get("chosen.outcome.TOLD_LATELY"));
        page.getByRole(AriaRole.LINK, named(texts.get("chosen.back"))).click();
    }

    private void keepsTheQuestion(Page page) {
        page.locator(".kept summary").click();
        page.locator("#visning-navn").fill("Sak 21859950032");
        press(page, texts.get("kept.submit"));
        assertThat(page.locator("#visning-feil").innerText())
                .isEqualTo(texts.get("kept.trouble.PERSONS_NUMBER"));
        page.locator("#visning-navn").fill("Hver morgen");
        press(page, texts.get("kept.submit"));
        Locator kept = page.locator(".kept .filter a");
        assertThat(kept.innerText().strip()).isEqualTo("Hver morgen");
        assertThat(kept.getAttribute("aria-current")).isEqualTo("true");
        shoot(page, "chase-kept");
        page.locator("#sporsmal").fill("");
        press(page, texts.get("asked.ask"));
        page.locator(".kept .filter a").click();
        assertThat(page.locator("#sporsmal").inputValue()).isEqualTo("uåpnet");
    }

    private void calls(Page page, RunningSegl segl) {
        page.getByRole(AriaRole.LINK, named(texts.get("calls.link"))).click();
        assertThat(page.locator(".call").count()).isPositive();
        assertThat(page.locator(".call-asks strong").first().innerText()).isNotBlank();
        shoot(page, "call-list");
        page.locator(".call-note a").first().click();
        int letters = page.locator(".call-letters > li").count();
        page.locator("#samtale-tekst").fill("Snakket med sentralbordet. De ordner tilgang.");
        page.locator("#venter-ACCESS_ON_ITS_WAY").check();
        LocalDate agreed =
                LocalDate.ofInstant(RunningSegl.CLOCK.instant(), WorkingDays.NORWAY).plusDays(3);
        page.locator("#samtale-til").fill(agreed.toString());
        shoot(page, "call");
        press(page, texts.get("call.submit"));
        assertThat(page.locator(".said").innerText())
                .isEqualTo(texts.count("call.said.noted", letters));
        assertThat(page.locator(".call-followed").first().innerText())
                .contains(texts.get("call.case.yours"));
        shoot(page, "call-noted");
        assertThat(count(segl, "SELECT count(*) FROM matter WHERE snoozed_until IS NOT NULL"))
                .isEqualTo(letters);
        page.locator(".call-followed a[href^='/oppfolging/']").first().click();
        assertThat(page.locator(".said-words").innerText()).contains("sentralbordet");
        assertThat(page.locator(".care-who").innerText()).contains(texts.get("case.owner.you"));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name).setExact(true)).click();
    }

    /** So that to remind of a letter is not to say again what was said a moment ago. */
    private static void nobodyWasReached(RunningSegl segl) {
        segl.server
                .part(JdbcClient.class)
                .sql("UPDATE notice SET state = 'FAILED', next_attempt_at = NULL")
                .update();
    }

    private static long reminded(RunningSegl segl) {
        return count(
                segl,
                """
                SELECT count(DISTINCT subject) FROM ledger_entry
                 WHERE type = 'NoticeOrdered' AND actor_kind = 'person'
                """);
    }

    private static long count(RunningSegl segl, String sql) {
        return segl.server.part(JdbcClient.class).sql(sql).query(Long.class).single();
    }
}
