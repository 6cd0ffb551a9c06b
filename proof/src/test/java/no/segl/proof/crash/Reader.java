package no.segl.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.segl.core.id.Digest;
import no.segl.proof.demo.Visit;

/** Somebody who has logged in, and may open letters. A restart ends the session, not the right. */
final class Reader implements AutoCloseable {

    private static final Pattern DOCUMENT =
            Pattern.compile("/brev/[0-9a-f-]{36}/dokument/[0-9a-f-]{36}");

    private final Visit visit;

    private Reader(Visit visit) {
        this.visit = visit;
    }

    /** Logs a person in, as the demo's issuer knows them. */
    static Reader logIn(URI home, String subject) throws IOException, InterruptedException {
        return new Reader(Visit.logIn(home, subject));
    }

    /** A letter's page, opened or not. */
    record Page(String letter, Optional<String> token, List<String> documents) {}

    /** Looks at a letter, and opens it by that no more than it was. */
    Page look(String letter) throws IOException, InterruptedException {
        HttpResponse<String> page = visit.get("/brev/" + letter);
        assertThat(page.statusCode()).isEqualTo(200);
        return new Page(
                letter,
                Visit.token(page),
                DOCUMENT.matcher(page.body()).results().map(r -> r.group()).distinct().toList());
    }

    /** Opens the letter of a page on which it is closed. */
    void open(Page page) throws IOException, InterruptedException {
        HttpResponse<String> opened =
                visit.submit(page.token().orElseThrow(), "/brev/" + page.letter() + "/apne");
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
        HttpResponse<InputStream> answer = visit.fetch(document);
        try (InputStream in = answer.body()) {
            assertThat(answer.statusCode()).isEqualTo(200);
            return Digest.of(in.readAllBytes()).hex();
        }
    }

    @Override
    public void close() {
        visit.close();
    }
}
