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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.segl.app.office.CaseDesk;
import no.segl.app.web.page.Language;
import no.segl.app.web.page.Texts;
import no.segl.core.id.LetterId;
import no.segl.core.id.PersonId;
import no.segl.core.letter.Handling;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.Multipart;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
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
            assertThat(cases(segl)).as("opened, and its attachment unread").containsExactly("open");
            cannotBeHandled(distributes, segl);

            handsOver(distributes);
            assertThat(cases(segl)).as("handed over is not read").containsExactly("open");

            works.navigate(letter);
            assertThat(works.locator("main").innerText())
                    .contains("forseglet-sak.pdf")
                    .doesNotContain(texts.get("seal.document"));
            assertThat(works.request().get(sealed).body()).isEqualTo(pdf());
            assertThat(cases(segl)).containsExactly("CaseResolved");
            assertThat(status(distributes, sealed)).as("theirs no more than before").isEqualTo(403);
            isHandled(distributes);
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

    /** How each case of what is sealed and unread was closed. */
    private static List<String> cases(RunningSegl segl) {
        return segl.server
                .part(JdbcClient.class)
                .sql(
                        """
                        SELECT coalesce(closed_how, 'open') FROM matter
                         WHERE reason = 'SEALED_UNREAD' AND side = 'RECIPIENT'
                        """)
                .query((rs, _) -> String.valueOf(rs.getString(1)))
                .list();
    }

    private void cannotBeHandled(Page page, RunningSegl segl) {
        page.navigate(letter);
        assertThat(page.locator(".care").innerText()).contains(texts.get("care.sealedUnread"));
        assertThat(page.locator(".care [action$=handtert]").count()).isZero();
        UUID distributor =
                segl.server
                        .part(JdbcClient.class)
                        .sql("SELECT id FROM person WHERE name = 'Rolig Måke'")
                        .query(UUID.class)
                        .single();
        LetterId id = LetterId.parse(letter.substring(letter.lastIndexOf('/') + 1)).orElseThrow();
        assertThat(segl.server.part(CaseDesk.class).handle(id, new PersonId(distributor)))
                .contains(new Handling.Reply.SealedUnread());
    }

    private void isHandled(Page page) {
        page.navigate(letter);
        page.getByRole(AriaRole.BUTTON, named(texts.get("care.handle"))).click();
        assertThat(page.locator(".care").innerText()).contains(texts.get("care.handled"));
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
