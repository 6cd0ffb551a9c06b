package no.segl.proof.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A system that takes events: a real HTTP server, which answers as it is told. */
final class Sink implements AutoCloseable {

    /** Takes it, and is gone before it answers. */
    static final int GONE = -1;

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Deque<Integer> next = new ArrayDeque<>();
    private int usually = 204;

    /** What came. */
    record Got(String path, Headers headers, String body, int answered) {
        String id() {
            return String.valueOf(headers.getFirst("webhook-id"));
        }
    }

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    int status = status();
                    got.add(
                            new Got(
                                    exchange.getRequestURI().getPath(),
                                    exchange.getRequestHeaders(),
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                                    status));
                    if (status == GONE) {
                        // The connection is cut without a byte of an answer.
                        throw new IOException("gone");
                    }
                    if (status / 100 == 3) {
                        exchange.getResponseHeaders().set("Location", "/elsewhere");
                    }
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    private synchronized int status() {
        return next.isEmpty() ? usually : next.remove();
    }

    /** Answers so, one after the other, and then as usual. */
    synchronized void answers(Integer... statuses) {
        next.addAll(List.of(statuses));
    }

    /** Answers so from now on. */
    synchronized void usually(int status) {
        usually = status;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/segl";
    }

    /** All that has come. */
    List<Got> got() {
        return List.copyOf(got);
    }

    /** Those that were taken. */
    List<Got> taken() {
        return got.stream().filter(g -> g.answered() / 100 == 2).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
