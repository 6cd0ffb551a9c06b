package no.segl.proof.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the pages, logged in, without a browser: what comes is read as text. */
public final class Visit implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

    private final URI home;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = client(HttpClient.Redirect.NORMAL);
    private final HttpClient standing = client(HttpClient.Redirect.NEVER);

    private Visit(URI home) {
        this.home = home;
    }

    private HttpClient client(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .build();
    }

    /**
     * Logs in as the demo's person with that {@code subject}, by the whole way a browser takes.
     *
     * @throws IOException if that does not end at the inbox
     */
    public static Visit logIn(URI home, String subject) throws IOException, InterruptedException {
        return logIn(home, subject, "/innboks");
    }

    /**
     * Logs in on the way to a page, as somebody does who follows the link in a notice.
     *
     * @throws IOException if that does not end at the page
     */
    public static Visit logIn(URI home, String subject, String wanted)
            throws IOException, InterruptedException {
        Visit visit = new Visit(home);
        HttpResponse<String> choice = visit.get(wanted);
        HttpResponse<String> page = visit.post(choice.uri(), "subject", subject);
        URI reached = page.uri();
        String path =
                reached.getPath() + (reached.getQuery() == null ? "" : "?" + reached.getQuery());
        if (page.statusCode() != 200 || !path.startsWith(wanted)) {
            throw new IOException("the login ended with " + page.statusCode() + " at " + path);
        }
        return visit;
    }

    /** Gets a page. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path)).header("Accept", "text/html").build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Asks for anything, and goes nowhere if the answer leads elsewhere. */
    public HttpResponse<byte[]> ask(HttpRequest request) throws IOException, InterruptedException {
        return standing.send(request, BodyHandlers.ofByteArray());
    }

    /** Gets a document; its body must be closed. */
    public HttpResponse<InputStream> fetch(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofInputStream());
    }

    /**
     * The hidden token of the forms on {@code page}: good for every form of this visit.
     *
     * @return empty if the page has no form
     */
    public static Optional<String> token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        return token.find() ? Optional.of(token.group(2)) : Optional.empty();
    }

    /** Sends a form that has nothing but its hidden token. */
    public HttpResponse<String> submit(String token, String path)
            throws IOException, InterruptedException {
        return post(home.resolve(path), "_csrf", token);
    }

    /**
     * Chooses who to be, at a level, on the issuer's page.
     *
     * @param choice the page
     * @param level ID-porten's name for it
     */
    public HttpResponse<String> choose(HttpResponse<String> choice, String subject, String level)
            throws IOException, InterruptedException {
        return send(choice.uri(), "subject=" + encoded(subject) + "&level=" + encoded(level));
    }

    /** Somebody who has not logged in yet. */
    public static Visit ofStranger(URI home) {
        return new Visit(home);
    }

    private HttpResponse<String> post(URI to, String field, String value)
            throws IOException, InterruptedException {
        return send(to, field + "=" + encoded(value));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(URI to, String form)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Ends it at once, also where the other side has died. */
    @Override
    public void close() {
        client.shutdownNow();
        standing.shutdownNow();
    }
}
