package no.segl.proof.hostile;

import static no.segl.proof.hostile.Target.PDF;
import static no.segl.proof.hostile.Target.dispatch;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import no.segl.proof.hostile.RawRequest.Answer;
import no.segl.proof.hostile.Target.Kept;
import no.segl.proof.running.RunningSegl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that lie about lengths, stand still, or trickle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HostileConnectionTest {

    /** How long the server waits for the next byte; 20 s where nobody sets it. */
    private static final String STANDSTILL = "server.tomcat.connection-timeout";

    private static final byte[] JSON = (dispatch() + "}").getBytes(StandardCharsets.UTF_8);

    private final Ticking clock = new Ticking();
    private Target target;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        System.setProperty(STANDSTILL, "700ms");
        target = new Target(folder, clock);
    }

    @AfterAll
    void stop() throws Exception {
        System.clearProperty(STANDSTILL);
        try (Target closed = target) {
            closed.stillServes();
        }
    }

    /** A clock that can be made to go forward by a step whenever somebody looks at it. */
    private static final class Ticking implements InstantSource {
        private Duration step = Duration.ZERO;
        private Duration gone = Duration.ZERO;

        synchronized void step(Duration each) {
            step = each;
        }

        /** To the true time, or tokens would run out. */
        synchronized void back() {
            step = Duration.ZERO;
            gone = Duration.ZERO;
        }

        @Override
        public synchronized Instant instant() {
            gone = gone.plus(step);
            return RunningSegl.CLOCK.instant().plus(gone);
        }
    }

    private RawRequest json(String... more) throws Exception {
        return new RawRequest(target.segl.home).head(target, "application/json", more);
    }

    private static String length(long bytes) {
        return "Content-Length: " + bytes;
    }

    /** Whatever was answered, nothing was made of it; and an answer with a body is a problem. */
    private String nothingCameOf(RawRequest request, Kept before) throws Exception {
        try (RawRequest closed = request) {
            Answer answer = closed.answer();
            assertThat(target.kept()).isEqualTo(before);
            return target.problem(answer.status(), answer.type(), answer.body());
        }
    }

    @Test
    void aBodyThatIsShorterThanItSays() throws Exception {
        Kept before = target.kept();
        RawRequest cut = json(length(JSON.length + 100L)).write(JSON).end();
        assertThat(nothingCameOf(cut, before)).isEqualTo("unreadable-body");
        byte[] parts = new Parts().json(dispatch() + "}").file("a.pdf", PDF).end();
        RawRequest cutParts =
                new RawRequest(target.segl.home)
                        .head(target, Parts.TYPE, length(parts.length))
                        .write(java.util.Arrays.copyOf(parts, parts.length - 30))
                        .end();
        assertThat(nothingCameOf(cutParts, before)).isEqualTo("unreadable-body");
    }

    @Test
    void aBodyThatIsLongerThanItSays() throws Exception {
        Kept before = target.kept();
        assertThat(nothingCameOf(json(length(JSON.length - 5L)).write(JSON).end(), before))
                .isEqualTo("unreadable-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: x",
                "Content-Length: 99999999999999999999",
                "Content-Length: 3\nContent-Length: 4",
                "Content-Length: 3\nTransfer-Encoding: chunked, gzip",
                "Transfer-Encoding: nonesuch",
                "Transfer-Encoding: chunked\nX: \u0001"
            })
    void lengthsThatAreNone(String head) throws Exception {
        Kept before = target.kept();
        RawRequest request =
                json(head).write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)).end();
        try (request) {
            Answer answer = request.answer();
            assertThat(answer.status()).isBetween(400, 501);
            assertThat(answer.status()).isNotEqualTo(500);
            assertThat(answer.body()).doesNotContain("Tomcat", "Exception", "org.apache");
        }
        assertThat(target.kept()).isEqualTo(before);
    }

    @Test
    void chunksThatAreNone() throws Exception {
        Kept before = target.kept();
        for (String chunks :
                new String[] {"zz\r\nx", "ffffffffffffffff\r\nx", "5\r\nab", "-1\r\n"}) {
            RawRequest request =
                    json("Transfer-Encoding: chunked")
                            .write(chunks.getBytes(StandardCharsets.US_ASCII))
                            .end();
            assertThat(nothingCameOf(request, before)).as(chunks).isEqualTo("unreadable-body");
        }
    }

    @Test
    void whatIsNotHttpIsNotAnswered() throws Exception {
        for (String bytes :
                new String[] {
                    "\u0016\u0003\u0001", "GET /\r\n\r\n", "\r\n\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"
                }) {
            try (RawRequest request = new RawRequest(target.segl.home)) {
                request.write(bytes.getBytes(StandardCharsets.ISO_8859_1)).end();
                assertThat(request.answer().body()).doesNotContain("Tomcat", "Exception");
            }
        }
    }

    /** The client sends a little and then nothing, and does not close. */
    @Test
    void aBodyThatStandsStillIsCutOff() throws Exception {
        Kept before = target.kept();
        RawRequest still = json(length(1_000)).write(new byte[] {'{', ' '});
        assertThat(nothingCameOf(still, before)).isEqualTo("timeout-upload");
        byte[] begun = new Parts().json(dispatch() + "}").raw("--skille\r\nContent-").cut();
        RawRequest stillParts =
                new RawRequest(target.segl.home)
                        .head(target, Parts.TYPE, length(1_000_000))
                        .write(begun);
        assertThat(nothingCameOf(stillParts, before)).isEqualTo("timeout-upload");
    }

    /** What came before the line broke or stood still is not sent again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResumableUploadKeepsWhatCame(boolean broken) throws Exception {
        String at = beginUpload(1_000);
        try (RawRequest patch = new RawRequest(target.segl.home)) {
            patch.patch(target, at, 1_000).write(new byte[400]);
            if (broken) {
                patch.end();
            }
            assertThat(patch.answer().status()).isBetween(400, 499);
        }
        var stands = target.segl.tus("HEAD", at, target.token, new byte[0]);
        assertThat(stands.headers().firstValue("Upload-Offset")).contains("400");
    }

    private String beginUpload(int length) throws Exception {
        return target.segl
                .tus(
                        "POST",
                        "/api/v1/uploads",
                        target.token,
                        new byte[0],
                        "Upload-Length",
                        Integer.toString(length),
                        "Upload-Metadata",
                        "filename YS5wZGY=")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void aHeadThatStandsStillIsCutOff() throws Exception {
        try (RawRequest still = new RawRequest(target.segl.home)) {
            still.write(
                    "POST /api/v1/dispatches HTTP/1.1\r\nHost: loc"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(still.answer().status()).isIn(0, 400, 408);
        }
    }

    /** Every read takes forty seconds: no byte is late, and yet it is too slow on the whole. */
    @Test
    void aBodyThatTricklesIsCutOff() throws Exception {
        byte[] heads = "X: y\r\n".repeat(400).getBytes(StandardCharsets.US_ASCII);
        byte[] parts = new Parts().json(dispatch() + "}").raw("--skille\r\n").cut();
        byte[] slow = new Parts().json(dispatch() + "}").file("a.pdf", PDF).end();
        byte[] slowHeads = java.util.Arrays.copyOf(parts, parts.length + heads.length);
        System.arraycopy(heads, 0, slowHeads, parts.length, heads.length);
        assertThat(trickling("application/json", JSON)).isEqualTo("timeout-upload");
        assertThat(trickling(Parts.TYPE, slow)).isEqualTo("timeout-upload");
        assertThat(trickling(Parts.TYPE, slowHeads))
                .as("the heads of parts must keep pace too")
                .isEqualTo("timeout-upload");
    }

    private String trickling(String type, byte[] body) throws Exception {
        clock.step(Duration.ofSeconds(40));
        try {
            return target.refused(() -> target.post(type, body));
        } finally {
            clock.back();
        }
    }
}
