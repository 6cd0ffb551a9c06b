package no.segl.proof.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A change of what clients rely on is red until somebody has accepted it. */
class SurfaceTest {

    private static final String ACCEPTED = "surface.txt";

    @Test
    void theSurfaceIsTheOneThatWasAccepted() throws IOException {
        List<String> now = Surface.of(Description.read());
        List<String> accepted = accepted();
        List<String> gone = new ArrayList<>(accepted);
        gone.removeAll(now);
        List<String> fresh = new ArrayList<>(now);
        fresh.removeAll(accepted);

        Path written = Path.of("target", ACCEPTED);
        Files.write(written, now);
        assertThat(gone.isEmpty() && fresh.isEmpty())
                .as(
                        """
                        The API's surface has changed.
                        Gone or changed, which breaks clients that rely on it:
                          %s
                        New:
                          %s
                        To accept it, write it in CHANGELOG.md in words, and put %s in place of the \
                        lines of proof/src/test/resources/no/segl/proof/contract/%s.\
                        """,
                        String.join("\n  ", gone),
                        String.join("\n  ", fresh),
                        written.toAbsolutePath(),
                        ACCEPTED)
                .isTrue();
    }

    @Test
    void itTellsRoutesFieldsAndWhatIsRequired() {
        assertThat(Surface.of(Description.read()))
                .contains(
                        "GET /api/v1/letters: security [{\"bearer\":[\"segl:status\"]}]",
                        "GET /api/v1/letters: gives 200 application/json Letters",
                        "POST /api/v1/dispatches: takes header Idempotency-Key required string,"
                                + " pattern=^[!-~]{1,100}$",
                        "POST /api/v1/dispatches: gives 201 header Location always string,"
                                + " format=uri-reference",
                        "Letter.status: always string, one of accepted|available|opened|withdrawn|settled|posted",
                        "Letter.nextLook.at: always string, format=date-time",
                        "DispatchRequest.sender: always OrgNumberAsWritten",
                        "DispatchRequest.replyTo: maybe string|null, format=uuid");
    }

    private static List<String> accepted() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SurfaceTest.class.getResourceAsStream(ACCEPTED))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
