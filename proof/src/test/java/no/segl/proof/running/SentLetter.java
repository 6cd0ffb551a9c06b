package no.segl.proof.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import no.segl.core.id.LetterId;
import no.segl.proof.demo.Visit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A letter of one document, of several segments, to a unit where somebody may open it. */
final class SentLetter {

    private static final int SIZE = 200_000;
    private static final String JSON =
            """
            {"sender": "312780402", "recipients": ["310451223"], "category": "CHILD_WELFARE",
             "title": "Brev i sak"}
            """;

    private final LetterId id;
    private final String document;
    private final byte[] bytes;

    private SentLetter(LetterId id, String document, byte[] bytes) {
        this.id = id;
        this.document = document;
        this.bytes = bytes;
    }

    LetterId id() {
        return id;
    }

    /** What its document is. */
    byte[] bytes() {
        return bytes;
    }

    /** Sends one. */
    static SentLetter by(RunningSegl segl, String key) throws Exception {
        byte[] bytes = new byte[SIZE];
        new Random(key.hashCode()).nextBytes(bytes);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        HttpResponse<String> sent = segl.send(segl.token("vestfjord-politi-sak"), key, JSON, bytes);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        JsonNode letter = new JsonMapper().readTree(sent.body()).at("/letters/0");
        return new SentLetter(
                LetterId.parse(letter.path("id").asString("")).orElseThrow(),
                letter.at("/documents/0/id").asString(""),
                bytes);
    }

    /** Somebody who may open it, and has logged in. */
    static Visit reader(RunningSegl segl) throws Exception {
        String subject =
                segl.world.persons().stream()
                        .filter(person -> person.name().equals("Rolig Måke"))
                        .findFirst()
                        .orElseThrow()
                        .subject();
        return Visit.logIn(segl.home, subject);
    }

    /** Where it is read. */
    String page() {
        return "/brev/" + id;
    }

    /** Where its document is. */
    String file() {
        return page() + "/dokument/" + document;
    }

    /** Opens it. */
    void open(Visit reader) throws Exception {
        String form = Visit.token(reader.get(page())).orElseThrow();
        assertThat(reader.submit(form, page() + "/apne").statusCode()).isEqualTo(200);
    }
}
