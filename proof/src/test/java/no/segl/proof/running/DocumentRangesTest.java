package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import no.segl.proof.demo.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser's viewer asks for of a document of several segments, and what it may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class DocumentRangesTest {

    private RunningSegl segl;
    private Visit reader;
    private SentLetter letter;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        segl = new RunningSegl(folder);
        letter = SentLetter.by(segl, "ranges");
        reader = SentLetter.reader(segl);
        letter.open(reader);
    }

    @AfterAll
    void stop() {
        reader.close();
        segl.close();
    }

    private HttpResponse<byte[]> ask(String method, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(segl.home.resolve(letter.file()))
                        .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return reader.ask(request.build());
    }

    private static Optional<String> header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name);
    }

    private void isWhole(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Range")).isEmpty();
        assertThat(header(answer, "Content-Length")).contains("200000");
        assertThat(header(answer, "Accept-Ranges")).contains("bytes");
        assertThat(header(answer, "Content-Type")).contains("application/pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 99",
        "bytes=0-0, 0, 0",
        "BYTES=0-99, 0, 99",
        "bytes=65400-131200, 65400, 131200",
        "bytes=65536-65536, 65536, 65536",
        "bytes=-100, 199900, 199999",
        "bytes=-300000, 0, 199999",
        "bytes=150000-, 150000, 199999",
        "bytes=0-, 0, 199999",
        "bytes=199999-, 199999, 199999",
        "bytes=199990-900000, 199990, 199999",
    })
    void aRangeIsThatPartOfIt(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", "Range", range);
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Range"))
                .contains("bytes " + from + "-" + to + "/200000");
        assertThat(header(answer, "Content-Length")).contains(Integer.toString(to - from + 1));
        assertThat(header(answer, "Content-Type")).contains("application/pdf");
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(letter.bytes(), from, to + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=200000-", "bytes=900000-900001", "bytes=9-3", "bytes=x"})
    void whatItHasNotIsRefusedWithItsSize(String range) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", "Range", range);
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).contains("bytes */200000");
    }

    /** Several at once may be answered so, and a unit that is not known must be. */
    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9,20-29", "items=0-9", "items=900000-", "0-9"})
    void whatIsNotOneRangeOfBytesIsAnsweredWithTheWhole(String range) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", "Range", range);
        isWhole(answer);
        assertThat(answer.body()).isEqualTo(letter.bytes());
    }

    @Test
    void noConditionOnAnotherStateOfItIsFulfilled() throws Exception {
        HttpResponse<byte[]> answer = ask("GET", "Range", "bytes=0-9", "If-Range", "\"an-etag\"");
        isWhole(answer);
        assertThat(answer.body()).isEqualTo(letter.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9", "items=0-9", "bytes=900000-"})
    void theHeadIsThatOfTheWholeWhateverRangeIsAskedFor(String range) throws Exception {
        HttpResponse<byte[]> answer = ask("HEAD", "Range", range);
        isWhole(answer);
        assertThat(answer.body()).isEmpty();
    }
}
