package no.segl.proof.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import no.segl.proof.marker.Markers;
import no.segl.proof.running.Multipart;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is said of documents that were uploaded beforehand: all that is wrong, and at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class UploadedDocumentsTest {

    private static final String UPLOADS = "/api/v1/uploads";
    private static final byte[] NO_PDF = "PK: this is no PDF".getBytes(UTF_8);

    private RunningSegl segl;
    private String token;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        token = segl.token("vestfjord-politi-sak");
    }

    @AfterAll
    void stop() {
        segl.close();
    }

    @Test
    void eachContentThatIsWrongIsSaid() throws Exception {
        String documents =
                """
                {"part": "file"}, {"upload": "%s"}, {"upload": "%s", "sha256": "%s"}
                """
                        .formatted(upload(NO_PDF), upload(NO_PDF), "0".repeat(64));
        assertThat(faults(send(Markers.TITLE, documents)))
                .containsExactlyInAnyOrder(
                        "/documents/0 file-content-disagrees",
                        "/documents/1 file-content-disagrees",
                        "/documents/2 file-content-disagrees",
                        "/documents/2 checksum-mismatch");
    }

    @Test
    void aNameThatIsWrongIsSaidBesideAllElse() throws Exception {
        String documents =
                """
                {"part": "file", "name": "a.exe"}, {"upload": "%s", "name": "b.exe"}
                """
                        .formatted(upload(NO_PDF));
        assertThat(faults(send("", documents)))
                .containsExactlyInAnyOrder(
                        "/title required",
                        "/documents/0/name file-type-not-allowed",
                        "/documents/1/name file-type-not-allowed");
    }

    @Test
    void allThatIsWrongWithAnUploadIsSaidBeforeItBegins() throws Exception {
        String wrongName = "filename " + base64("a.exe") + ",filetype !!!";
        HttpResponse<String> empty = begin("Upload-Length", "0", "Upload-Metadata", wrongName);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(faults(empty))
                .containsExactlyInAnyOrder(
                        "/Upload-Length empty-document",
                        "/Upload-Metadata wrong-type",
                        "/Upload-Metadata/name file-type-not-allowed");

        HttpResponse<String> endless = begin("Upload-Metadata", wrongName);
        assertThat(endless.statusCode()).isEqualTo(411);
        assertThat(faults(endless)).contains("/Upload-Metadata/name file-type-not-allowed");
        HttpResponse<String> huge =
                begin("Upload-Length", "99999999999", "Upload-Metadata", wrongName);
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(faults(huge)).contains("/Upload-Metadata/name file-type-not-allowed");
    }

    @Test
    void aFirstPieceMayBeShorterThanWhatTellsItsType() throws Exception {
        byte[] pdf = Markers.CONTENT.getBytes(UTF_8);
        String upload = upload(Arrays.copyOf(pdf, 1), Arrays.copyOfRange(pdf, 1, pdf.length));
        String json = json(Markers.TITLE, "{\"upload\": \"" + upload + "\"}");
        HttpResponse<String> sent =
                segl.post(
                        "/api/v1/dispatches",
                        token,
                        "one-byte",
                        "application/json",
                        json.getBytes(UTF_8));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    }

    private HttpResponse<String> send(String title, String documents) throws Exception {
        byte[] body =
                new Multipart()
                        .file("file", "brev.pdf", NO_PDF)
                        .field("dispatch", json(title, documents.strip()))
                        .bytes();
        return segl.post(
                "/api/v1/dispatches", token, UUID.randomUUID().toString(), Multipart.TYPE, body);
    }

    private static String json(String title, String documents) {
        return """
        {"sender": "312780402", "recipients": ["310451223"], "category": "CHILD_WELFARE",
         "title": "%s", "documents": [%s]}
        """
                .formatted(title, documents);
    }

    private static List<String> faults(HttpResponse<String> answer) {
        List<String> faults = new ArrayList<>();
        new JsonMapper()
                .readTree(answer.body())
                .path("violations")
                .forEach(v ->
                        faults.add(
                                v.path("pointer").asString("")
                                        + " "
                                        + v.path("rule").asString("")));
        return faults;
    }

    private HttpResponse<String> begin(String... headers) throws Exception {
        return segl.tus("POST", UPLOADS, token, new byte[0], headers);
    }

    /** A finished upload that says that it is a PDF, sent in pieces. */
    private String upload(byte[]... pieces) throws Exception {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        HttpResponse<String> made =
                begin(
                        "Upload-Length",
                        Integer.toString(length),
                        "Upload-Metadata",
                        "filename " + base64("brev.pdf"));
        String at = made.headers().firstValue("Location").orElseThrow();
        int offset = 0;
        for (byte[] piece : pieces) {
            HttpResponse<String> added =
                    segl.tus(
                            "PATCH",
                            at,
                            token,
                            piece,
                            "Content-Type",
                            "application/offset+octet-stream",
                            "Upload-Offset",
                            Integer.toString(offset));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(204);
            offset += piece.length;
        }
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
