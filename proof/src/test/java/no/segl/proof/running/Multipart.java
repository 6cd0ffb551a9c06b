package no.segl.proof.running;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart/form-data body, put together a part at a time. */
public final class Multipart {

    public static final String BOUNDARY = "a-boundary";

    /** The content type of such a body. */
    public static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a file. */
    public Multipart file(String part, String fileName, byte[] content) {
        return part("name=\"" + part + "\"; filename=\"" + fileName + "\"", content);
    }

    /** Adds a field. */
    public Multipart field(String part, String content) {
        return part("name=\"" + part + "\"", content.getBytes(StandardCharsets.UTF_8));
    }

    /** Every part says that it is application/octet-stream, which is allowed. */
    private Multipart part(String disposition, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition);
        text("\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole body. No part can be added after it. */
    public byte[] bytes() {
        text("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }
}
