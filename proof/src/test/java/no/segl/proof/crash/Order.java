package no.segl.proof.crash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.segl.core.id.Digest;
import no.segl.proof.running.Multipart;

/**
 * What a client wants sent. It goes from the police to two units of Fjordvik: to one where somebody
 * may open it, and to one where nobody may.
 *
 * @param key the client's idempotency key: it stays the same however often it asks
 */
record Order(String key, List<byte[]> documents) {

    static final String SENDER = "312780402";
    static final String WITH_READER = "310451223";
    static final String WITHOUT_READER = "310451231";

    /** A document of three segments, and one of less than one. */
    static Order of(String key, Random random) {
        return new Order(key, List.of(pdf(150_000, random), pdf(900, random)));
    }

    /** Something that begins like a PDF, and is never twice the same. */
    static byte[] pdf(int size, Random random) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    String json() {
        return json("");
    }

    /** The dispatch's JSON, with {@code more} fields at its end. */
    String json(String more) {
        return """
        {"sender": "%s", "recipients": ["%s", "%s"], "category": "CHILD_WELFARE",
         "title": "Brev til barnevernet", "references": {"sendersReference": "%s"}%s}
        """
                .formatted(SENDER, WITH_READER, WITHOUT_READER, key, more);
    }

    byte[] body() {
        Multipart body = new Multipart().field("dispatch", json());
        for (int i = 0; i < documents.size(); i++) {
            body.file("file" + i, "brev" + i + ".pdf", documents.get(i));
        }
        return body.bytes();
    }

    /** The SHA-256 of each document, in order. */
    List<String> digests() {
        List<String> digests = new ArrayList<>();
        documents.forEach(d -> digests.add(Digest.of(d).hex()));
        return digests;
    }
}
