package no.segl.proof.travel;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Objects;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.Multipart;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An attachment is sealed for a case worker: the mail distributor reads the letter, is refused the
 * attachment, and hands it over to the case worker, who opens it.
 */
class SealedTravelsTest {

    private static final String DISPATCH =
            """
            {"sender": "312780402", "recipients": ["310451223"], "category": "CHILD_WELFARE",
             "title": "Brev i sak", "references": {"caseWorker": "Stille Bekk"},
             "documents": [{"part": "open"}, {"part": "sealed", "sealed": true}]}
            """;

    private Texts texts = Texts.of(Language.NB);
    private String letter = "";
    private String sealed = "";

    @ParameterizedTest
    @CsvSource({"NB, nb-NO, 1440", "NN, nn, 320"})
    void fromTheDistributorToTheCaseWorker(
            Language language, String locale, int width, @TempDir Path folder) throws Exception {
        texts = Texts.of(language);
        try (RunningSegl segl = new RunningSegl(folder);
                Playwright playwright = playwright();
                Browser browser = playwright.chromium().launch(options());
                BrowserContext distributor = context(browser, locale, width);
                BrowserContext worker = context(browser, locale, width)) {
            send(segl);
            Page distributes = logIn(distributor, segl.home, "Rolig Måke");
            readsAllButTheSealed(distributes);
            Page works = logIn(worker, segl.home, "Stille Bekk");
            assertThat(status(works, sealed)).as("before the handover").isEqualTo(404);

            handsOver(distributes);

            works.navigate(letter);
            assertThat(works.locator("main").innerText())
                    .contains("forseglet-sak.pdf")
                    .doesNotContain(texts.get("seal.document"));
            assertThat(works.request().get(sealed).body()).isEqualTo(pdf());
            assertThat(status(distributes, sealed)).as("theirs no more than before").isEqualTo(403);
        }
    }

    private void send(RunningSegl segl) throws Exception {
        byte[] form =
                new Multipart()
                        .file("open", "brev.pdf", pdf())
                        .file("sealed", "forseglet-sak.pdf", pdf())
                        .field("dispatch", DISPATCH)
                        .bytes();
        String token = segl.token("vestfjord-politi-sak");
        var answer = segl.post("/api/v1/dispatches", token, "sealed", Multipart.TYPE, form);
        JsonNode sent = new JsonMapper().readTree(answer.body()).path("letters").path(0);
        letter = segl.home + "/brev/" + sent.path("id").asString("");
        JsonNode document = sent.path("documents").path(1);
        assertThat(document.path("sealed").asBoolean(false)).isTrue();
        sealed = letter + "/dokument/" + document.path("id").asString("");
    }

    private static byte[] pdf() {
        return Markers.CONTENT.getBytes(UTF_8);
    }

    private static int status(Page page, String address) {
        return page.request().get(address).status();
    }

    private void readsAllButTheSealed(Page page) {
        page.navigate(letter);
        page.getByRole(AriaRole.BUTTON, named(texts.get("sealed.open"))).click();
        assertThat(page.locator("main").innerText())
                .contains("brev.pdf")
                .contains(texts.get("seal.document"))
                .contains(texts.get("seal.for", "Stille Bekk"))
                .contains(texts.get("seal.withNobody"))
                .doesNotContain("forseglet-sak");
        shoot(page, "sealed-attachment");
        assertThat(Objects.requireNonNull(page.navigate(sealed)).status()).isEqualTo(403);
        assertThat(page.locator("main").innerText())
                .contains(texts.get("seal.refused.why", "Stille Bekk"))
                .contains(texts.get("seal.refused.mayHandOver"))
                .doesNotContain("forseglet-sak");
        shoot(page, "sealed-refused");
        page.locator(".envelope-actions a").click();
        assertThat(page.locator("main").innerText())
                .as("the attempt stands on the letter")
                .contains(texts.get("refused.ground.SEALED"));
    }

    private void handsOver(Page page) {
        page.getByText(texts.get("seal.begin")).click();
        page.locator("#overlever-person")
                .selectOption(
                        Objects.requireNonNull(
                                page.locator(
                                                "#overlever-person option",
                                                new Page.LocatorOptions().setHasText("Stille Bekk"))
                                        .getAttribute("value")));
        assertThat(page.locator("#overlever-person").innerText())
                .as("not to themself")
                .doesNotContain("Rolig Måke");
        page.getByRole(AriaRole.BUTTON, named(texts.get("seal.submit")).setExact(true)).click();
        assertThat(page.locator("main").innerText())
                .contains(texts.get("seal.with", "Stille Bekk"))
                .contains(texts.get("seal.shared"));
        shoot(page, "sealed-handed-over");
    }
}
