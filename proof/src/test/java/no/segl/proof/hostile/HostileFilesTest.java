package no.segl.proof.hostile;

import static no.segl.proof.hostile.Target.PDF;
import static no.segl.proof.hostile.Target.dispatch;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files with tricks in their names, and files that are not what they say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HostileFilesTest {

    private static final String STEM = Markers.FILE_STEM;

    private Target target;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        target = new Target(folder, RunningSegl.CLOCK);
    }

    @AfterAll
    void stop() throws Exception {
        try (Target closed = target) {
            closed.stillServes();
        }
    }

    private HttpResponse<String> send(byte[] parts) throws Exception {
        return target.post(Parts.TYPE, parts);
    }

    private static byte[] named(String name) {
        return new Parts().json(dispatch() + "}").file(name, PDF).end();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "../../etc/" + STEM,
                "..\\\\..\\\\" + STEM + ".pdf",
                "../../etc/" + STEM + ".pdf",
                "C:\\\\" + STEM + ".pdf",
                "/etc/" + STEM + ".pdf",
                STEM + "\u202efdp.exe.pdf",
                STEM + "\u0000.pdf",
                STEM + ".exe\u0000.pdf",
                STEM + "\n.pdf",
                STEM + "\r\nX-Evil: 1.pdf",
                STEM + "\u200b.pdf",
                STEM + "\u0085.pdf",
                "<script>" + STEM + "</script>.pdf",
                "CON.pdf",
                "nul.pdf",
                "COM\u00b9.pdf",
                ".pdf",
                "...pdf",
                " ",
                "",
                STEM + ".pdf.",
                STEM + ".html",
                STEM + ".pdf.exe",
                "=?utf-8?B?Li4vLi4vZXRjL3Bhc3N3ZC5wZGY=?=",
                "=?nonesuch?B?////?=",
                "\"; filename=\"../x.pdf"
            })
    void namesThatAreRefused(String name) throws Exception {
        assertThat(target.refused(() -> send(named(name))))
                .isIn("invalid-request", "unreadable-body");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "UTF-8''%00.pdf",
                "UTF-8''..%2f..%2fx.pdf",
                "UTF-8''%e2%80%ae.pdf",
                "nonesuch''x",
                "UTF-8''%zz.pdf",
                "''",
                "%"
            })
    void encodedNamesThatAreRefused(String name) throws Exception {
        String head = "Content-Disposition: form-data; name=\"fil\"; filename*=" + name;
        byte[] body = new Parts().json(dispatch() + "}").part(head, PDF).end();
        assertThat(target.refused(() -> send(body))).isIn("invalid-request", "unreadable-body");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"\\u0000", "\\n", "\\u202e", "/", "\\\\", "\\ud800", "\\u2028"})
    void namesInTheJsonThatAreRefused(String trick) throws Exception {
        String json =
                "%s,\"documents\":[{\"part\":\"fil\",\"name\":\"%s%s.pdf\"}]}"
                        .formatted(dispatch(), STEM, trick);
        byte[] body = new Parts().file("a.pdf", PDF).json(json).end();
        assertThat(target.refused(() -> send(body))).isEqualTo("invalid-request");
    }

    @Test
    void aNameThatIsTooLong() throws Exception {
        assertThat(target.refused(() -> send(named("x".repeat(300) + ".pdf"))))
                .isEqualTo("invalid-request");
    }

    /** What only looks dangerous is kept just as it is, composed. */
    @Test
    void otherNamesAreKept() throws Exception {
        for (String name :
                List.of(
                        "💌 " + STEM + ".pdf",
                        "bla\u030ab\u00e6r " + STEM + ".pdf",
                        "'; DROP TABLE document; -- " + STEM + ".pdf",
                        "${jndi " + STEM + "}.pdf",
                        "%2e%2e%2f " + STEM + ".pdf",
                        "&lt;" + STEM + "&gt;.pdf")) {
            HttpResponse<String> sent = send(named(name));
            assertThat(sent.statusCode()).as(name).isEqualTo(201);
            assertThat(sent.body()).as("the sender is not told names").doesNotContain(STEM);
            assertThat(newestName()).isEqualTo(name.replace("a\u030a", "\u00e5"));
        }
    }

    private String newestName() {
        return target.segl
                .server
                .part(JdbcClient.class)
                .sql("SELECT name FROM document ORDER BY letter DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"<html>", "MZ\u0090", "%PD", "\u0000%PDF-1.7", " %PDF-1.7"})
    void contentThatIsNotWhatItsNameSays(String content) throws Exception {
        byte[] body =
                new Parts()
                        .json(dispatch() + "}")
                        .file("a.pdf", content.getBytes(StandardCharsets.ISO_8859_1))
                        .end();
        assertThat(target.refused(() -> send(body))).isEqualTo("invalid-request");
    }

    /** Two hundred megabytes in two hundred kilobytes: kept as the bytes they are. */
    @Test
    void aZipBombIsOnlyStored() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("../../" + STEM));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        byte[] bytes = bomb.toByteArray();
        byte[] asZip = new Parts().json(dispatch() + "}").file(STEM + ".zip", bytes).end();
        HttpResponse<String> sent = send(asZip);
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.body()).contains("\"size\":" + bytes.length);
        byte[] asPdf = new Parts().json(dispatch() + "}").file(STEM + ".pdf", bytes).end();
        assertThat(target.refused(() -> send(asPdf))).isEqualTo("invalid-request");
        assertThat(target.refused(() -> target.post("application/json", bytes)))
                .as("as JSON it is none")
                .isEqualTo("unreadable-body");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {"../x.pdf", "a\u0000.pdf", "a\u202e.pdf", "CON.pdf", "a.exe", "", "a\n.pdf"})
    void uploadsWithNamesThatAreRefused(String name) throws Exception {
        String encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        assertThat(upload("filename " + encoded)).isEqualTo("invalid-request");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"", "filename", "filename !!!", "filename /w==", ",,,", "x y z"})
    void uploadsWithMetadataThatIsNone(String metadata) throws Exception {
        assertThat(upload(metadata)).isEqualTo("invalid-request");
    }

    private String upload(String metadata) throws Exception {
        return target.refused(() ->
                target.segl.tus(
                        "POST",
                        "/api/v1/uploads",
                        target.token,
                        new byte[0],
                        "Upload-Length",
                        "10",
                        "Upload-Metadata",
                        metadata));
    }
}
