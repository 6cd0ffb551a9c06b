package no.segl.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;

/** Sends a large file so that a broken line costs only what was under way (tus 1.0.0). */
final class Resumable {

    /** How much is sent in one request. */
    private static final long PIECE = 64L << 20;

    private final Caller caller;

    Resumable(Caller caller) {
        this.caller = caller;
    }

    /** Sends it whole; gives the upload's id. */
    String send(Dispatch.Document document) {
        long length = size(document);
        String name =
                Base64.getEncoder()
                        .encodeToString(document.name().getBytes(StandardCharsets.UTF_8));
        URI upload = make(length, name);
        long offset = 0;
        int failed = 0;
        while (offset < length) {
            try {
                offset = piece(upload, document, offset, length);
                failed = 0;
            } catch (SeglException.NotNow | SeglException.NoAnswer | SeglException.Conflict e) {
                failed++;
                if (failed >= caller.tries()) {
                    throw e;
                }
                caller.pauseAfter(failed);
                offset = stored(upload);
            }
        }
        String path = upload.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static long size(Dispatch.Document document) {
        try {
            return Files.size(document.file());
        } catch (IOException e) {
            throw new UncheckedIOException("a document cannot be read", e);
        }
    }

    /** One that was made and not heard of expires unused, so it may be made again. */
    private URI make(long length, String name) {
        HttpResponse<String> made =
                caller.send(() ->
                        tus("/api/v1/uploads")
                                .header("Upload-Length", Long.toString(length))
                                .header("Upload-Metadata", "filename " + name)
                                .POST(BodyPublishers.noBody())
                                .build());
        return made.headers()
                .firstValue("Location")
                .map(made.request().uri()::resolve)
                .orElseThrow(() -> new SeglException.NotSegl("a new upload has no address"));
    }

    private long piece(URI upload, Dispatch.Document document, long from, long length) {
        long size = Math.min(PIECE, length - from);
        BodyPublisher body =
                BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> from(document, from, size)), size);
        return offset(
                caller.once(
                        tus(upload.getRawPath())
                                .header("Content-Type", "application/offset+octet-stream")
                                .header("Upload-Offset", Long.toString(from))
                                .method("PATCH", body)
                                .build()));
    }

    private long stored(URI upload) {
        return offset(caller.send(() -> tus(upload.getRawPath()).HEAD().build()));
    }

    private HttpRequest.Builder tus(String path) {
        return caller.to(path).header("Tus-Resumable", "1.0.0");
    }

    private static long offset(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Upload-Offset")
                .filter(v -> v.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new SeglException.NotSegl("an upload has no offset"));
    }

    private static InputStream from(Dispatch.Document document, long from, long size) {
        try {
            InputStream in = Files.newInputStream(document.file());
            in.skipNBytes(from);
            return new Bounded(in, size);
        } catch (IOException e) {
            throw new UncheckedIOException("a document cannot be read", e);
        }
    }

    /** So much of a stream. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = in.read(into, at, (int) Math.min(length, left));
            left -= Math.max(got, 0);
            return got;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
