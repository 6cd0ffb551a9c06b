package no.segl.proof.hostile;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
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

/** Somebody at the pages, logged in, without a browser: what comes is read as text. */
final class Visit implements AutoCloseable {

    private static final Pattern TOKEN =
            Pattern.compile("<input type=\"hidden\" name=\"(_csrf)\" value=\"([^\"]+)\">");

    private final URI home;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();

    /** Logs in as the demo's person with that {@code subject}. */
    Visit(URI home, String subject) throws IOException, InterruptedException {
        this.home = home;
        HttpResponse<String> choice = get("/innboks");
        post(choice.uri(), "subject=" + subject);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Sends the first form of {@code page} to {@code path}, with its hidden token. */
    HttpResponse<String> submit(HttpResponse<String> page, String path)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("the page has no form");
        }
        String value = URLEncoder.encode(token.group(2), StandardCharsets.UTF_8);
        return post(home.resolve(path), token.group(1) + "=" + value);
    }

    private HttpResponse<String> post(URI to, String form)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(to)
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
