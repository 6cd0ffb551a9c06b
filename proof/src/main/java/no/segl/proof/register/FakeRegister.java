package no.segl.proof.register;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import no.segl.core.id.OrgNumber;
import no.segl.proof.register.RegisterBook.Feed;
import no.segl.proof.register.RegisterBook.Unit;
import no.segl.proof.register.RegisterBook.Update;
import tools.jackson.databind.node.ObjectNode;

/** Serves a {@link RegisterBook} on loopback, as data.brreg.no serves Enhetsregisteret. */
public final class FakeRegister implements AutoCloseable {

    private static final String API = "/enhetsregisteret/api";

    /** How deep one may page: size times the number of pages up to and with the one asked for. */
    private static final int WINDOW = 10_000;

    private final RegisterBook book;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RegisterJson json;
    private final List<Ordered> troubles = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    /** A trouble, and for which calls: those whose path holds a text. */
    private record Ordered(String part, Trouble trouble) {}

    /** An answer. */
    private static final class Answer {
        private final int status;
        private final String type;
        private final byte[] body;

        Answer(int status, String type, byte[] body) {
            this.status = status;
            this.type = type;
            this.body = body;
        }
    }

    /**
     * Starts it.
     *
     * @param port where it listens; 0 for a free one
     */
    public FakeRegister(RegisterBook book, int port) throws IOException {
        this.book = book;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        json = new RegisterJson(uri().toString());
        server.createContext(API + "/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** The API's address. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + API);
    }

    /** Gives the next calls whose path holds {@code part} one trouble each, in this order. */
    public synchronized void next(String part, Trouble... next) {
        Arrays.stream(next).forEach(trouble -> troubles.add(new Ordered(part, trouble)));
    }

    /** Every call so far: its path after the API's address, with its query. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /**
     * Waits for a call whose path holds {@code part}.
     *
     * @return whether there was one, before or within that time
     */
    public synchronized boolean isAsked(String part, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (asked.stream().noneMatch(call -> call.contains(part))) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized Optional<Trouble> note(String call) {
        asked.add(call);
        notifyAll();
        Optional<Ordered> first =
                troubles.stream().filter(ordered -> call.contains(ordered.part())).findFirst();
        first.ifPresent(troubles::remove);
        return first.map(Ordered::trouble);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            String call = uri.toString().substring(API.length() + 1);
            Optional<Trouble> trouble = note(call);
            Answer answer =
                    answer(
                            uri.getPath().substring(API.length() + 1),
                            parameters(uri.getRawQuery()));
            if (trouble.isPresent()) {
                make(trouble.get(), answer, exchange);
            } else {
                send(exchange, answer, answer.body.length);
            }
        }
    }

    private static void make(Trouble trouble, Answer answer, HttpExchange exchange)
            throws IOException {
        int half = answer.body.length / 2;
        switch (trouble) {
            case Trouble.TooMany(int seconds) -> {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
                send(exchange, text(429, "Too many"), 8);
            }
            case Trouble.Status(int status) -> send(exchange, text(status, "No"), 2);
            case Trouble.BrokenJson _ -> send(exchange, text(200, "{\"navn\": \"Fjo"), 13);
            case Trouble.OtherJson _ -> send(exchange, text(200, "{\"feil\": 1}"), 11);
            case Trouble.CutShort _ ->
                    send(
                            exchange,
                            new Answer(
                                    answer.status, answer.type, Arrays.copyOf(answer.body, half)),
                            half);
            case Trouble.BrokenOff _ ->
                    send(
                            exchange,
                            new Answer(
                                    answer.status, answer.type, Arrays.copyOf(answer.body, half)),
                            answer.body.length);
            case Trouble.Slow(var until) -> {
                try {
                    boolean _ = until.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                send(exchange, answer, answer.body.length);
            }
        }
    }

    private static void send(HttpExchange exchange, Answer answer, int length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type);
        exchange.sendResponseHeaders(answer.status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body);
    }

    private static Answer text(int status, String text) {
        return new Answer(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer found(Object body) {
        return new Answer(200, "application/json", RegisterJson.bytes(body));
    }

    private Answer answer(String path, Map<String, String> asked) {
        String[] parts = path.split("/", -1);
        if (parts[0].equals("oppdateringer") && parts.length == 2) {
            return updates(parts[1], asked);
        }
        boolean sub = parts[0].equals("underenheter");
        if (!sub && !parts[0].equals("enheter")) {
            return text(404, "");
        }
        if (parts.length == 1) {
            return list(sub, asked);
        }
        if (parts[1].equals("lastned")) {
            return new Answer(
                    200,
                    "application/vnd.brreg.enhetsregisteret.%s.v2+gzip;charset=UTF-8"
                            .formatted(sub ? "underenhet" : "enhet"),
                    json.bulk(book.units(sub)));
        }
        Optional<Unit> unit =
                OrgNumber.parse(parts[1]).flatMap(book::unit).filter(u -> u.sub() == sub);
        if (unit.isEmpty()) {
            return text(404, "");
        }
        if (unit.get().removed()) {
            return text(410, "");
        }
        if (parts.length == 3 && parts[2].equals("roller")) {
            return book.rolesAt(unit.get().number())
                    .map(roles -> found(RegisterJson.roles(roles)))
                    .orElseGet(() -> text(200, "{\"rollegrupper\": []}"));
        }
        return found(json.unit(unit.get()));
    }

    private Answer list(boolean sub, Map<String, String> asked) {
        String parent = asked.getOrDefault("overordnetEnhet", "");
        return page(
                sub ? "underenheter" : "enheter",
                sub ? "underenheter" : "enheter",
                book.units(sub).stream()
                        .filter(u -> u.deleted().isEmpty())
                        .filter(u ->
                                parent.isEmpty()
                                        || u.parent()
                                                .filter(p -> p.value().equals(parent))
                                                .isPresent())
                        .map(json::unit)
                        .toList(),
                asked);
    }

    private Answer updates(String list, Map<String, String> asked) {
        long least = Long.parseLong(asked.getOrDefault("oppdateringsid", "0"));
        Instant since =
                Instant.parse(
                        asked.getOrDefault(
                                "dato",
                                asked.getOrDefault("afterTime", "2000-01-01T00:00:00.000Z")));
        if (list.equals("roller")) {
            long after = Long.parseLong(asked.getOrDefault("afterId", "0"));
            int size = Integer.parseInt(asked.getOrDefault("size", "100"));
            return found(
                    RegisterJson.events(
                            book.updates(Feed.ROLES).stream()
                                    .filter(u -> u.id() > after && !u.at().isBefore(since))
                                    .limit(size)
                                    .toList()));
        }
        boolean sub = list.equals("underenheter");
        List<Update> all = book.updates(sub ? Feed.SUBUNITS : Feed.UNITS);
        return page(
                "oppdateringer/" + list,
                sub ? "oppdaterteUnderenheter" : "oppdaterteEnheter",
                all.stream()
                        .filter(u -> u.id() >= least && !u.at().isBefore(since))
                        .map(u -> json.update(u, list))
                        .toList(),
                asked);
    }

    private Answer page(String path, String name, List<ObjectNode> all, Map<String, String> asked) {
        int size = Integer.parseInt(asked.getOrDefault("size", "20"));
        int page = Integer.parseInt(asked.getOrDefault("page", "0"));
        if (size < 1 || page < 0 || (long) size * (page + 1) > WINDOW) {
            return text(400, "{\"feilmelding\": \"Maks 10 000\"}");
        }
        return found(json.page(path, name, all, page, size));
    }

    private static Map<String, String> parameters(@org.jspecify.annotations.Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int at = pair.indexOf('=');
                parameters.put(
                        pair.substring(0, Math.max(at, 0)),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
