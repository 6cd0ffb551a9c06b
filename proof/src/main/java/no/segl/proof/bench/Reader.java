package no.segl.proof.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person with a browser's session, who opens letters and fetches their documents. */
final class Reader implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");
    private static final Pattern DOCUMENT = Pattern.compile("/brev/[0-9a-f-]+/dokument/[0-9a-f-]+");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final URI home;
    private String csrf = "";

    private Reader(URI home) {
        this.home = home;
    }

    /** Logs in as {@code subject}, by the whole way that a browser takes. */
    static Reader logIn(URI home, String subject) throws IOException, InterruptedException {
        Reader reader = new Reader(home);
        HttpResponse<String> people = reader.get("/innboks");
        HttpResponse<String> inbox =
                reader.post(
                        people.uri(),
                        "subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
        Matcher token = CSRF.matcher(inbox.body());
        if (inbox.statusCode() != 200 || !token.find()) {
            throw new IOException("the login ended with " + inbox.statusCode());
        }
        reader.csrf = token.group(2);
        return reader;
    }

    /**
     * Opens a letter and gets its page.
     *
     * @return where its first document is
     */
    URI open(String letter) throws IOException, InterruptedException {
        HttpResponse<String> page =
                post(
                        home.resolve("/brev/" + letter + "/apne"),
                        "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8));
        Matcher document = DOCUMENT.matcher(page.body());
        if (page.statusCode() != 200 || !document.find()) {
            throw new IOException("not opened: " + page.statusCode());
        }
        return home.resolve(document.group());
    }

    /**
     * Fetches a document into {@code sink}.
     *
     * @return how many bytes it has
     */
    long fetch(URI document, OutputStream sink) throws IOException, InterruptedException {
        var answer =
                client.send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofInputStream());
        try (var in = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("not fetched: " + answer.statusCode());
            }
            return in.transferTo(sink);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI uri, String form)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
