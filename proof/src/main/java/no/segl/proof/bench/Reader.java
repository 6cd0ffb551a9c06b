package no.segl.proof.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.segl.proof.demo.Visit;

/** A person who opens letters and fetches their documents. */
final class Reader implements AutoCloseable {

    private static final Pattern DOCUMENT = Pattern.compile("/brev/[0-9a-f-]+/dokument/[0-9a-f-]+");

    private final Visit visit;
    private final String token;

    private Reader(Visit visit, String token) {
        this.visit = visit;
        this.token = token;
    }

    static Reader logIn(URI home, String subject) throws IOException, InterruptedException {
        Visit visit = Visit.logIn(home, subject);
        return new Reader(visit, Visit.token(visit.get("/innboks")).orElseThrow());
    }

    /**
     * Opens a letter and gets its page.
     *
     * @return where its first document is
     */
    String open(String letter) throws IOException, InterruptedException {
        var page = visit.submit(token, "/brev/" + letter + "/apne");
        Matcher document = DOCUMENT.matcher(page.body());
        if (page.statusCode() != 200 || !document.find()) {
            throw new IOException("not opened: " + page.statusCode());
        }
        return document.group();
    }

    /**
     * Fetches a document into {@code sink}.
     *
     * @return how many bytes it has
     */
    long fetch(String document, OutputStream sink) throws IOException, InterruptedException {
        var answer = visit.fetch(document);
        try (var in = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("not fetched: " + answer.statusCode());
            }
            return in.transferTo(sink);
        }
    }

    @Override
    public void close() {
        visit.close();
    }
}
