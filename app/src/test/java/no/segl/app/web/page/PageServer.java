package no.segl.app.web.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the sample pages on this machine, under the strictest policy they must work with. A page
 * is at {@code /{language}/{name}}; everything that looks like a document is the same small PDF.
 */
final class PageServer implements AutoCloseable {

    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                    + " img-src 'self' data:; connect-src 'self'; frame-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES =
            Map.of(
                    "css",
                    "text/css",
                    "js",
                    "text/javascript",
                    "svg",
                    "image/svg+xml",
                    "woff2",
                    "font/woff2");

    private final Set<String> names = Samples.all().keySet();
    private final Pages pages = new Pages();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    PageServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(Language language, String name) {
        return "http://127.0.0.1:"
                + server.getAddress().getPort()
                + "/"
                + language.tag()
                + "/"
                + name;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/assets/")) {
                asset(exchange, path);
            } else if (path.equals("/eksporter")) {
                // A page of exports that are being made asks again after a while: nothing is new.
                exchange.sendResponseHeaders(204, -1);
            } else if (path.contains("/dokument/")) {
                exchange.getResponseHeaders()
                        .set("Content-Security-Policy", "frame-ancestors 'self'");
                send(exchange, 200, "application/pdf", SmallPdf.bytes());
            } else {
                page(exchange, exchange.getRequestURI());
            }
        }
    }

    private void page(HttpExchange exchange, URI uri) throws IOException {
        String query = Optional.ofNullable(uri.getQuery()).orElse("");
        String path = uri.getPath();
        boolean more = path.equals("/innboks") && query.startsWith("etter=");
        String sample = more ? "/nb/inbox-continued" : path;
        if (path.startsWith("/problem/")) {
            sample = "/nb/problem";
        }
        String[] parts = sample.split("/", -1);
        Optional<Language> language = Language.of(parts[1]);
        if (parts.length != 3 || language.isEmpty() || !names.contains(parts[2])) {
            send(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        byte[] html = pages.html(Samples.page(parts[2], language.get()));
        send(exchange, 200, "text/html;charset=utf-8", html);
    }

    private static void asset(HttpExchange exchange, String path) throws IOException {
        Path file = Path.of("target/classes/static" + path);
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain");
        exchange.getResponseHeaders().set("Cache-Control", "max-age=31536000, immutable");
        send(exchange, 200, type, Files.readAllBytes(file));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    /** A PDF of one page with a few words, written by hand. */
    static final class SmallPdf {

        private SmallPdf() {}

        static byte[] bytes() {
            String words =
                    "BT /F1 20 Tf 72 740 Td (Rapport) Tj /F1 12 Tf 0 -32 Td"
                            + " (Dette dokumentet er bare et eksempel, og alt i det er oppdiktet.) Tj ET";
            String[] objects = {
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                        + "/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + words.length() + ">>stream\n" + words + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
            };
            StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
            StringBuilder table = new StringBuilder("0000000000 65535 f \n");
            for (int i = 0; i < objects.length; i++) {
                table.append(
                        String.format(java.util.Locale.ROOT, "%010d 00000 n %n", pdf.length()));
                pdf.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
            }
            int start = pdf.length();
            pdf.append("xref\n0 6\n").append(table);
            pdf.append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                    .append(start)
                    .append("\n%%EOF\n");
            return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
