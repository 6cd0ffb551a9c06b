package no.segl.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A line on a port, each call on a virtual thread. */
public final class HttpDoor implements AutoCloseable {

    /** The largest body that is taken; what is larger is answered with 413. */
    private static final int MOST = 100 << 20;

    private static final int SECONDS_OF_SLOWNESS = 30;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String host;

    /**
     * Opens it; what comes before {@link #lead} waits.
     *
     * @param port 0 for a free one
     * @throws java.net.BindException if the port is taken
     */
    public HttpDoor(String host, int port) throws IOException {
        this.host = host;
        this.server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(threads);
    }

    /** Lets calls through to {@code line}. */
    public void lead(Line line) {
        server.createContext("/", exchange -> serve(exchange, line));
        server.start();
    }

    /** Its address, without a slash at the end. */
    public URI uri() {
        String name = host.equals("0.0.0.0") ? "localhost" : host;
        return URI.create("http://" + name + ":" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange, Line line) throws IOException {
        try (exchange) {
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readNBytes(MOST + 1);
            }
            if (body.length > MOST) {
                send(exchange, Answer.empty(413), 0);
                return;
            }
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, all) -> headers.put(name, all.getFirst()));
            Line.Reply reply = ask(line, exchange, headers, body);
            await(reply);
            switch (reply.end()) {
                case LOST -> {
                    // The exchange is closed without a word.
                }
                case BROKEN_OFF -> {
                    Answer half = Line.half(reply.answer());
                    send(exchange, half, reply.answer().body().length);
                }
                case WHOLE, CUT_SHORT ->
                        send(exchange, reply.answer(), reply.answer().body().length);
            }
        }
    }

    /** Whatever cannot be understood at all is answered with 500, as a fault of the sandbox is. */
    private static Line.Reply ask(
            Line line, HttpExchange exchange, Map<String, String> headers, byte[] body) {
        String target = exchange.getRequestURI().toString();
        try {
            return line.call(Request.of(exchange.getRequestMethod(), target, headers, body));
        } catch (RuntimeException e) {
            return new Line.Reply(
                    Answer.text(500, e + "\n"), Line.End.WHOLE, Duration.ZERO, Optional.empty());
        }
    }

    /** To be slow is what it is asked for. It ends when the door is closed. */
    private void await(Line.Reply reply) {
        try {
            if (reply.until().isPresent()) {
                boolean _ = reply.until().get().await(SECONDS_OF_SLOWNESS, TimeUnit.SECONDS);
            }
            boolean _ = closed.await(reply.late().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer, int length) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean none = length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), none ? -1 : length);
        if (!none) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
