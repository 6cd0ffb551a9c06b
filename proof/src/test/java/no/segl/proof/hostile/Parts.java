package no.segl.proof.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body, written byte by byte so that it can be wrong in every way. */
final class Parts {

    static final String TYPE = "multipart/form-data; boundary=skille";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A part whose head is just {@code head}, lines ending in CRLF. */
    Parts part(String head, byte[] content) {
        raw("--skille\r\n" + head + "\r\n\r\n");
        body.writeBytes(content);
        return raw("\r\n");
    }

    /** The part that holds the JSON. */
    Parts json(String json) {
        return part(
                "Content-Disposition: form-data; name=\"dispatch\"",
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** A file, whose name is written as it stands. */
    Parts file(String name, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"fil\"; filename=\"" + name + "\"", content);
    }

    Parts raw(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The body as it stands, without an end. */
    byte[] cut() {
        return body.toByteArray();
    }

    byte[] end() {
        return raw("--skille--\r\n").cut();
    }
}
