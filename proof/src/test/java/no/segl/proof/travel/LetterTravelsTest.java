package no.segl.proof.travel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static no.segl.proof.travel.Chromium.context;
import static no.segl.proof.travel.Chromium.logIn;
import static no.segl.proof.travel.Chromium.named;
import static no.segl.proof.travel.Chromium.options;
import static no.segl.proof.travel.Chromium.playwright;
import static no.segl.proof.travel.Chromium.shoot;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.segl.app.store.Ledger;
import no.segl.app.wiring.Server;
import no.segl.core.id.LetterId;
import no.segl.core.id.OrgNumber;
import no.segl.core.ledger.ChainHead;
import no.segl.core.ledger.Entry;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sent, sealed, available; opened by the one with access, refused to another; all in the ledger.
 */
class LetterTravelsTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aLetterIsSentOpenedAndRefused() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options())) {
            assertThat(segl.fill()).isEqualTo(7);
            assertThat(segl.fill()).as("a second start sends nothing twice").isEqualTo(7);
            URI home = segl.home;

            String address = openFirstLetter(browser, home);
            refuse(browser, home, address);
            overseeAtThePolice(browser, home);
            ledgerTells(segl.server, address);
        }
    }

    private static String openFirstLetter(Browser browser, URI home) {
        try (BrowserContext context = context(browser, "nb-NO", 1440)) {
            Page page = logIn(context, home, "Rolig Måke");
            assertThat(URI.create(page.url()).getPath()).isEqualTo("/innboks");
            shoot(page, "inbox");
            page.locator("a.row-link").first().click();
            String address = page.url();
            assertThat(page.content()).contains("Åpne brevet");
            page.getByRole(AriaRole.BUTTON, named("Åpne brevet")).click();
            assertThat(page.url()).isEqualTo(address);
            assertThat(page.locator("main").innerText()).contains("SHA-256");
            shoot(page, "letter");
            String document =
                    Objects.requireNonNull(
                            page.locator("a[href*='/dokument/']").first().getAttribute("href"));
            var bytes = context.request().get(home.resolve(document).toString()).body();
            assertThat(new String(bytes, 0, 5, US_ASCII)).isEqualTo("%PDF-");
            reply(context, page, home, address);
            return address;
        }
    }

    private static void reply(BrowserContext context, Page page, URI home, String address) {
        var pdf =
                new FilePayload("svar.pdf", "application/pdf", "%PDF-1.7 svar".getBytes(US_ASCII));
        var text = new FilePayload("notat.exe", "application/octet-stream", new byte[] {1});
        assertThat(page.getByLabel("Tittel").inputValue()).startsWith("Svar: ");
        page.getByLabel("Tittel").fill("Om saken 01020312345");
        page.locator("#dokumenter").setInputFiles(new FilePayload[] {pdf, text});
        page.getByRole(AriaRole.BUTTON, named("Send svaret")).click();
        assertThat(page.locator("ds-error-summary").innerText())
                .contains("fødselsnummer")
                .contains("notat.exe");
        shoot(page, "reply-faults");
        page.getByLabel("Tittel").fill("Svar på henvendelsen");
        page.locator("#dokumenter").setInputFiles(pdf);
        page.getByRole(AriaRole.BUTTON, named("Send svaret")).click();
        assertThat(page.locator("main").innerText()).contains("Svaret er forseglet og sendt.");
        assertThat(page.getByLabel("Svar som er sendt").locator("li").count()).isEqualTo(1);
        shoot(page, "replied");

        APIResponse forged =
                context.request()
                        .post(
                                home.resolve(URI.create(address).getPath() + "/svar").toString(),
                                RequestOptions.create()
                                        .setMultipart(
                                                FormData.create()
                                                        .set("tittel", "Forfalsket")
                                                        .set("dokumenter", pdf)));
        assertThat(forged.status()).as("a form without its token").isEqualTo(403);
        page.reload();
        assertThat(page.getByLabel("Svar som er sendt").locator("li").count()).isEqualTo(1);
    }

    private static void refuse(Browser browser, URI home, String address) {
        try (BrowserContext context = context(browser, "nb-NO", 1440)) {
            Page page = logIn(context, home, "Stødig Furu");
            var response = Objects.requireNonNull(page.navigate(address));
            assertThat(response.status()).isEqualTo(403);
            assertThat(page.locator("h1").innerText()).isEqualTo("Du har ikke tilgang");
            assertThat(page.locator("main").innerText()).doesNotContain("SHA-256");
        }
    }

    private static void overseeAtThePolice(Browser browser, URI home) {
        try (BrowserContext context = context(browser, "nb-NO", 1440)) {
            Page page = logIn(context, home, "Våken Ugle");
            page.navigate(home + "/sendt");
            String list = page.locator("main").innerText();
            assertThat(list).contains("Tilgjengelig, ikke åpnet").contains("Åpnet");
            shoot(page, "sent");
        }
    }

    private static void ledgerTells(Server server, String address) {
        String id = address.substring(address.lastIndexOf('/') + 1);
        Ledger ledger = server.part(Ledger.class);
        List<Entry> entries = ledger.of(LetterId.parse(id).orElseThrow(), 0, 100);
        assertThat(entries.stream().map(Entry::type))
                .startsWith("LetterAccepted", "LetterAvailable", "LetterOpened")
                .contains("DocumentRead", "OpeningRefused");
        for (OrgNumber chain : ledger.chains()) {
            ChainHead head = ChainHead.start(chain);
            try (Stream<Entry> all = ledger.entries(chain)) {
                for (Entry entry : (Iterable<Entry>) all::iterator) {
                    assertThat(entry.isSound()).isTrue();
                    assertThat(entry.previous()).isEqualTo(head.hash());
                    assertThat(entry.number()).isEqualTo(head.number() + 1);
                    head = entry.head();
                }
            }
        }
    }
}
