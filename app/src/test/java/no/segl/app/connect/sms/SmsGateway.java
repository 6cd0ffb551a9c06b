package no.segl.app.connect.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway on this machine, of the form that docs/operate/notices.md describes. */
final class SmsGateway implements AutoCloseable {

    static final String TOKEN = "key-of-a-test";

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final Map<String, JsonNode> sent = new LinkedHashMap<>();
    private final List<String> reports = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int status = 202;
    private boolean isDeaf;

    SmsGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/messages", this::take);
        server.createContext("/v1/reports", this::report);
        server.start();
    }

    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/");
    }

    /** From now on, to messages. */
    synchronized void answer(int with) {
        status = with;
        isDeaf = false;
    }

    /** From now on messages are taken, and not answered. */
    synchronized void beDeaf() {
        isDeaf = true;
    }

    synchronized void refuse(String number) {
        refused.add(number);
    }

    synchronized void addReport(String report) {
        reports.add(report);
    }

    /** What was taken, once for each key, in order. */
    synchronized List<JsonNode> sent() {
        return new ArrayList<>(sent.values());
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode message = json.readTree(exchange.getRequestBody().readAllBytes());
        synchronized (this) {
            if (isDeaf) {
                sent.putIfAbsent(key(exchange), message);
                exchange.close();
                return;
            }
            if (!isKnown(exchange)) {
                say(exchange, 401, "{}");
            } else if (refused.contains(message.path("to").stringValue(""))) {
                say(exchange, 422, "{\"error\": \"number\"}");
            } else {
                if (status == 202) {
                    sent.putIfAbsent(key(exchange), message);
                }
                say(exchange, status, "{\"error\": \"text\"}");
            }
        }
    }

    private synchronized void report(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "after=0");
        int after = Integer.parseInt(query.replace("after=", ""));
        int until = Math.min(reports.size(), after + 2);
        if (!isKnown(exchange)) {
            say(exchange, 401, "{}");
            return;
        }
        say(
                exchange,
                status == 202 ? 200 : status,
                "{\"reports\": [%s], \"next\": \"%d\", \"more\": %s}"
                        .formatted(
                                String.join(", ", reports.subList(after, until)),
                                until,
                                until < reports.size()));
    }

    private static boolean isKnown(HttpExchange exchange) {
        return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String key(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
