package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.core.id.Digest;

/** Somebody who has logged in, and may open letters. A restart ends the session, not the right. */
final class Reader implements AutoCloseable {

    private static final Pattern CSRF =
            Pattern.compile("name=\"([^\"]*csrf[^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern DOCUMENT =
            Pattern.compile("/brev/[0-9a-f-]{36}/dokument/[0-9a-f-]{36}");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final URI home;

    private Reader(URI home) {
        this.home = home;
    }

    /** Logs a person in, as the demo's issuer knows them. */
    static Reader logIn(URI home, String subject) throws IOException, InterruptedException {
        Reader reader = new Reader(home);
        HttpResponse<String> choice = reader.get(home.resolve("/innboks"));
        HttpResponse<String> inbox = reader.post(choice.uri(), "subject", subject);
        assertThat(inbox.uri().getPath()).isEqualTo("/innboks");
        assertThat(inbox.statusCode()).isEqualTo(200);
        return reader;
    }

    /** A letter's page, opened or not. */
    record Page(String letter, Optional<String[]> csrf, List<String> documents) {}

    /** Looks at a letter, and opens it by that no more than it was. */
    Page look(String letter) throws IOException, InterruptedException {
        HttpResponse<String> page = get(home.resolve("/brev/" + letter));
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher csrf = CSRF.matcher(page.body());
        return new Page(
                letter,
                csrf.find()
                        ? Optional.of(new String[] {csrf.group(1), csrf.group(2)})
                        : Optional.empty(),
                new ArrayList<>(
                        new java.util.LinkedHashSet<>(
                                DOCUMENT.matcher(page.body())
                                        .results()
                                        .map(r -> r.group())
                                        .toList())));
    }

    /** Opens the letter of a page on which it is closed. */
    void open(Page page) throws IOException, InterruptedException {
        String[] csrf = page.csrf().orElseThrow();
        HttpResponse<String> opened =
                post(home.resolve("/brev/" + page.letter() + "/apne"), csrf[0], csrf[1]);
        assertThat(opened.statusCode()).isEqualTo(200);
    }

    /** Opens a letter if it is closed; its page then. */
    Page opened(String letter) throws IOException, InterruptedException {
        Page page = look(letter);
        if (page.documents().isEmpty()) {
            open(page);
        }
        return look(letter);
    }

    /** The SHA-256 of what is read from there. */
    String digest(String document) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(
                        HttpRequest.newBuilder(home.resolve(document)).build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Digest.of(answer.body()).hex();
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(URI uri, String field, String value)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        field
                                                + "="
                                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
