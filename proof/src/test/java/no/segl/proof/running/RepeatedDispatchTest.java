package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import no.segl.core.id.Digest;
import no.segl.core.id.OrgNumber;
import no.segl.proof.marker.Markers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repeat gives the first answer, also when what the request names is there no more. */
class RepeatedDispatchTest {

    private static final String CLIENT = "vestfjord-politi-sak";
    private static final OrgNumber RECIPIENT = new OrgNumber("310451223");
    private static final byte[] PDF = Markers.CONTENT.getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path folder = Path.of("");

    private RunningSegl segl;
    private String token;

    @BeforeEach
    void start() throws Exception {
        segl = new RunningSegl(folder);
        token = segl.token(CLIENT);
    }

    @AfterEach
    void stop() {
        segl.close();
    }

    @Test
    void aRecipientThatIsDissolvedByNowWasSentToAllTheSame() throws Exception {
        HttpResponse<String> first = segl.send(token, "lost", json(Markers.TITLE, ""), PDF);
        assertThat(first.statusCode()).isEqualTo(201);
        RegisterSays.living(segl, RECIPIENT, "ORGL");
        RegisterSays.deleted(segl, RECIPIENT);

        isTheFirst(segl.send(token, "lost", json(Markers.TITLE, ""), PDF), first);
        byte[] changed = (Markers.CONTENT + "\n").getBytes(StandardCharsets.US_ASCII);
        isAnother(segl.send(token, "lost", json(Markers.TITLE, ""), changed));
        isAnother(segl.send(token, "lost", json("Et annet", ""), PDF));
        HttpResponse<String> fresh = segl.send(token, "new", json(Markers.TITLE, ""), PDF);
        assertThat(fresh.statusCode()).isEqualTo(400);
        assertThat(fresh.body()).contains("unknown-recipient", "/recipients/0");
    }

    @Test
    void anUploadThatHasExpiredWasSentAllTheSame() throws Exception {
        String at = upload();
        String id = at.substring(at.lastIndexOf('/') + 1);
        HttpResponse<String> first = send("lost", document(id, ""));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(segl.tus("DELETE", at, token, new byte[0]).statusCode()).isEqualTo(204);

        isTheFirst(send("lost", document(id, "")), first);
        String right = ", \"sha256\": \"" + Digest.of(PDF).hex() + "\"";
        isTheFirst(send("lost", document(id, right)), first);
        String wrong = ", \"sha256\": \"" + Digest.of(new byte[] {1}).hex() + "\"";
        isAnother(send("lost", document(id, wrong)));
        isAnother(send("lost", document(id, ", \"name\": \"annet.pdf\"")));
        HttpResponse<String> more =
                send("lost", document(id, "") + ", {\"upload\": \"" + id + "\"}");
        assertThat(more.statusCode()).as("one more than there were").isEqualTo(400);
        assertThat(more.body()).contains("upload-unknown", "/documents/1");
        HttpResponse<String> fresh = send("new", document(id, ""));
        assertThat(fresh.statusCode()).isEqualTo(400);
        assertThat(fresh.body()).contains("upload-unknown");
    }

    private static void isTheFirst(HttpResponse<String> answer, HttpResponse<String> first) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(answer.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    private static void isAnother(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("idempotency-key-reused");
    }

    private HttpResponse<String> send(String key, String documents) throws Exception {
        String json = json(Markers.TITLE, ", \"documents\": [" + documents + "]");
        return segl.post(
                "/api/v1/dispatches",
                token,
                key,
                "application/json",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static String document(String upload, String more) {
        return "{\"upload\": \"" + upload + "\"" + more + "}";
    }

    private static String json(String title, String more) {
        return """
        {"sender": "312780402", "recipients": ["%s"], "category": "CHILD_WELFARE",
         "title": "%s"%s}
        """
                .formatted(RECIPIENT.value(), title, more);
    }

    private String upload() throws Exception {
        byte[] name = "stort.pdf".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> made =
                segl.tus(
                        "POST",
                        "/api/v1/uploads",
                        token,
                        new byte[0],
                        "Upload-Length",
                        Integer.toString(PDF.length),
                        "Upload-Metadata",
                        "filename " + Base64.getEncoder().encodeToString(name));
        String at = made.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> added =
                segl.tus(
                        "PATCH",
                        at,
                        token,
                        PDF,
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        "0");
        assertThat(added.statusCode()).isEqualTo(204);
        return at;
    }
}
