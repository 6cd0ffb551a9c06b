package no.segl.proof.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault's folder goes away while Segl runs, as when a disk is unmounted, and comes back. */
class VaultFailsTest {

    private static final String JSON =
            """
            {"sender": "312780402", "recipients": ["310451223"], "category": "CHILD_WELFARE",
             "title": "Brev i sak"}
            """;
    private static final byte[] PDF = "%PDF-1.7 brev".getBytes(US_ASCII);

    @TempDir private Path folder = Path.of("");

    @Test
    void theSenderIsToldToTryAgainAndCan() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            String token = segl.token("vestfjord-politi-sak");
            String upload = beginUpload(segl, token);
            Path vault = segl.data.resolve("vault");
            Path away = segl.data.resolve("vault-away");

            Files.move(vault, away);
            Files.writeString(vault, "no folder");
            unavailable(segl.send(token, "key", JSON, PDF));
            unavailable(add(segl, token, upload));

            Files.delete(vault);
            Files.move(away, vault);
            assertThat(segl.send(token, "key", JSON, PDF).statusCode()).isEqualTo(201);
            assertThat(add(segl, token, upload).statusCode()).isEqualTo(204);
        }
    }

    /** Where all is away nothing is damaged, though what was uploaded cannot be found. */
    @Test
    void whatWasUploadedIsNotSaidToBeDamaged() throws Exception {
        try (RunningSegl segl = new RunningSegl(folder)) {
            String token = segl.token("vestfjord-politi-sak");
            String upload = beginUpload(segl, token);
            assertThat(add(segl, token, upload).statusCode()).isEqualTo(204);
            Path vault = segl.data.resolve("vault");
            Path away = segl.data.resolve("vault-away");

            Files.move(vault, away);
            Files.createDirectory(vault); // where it was mounted
            unavailable(sendUpload(segl, token, upload));
            Files.delete(vault);
            Files.move(away, vault);
            assertThat(sendUpload(segl, token, upload).statusCode()).isEqualTo(201);
        }
    }

    private static HttpResponse<String> sendUpload(RunningSegl segl, String token, String upload)
            throws Exception {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        String json =
                JSON.strip().replaceFirst("}$", ", \"documents\": [{\"upload\": \"" + id + "\"}]}");
        return segl.post(
                "/api/v1/dispatches", token, "uploaded", "application/json", json.getBytes(UTF_8));
    }

    private static void unavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
    }

    private static String beginUpload(RunningSegl segl, String token) throws Exception {
        String name = java.util.Base64.getEncoder().encodeToString("brev.pdf".getBytes(UTF_8));
        return segl.tus(
                        "POST",
                        "/api/v1/uploads",
                        token,
                        new byte[0],
                        "Upload-Length",
                        Integer.toString(PDF.length),
                        "Upload-Metadata",
                        "filename " + name)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> add(RunningSegl segl, String token, String upload)
            throws Exception {
        return segl.tus(
                "PATCH",
                upload,
                token,
                PDF,
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                "0");
    }
}
