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
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import no.segl.app.evidence.PackCheck;
import no.segl.app.ledger.SigningKey;
import no.segl.core.id.Digest;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of a letter download what proves it, and check that without Segl. */
class ProofTravelsTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void bothEndsGetAProofThatHolds() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options())) {
            Digest key = Digest.of(segl.server.part(SigningKey.class).publicKey().getEncoded());

            PackCheck.Report recipients = asReader(browser, segl.home, key);
            assertThat(recipients.madeFor()).isEqualTo("recipient");
            assertThat(recipients.entries()).isGreaterThan(2);

            PackCheck.Report senders = asOverseer(browser, segl.home, key);
            assertThat(senders.madeFor()).isEqualTo("sender");
            assertThat(senders.entries()).isGreaterThan(1);
        }
    }

    /** Saves it while the browser still has it. */
    private PackCheck.Report check(Download download, Digest key) throws Exception {
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        download.saveAs(Path.of("target", "pictures", "proof-of-letter.zip"));
        PackCheck.Report report = PackCheck.check(file, Optional.of(key));
        assertThat(report.flaws()).isEmpty();
        assertThat(download.suggestedFilename()).isEqualTo("segl-" + report.letter() + ".zip");
        return report;
    }

    private PackCheck.Report asReader(Browser browser, URI home, Digest key) throws Exception {
        try (BrowserContext context = context(browser, "nb-NO", 1440)) {
            Page page = logIn(context, home, "Rolig Måke");
            page.locator("a.row-link").first().click();
            page.getByRole(AriaRole.BUTTON, named("Åpne brevet")).click();
            return check(download(page), key);
        }
    }

    private PackCheck.Report asOverseer(Browser browser, URI home, Digest key) throws Exception {
        try (BrowserContext context = context(browser, "nb-NO", 320)) {
            Page page = logIn(context, home, "Våken Ugle");
            page.navigate(home + "/sendt");
            page.locator("a.row-link").first().click();
            page.locator("#bevis").scrollIntoViewIfNeeded();
            shoot(page, "proof-320");
            return check(download(page), key);
        }
    }

    private static Download download(Page page) {
        return page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("Last ned bevis")).click());
    }
}
