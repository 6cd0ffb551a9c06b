package no.segl.client;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Speaks to a Segl. One is enough for a program, and any number of threads may use it. Whatever it
 * asks can safely be asked again, and is when no answer comes; what Segl refuses is a {@link
 * SeglException}.
 */
public final class SeglClient implements AutoCloseable {

    static final int PAGE = 200;

    /** Files that are larger are sent so that a broken line costs little. */
    private static final long LARGE = 16L << 20;

    private final HttpClient http;
    private final Caller caller;
    private final long large;

    private SeglClient(Builder builder) {
        http =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(20))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        caller = new Caller(http, builder.base, builder.token, builder.language, builder.retries);
        large = builder.large;
    }

    /**
     * Begins one.
     *
     * @param base where Segl is, such as {@code https://segl.example}
     * @param token gives a token that is good now; asked before each request, so keep it until it
     *     expires
     */
    public static Builder at(URI base, Supplier<String> token) {
        return new Builder(base, token);
    }

    /** Puts one together. */
    public static final class Builder {
        private final URI base;
        private final Supplier<String> token;
        private String language = "en";
        private Retries retries = Retries.USUAL;
        private long large = LARGE;

        private Builder(URI base, Supplier<String> token) {
            this.base = requireNonNull(base);
            this.token = requireNonNull(token);
        }

        /** The language of a problem's texts: {@code nb}, {@code nn} or {@code en}. */
        public Builder language(String language) {
            this.language = language;
            return this;
        }

        /** How often to ask again. */
        public Builder retries(Retries retries) {
            this.retries = retries;
            return this;
        }

        /** Files of more than so many bytes are sent resumably. */
        public Builder resumableFrom(long bytes) {
            this.large = bytes;
            return this;
        }

        public SeglClient build() {
            return new SeglClient(this);
        }
    }

    /**
     * Sends a dispatch. Files are read from the disk as they are sent, never held whole; large ones
     * go on from where a broken line stopped. Asked again with the same key, also by another
     * program after yours has died, it is the same dispatch.
     */
    public Letter.Sent send(Dispatch dispatch) {
        List<Dispatch.Place> places = new ArrayList<>();
        Resumable resumable = new Resumable(caller);
        for (Dispatch.Document document : dispatch.documents()) {
            places.add(
                    isLarge(document)
                            ? new Dispatch.Place("upload", resumable.send(document), null)
                            : new Dispatch.Place("part", "d" + places.size(), document.file()));
        }
        byte[] json = Caller.JSON.writeValueAsBytes(dispatch.json(places));
        boolean parts = places.stream().anyMatch(p -> p.file() != null);
        return Caller.read(
                caller.send(() -> request(dispatch.key(), json, parts ? places : List.of())),
                Letter.Sent.class);
    }

    private HttpRequest request(String key, byte[] json, List<Dispatch.Place> places) {
        HttpRequest.Builder request =
                caller.to("/api/v1/dispatches").header("Idempotency-Key", key);
        if (places.isEmpty()) {
            return request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json))
                    .build();
        }
        Multipart body = new Multipart(json, places);
        return request.header("Content-Type", body.type()).POST(body.body()).build();
    }

    private boolean isLarge(Dispatch.Document document) {
        try {
            return Files.size(document.file()) > large;
        } catch (IOException e) {
            throw new UncheckedIOException("a document cannot be read", e);
        }
    }

    /** A dispatch and its letters, as they stand now. */
    public Letter.Sent dispatch(String id) {
        return get("/api/v1/dispatches/" + encoded(id), Letter.Sent.class);
    }

    /** A letter of yours, as it stands now. */
    public Letter letter(String id) {
        return get("/api/v1/letters/" + encoded(id), Letter.class);
    }

    /**
     * Takes a letter back that nobody has opened.
     *
     * @param reason {@code WRONG_RECIPIENT}, {@code WRONG_CONTENT}, {@code SENT_TWICE} or {@code
     *     NOT_NEEDED}
     * @throws SeglException.Conflict if it is too late
     */
    public Letter withdraw(String letter, String reason) {
        byte[] json = Caller.JSON.writeValueAsBytes(Map.of("reason", reason));
        return Caller.read(
                caller.send(() ->
                        caller.to("/api/v1/letters/" + encoded(letter) + "/withdrawal")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(json))
                                .build()),
                Letter.class);
    }

    /** At which end of the letters you ask. */
    public enum End {
        SENT("sent"),
        RECEIVED("received");

        private final String path;

        End(String path) {
            this.path = path;
        }
    }

    /**
     * The letters that a question is about, asked for as they are read. What lies at your units can
     * be asked of too, but not opened: that takes a person.
     *
     * @param question in the words of Segl's pages, such as {@code unopened > 7 days}; empty for
     *     every letter
     */
    public Stream<Letter.Listed> ask(End end, String question) {
        String path =
                "/api/v1/overview/"
                        + end.path
                        + "/letters?limit="
                        + PAGE
                        + "&q="
                        + encoded(question);
        return Stream.iterate(
                        Optional.of(get(path, Letter.ListedPage.class)),
                        Optional::isPresent,
                        page -> page.flatMap(Letter.ListedPage::next).map(next -> page(path, next)))
                .flatMap(page -> page.orElseThrow().letters().stream());
    }

    private Letter.ListedPage page(String path, String after) {
        return get(path + "&after=" + encoded(after), Letter.ListedPage.class);
    }

    /** How much lies unopened, and how long it takes. */
    public Figures figures(End end) {
        return get("/api/v1/overview/" + end.path, Figures.class);
    }

    /** What happens, from a cursor that you kept; from the beginning of the feed without. */
    public Events events(Optional<String> cursor) {
        String after = cursor.map(c -> "&after=" + encoded(c)).orElse("");
        return new Events(caller, "/api/v1/events?limit=" + PAGE + after, cursor);
    }

    /** What happened at {@code moment} or later, and maybe some before. */
    public Events eventsSince(Instant moment) {
        return new Events(
                caller, "/api/v1/events?limit=" + PAGE + "&since=" + moment, Optional.empty());
    }

    private <T> T get(String path, Class<T> type) {
        return Caller.read(caller.send(() -> caller.to(path).GET().build()), type);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}
