package no.segl.proof.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import no.segl.core.id.PrintJobId;
import org.jspecify.annotations.Nullable;

/** Answers for the {@link Desk}: what its page shows, and what is pressed on it. */
final class DeskDoor {

    private static final int LARGEST_BODY = 4 * 1024;
    private static final int LONGEST_DAYS = 60;
    private static final Logger LOG = System.getLogger(DeskDoor.class.getName());

    private final InstantSource time;
    private final Postbox post;
    private final PaperMill mill;
    private final URI home;
    private final Supplier<@Nullable Forward> forward;

    /**
     * @param forward nothing as long as Segl is not there
     */
    DeskDoor(
            InstantSource time,
            Postbox post,
            PaperMill mill,
            URI home,
            Supplier<@Nullable Forward> forward) {
        this.time = time;
        this.post = post;
        this.mill = mill;
        this.home = home;
        this.forward = forward;
    }

    /** What is answered. */
    private static final class Answer {
        private final int status;
        private final String type;
        private final byte[] body;
        private final Optional<String> location;

        Answer(int status, String type, byte[] body, Optional<String> location) {
            this.status = status;
            this.type = type;
            this.body = body;
            this.location = location;
        }
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the desk failed: {0}", e.getClass().getName());
                answer = text(500, "The desk failed: " + e.getClass().getSimpleName());
            }
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type);
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Content-Security-Policy", DeskPage.POLICY);
            headers.set("Referrer-Policy", "no-referrer");
            answer.location.ifPresent(to -> headers.set("Location", to));
            exchange.sendResponseHeaders(
                    answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            exchange.getResponseBody().write(answer.body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        String path = exchange.getRequestURI().getPath();
        Forward moving = forward.get();
        if (!isOurs(exchange)) {
            return text(421, "not this host");
        }
        if (moving == null) {
            return text(503, "Segl is starting. Try again in a moment.");
        }
        if (exchange.getRequestMethod().equals("POST")) {
            return act(path, fields(new String(body, StandardCharsets.UTF_8)), moving);
        }
        Map<String, String> asked =
                fields(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        if (path.startsWith("/paper/")) {
            return pdf(path.substring("/paper/".length()));
        }
        if (!path.equals("/")) {
            return text(404, "nothing here");
        }
        post.deliver();
        String page =
                new DeskPage(language(exchange, asked), home)
                        .page(time.instant(), moving.nextLook(), post.mails(), mill.jobs());
        return new Answer(
                200,
                "text/html;charset=UTF-8",
                page.getBytes(StandardCharsets.UTF_8),
                Optional.empty());
    }

    private Answer act(String path, Map<String, String> fields, Forward moving) throws IOException {
        Optional<PrintJobId> job =
                Optional.ofNullable(fields.get("job")).flatMap(PrintJobId::parse);
        switch (path) {
            case "/forward" -> {
                String hours = Optional.ofNullable(fields.get("hours")).orElse("");
                if (hours.equals("look")) {
                    moving.toNextLook();
                } else if (hours.matches("[0-9]{1,4}")
                        && Integer.parseInt(hours) <= LONGEST_DAYS * 24) {
                    moving.by(Duration.ofHours(Integer.parseInt(hours)));
                } else {
                    return text(400, "hours must be a number, 1440 at most, or look");
                }
            }
            case "/posted" -> {
                if (job.isPresent()) {
                    mill.post(job.get(), time.instant());
                    moving.work();
                }
            }
            case "/failed" -> {
                if (job.isPresent()) {
                    mill.fail(job.get(), time.instant());
                    moving.work();
                }
            }
            default -> {
                return text(404, "nothing here");
            }
        }
        String language = Optional.ofNullable(fields.get("lang")).orElse("nb");
        String back = language.matches("nb|nn|en") ? "/?lang=" + language : "/";
        return new Answer(303, "text/plain", new byte[0], Optional.of(back));
    }

    private Answer pdf(String name) throws IOException {
        Optional<Path> file = Optional.empty();
        if (name.endsWith(".pdf")) {
            Optional<PrintJobId> job = PrintJobId.parse(name.substring(0, name.length() - 4));
            if (job.isPresent()) {
                file = mill.pdf(job.get());
            }
        }
        return file.isEmpty()
                ? text(404, "nothing here")
                : new Answer(
                        200, "application/pdf", Files.readAllBytes(file.get()), Optional.empty());
    }

    /** Asked under its own name, and, where something is to be done, from its own page. */
    private static boolean isOurs(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return Loopback.isOurs(exchange)
                && (!exchange.getRequestMethod().equals("POST")
                        || origin == null
                        || origin.equals("http://" + host));
    }

    private static Language language(HttpExchange exchange, Map<String, String> asked) {
        String wanted =
                Optional.ofNullable(asked.get("lang"))
                        .or(() ->
                                Optional.ofNullable(
                                        exchange.getRequestHeaders().getFirst("Accept-Language")))
                        .orElse("");
        return Language.preferred(wanted.replaceAll("[,;]", " "));
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : form.split("&", -1)) {
            int sign = field.indexOf('=');
            if (sign > 0) {
                fields.put(
                        field.substring(0, sign),
                        URLDecoder.decode(field.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static Answer text(int status, String text) {
        return new Answer(
                status,
                "text/plain;charset=UTF-8",
                text.getBytes(StandardCharsets.UTF_8),
                Optional.empty());
    }
}
