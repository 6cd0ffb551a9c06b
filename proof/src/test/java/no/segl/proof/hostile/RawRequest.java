package no.segl.proof.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request written to a bare socket, with whatever lengths it likes to state. */
final class RawRequest implements AutoCloseable {

    /** Longer than any limit of Segl's in these tests: if it passes, Segl did not answer. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final OutputStream out;

    RawRequest(URI home) throws IOException {
        socket = new Socket(home.getHost(), home.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
    }

    /** An answer; status 0 if the connection was cut without one. */
    record Answer(int status, String type, String body) {}

    /** Writes the head of a dispatch. */
    RawRequest head(Target target, String type, String... more) throws IOException {
        String head =
                """
                POST %s HTTP/1.1
                Host: localhost
                Connection: close
                Authorization: Bearer %s
                Idempotency-Key: %s
                Content-Type: %s
                %s
                """
                        .formatted(
                                Target.DISPATCHES,
                                target.token,
                                target.key(),
                                type,
                                String.join("\n", more) + (more.length > 0 ? "\n" : ""));
        return write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes the head of a request that goes on with an upload from its beginning. */
    RawRequest patch(Target target, String path, int length) throws IOException {
        String head =
                """
                PATCH %s HTTP/1.1
                Host: localhost
                Connection: close
                Authorization: Bearer %s
                Tus-Resumable: 1.0.0
                Upload-Offset: 0
                Content-Type: application/offset+octet-stream
                Content-Length: %d

                """
                        .formatted(path, target.token, length);
        return write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    RawRequest write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Says that no more will come. */
    RawRequest end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Waits for the answer, until the server closes. */
    Answer answer() throws IOException {
        String all;
        try (InputStream in = socket.getInputStream()) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return new Answer(0, "", "");
        }
        if (all.isEmpty()) {
            return new Answer(0, "", "");
        }
        int body = all.indexOf("\r\n\r\n");
        if (!all.startsWith("HTTP/1.1 ") || body < 0) {
            // As HTTP/0.9 answers: a body alone.
            return new Answer(200, "", all);
        }
        String head = all.substring(0, body);
        String type =
                head.lines()
                        .filter(l -> l.regionMatches(true, 0, "Content-Type:", 0, 13))
                        .map(l -> l.substring(13).strip())
                        .findFirst()
                        .orElse("");
        String text = all.substring(body + 4);
        int begin = text.indexOf('{');
        int end = text.lastIndexOf('}');
        // The body may come in chunks, of which each problem is one.
        String json = begin < 0 || end < begin ? text : text.substring(begin, end + 1);
        return new Answer(Integer.parseInt(head.substring(9, 12)), type, json);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
