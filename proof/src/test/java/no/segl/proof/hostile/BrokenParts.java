package no.segl.proof.hostile;

import static no.segl.proof.hostile.Target.PDF;
import static no.segl.proof.hostile.Target.dispatch;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Multipart bodies that are wrong, each in a way of its own. */
final class BrokenParts {

    private BrokenParts() {}

    static Stream<Arguments> all() {
        String good = dispatch() + "}";
        Parts many = new Parts().json(good);
        for (int i = 0; i < 10_000; i++) {
            many.part(
                    "Content-Disposition: form-data; name=\"f" + i + "\"; filename=\"a.pdf\"", PDF);
        }
        Parts twice = new Parts();
        for (int i = 0; i < 10_000; i++) {
            twice.json(good);
        }
        String form = "Content-Disposition: form-data; name=\"fil\"; filename=\"a.pdf\"";
        return Stream.of(
                Arguments.of("no end", new Parts().json(good).file("a.pdf", PDF).cut()),
                Arguments.of(
                        "cut in a head",
                        new Parts().json(good).raw("--skille\r\nContent-Di").cut()),
                Arguments.of("no disposition", new Parts().json(good).part("X: y", PDF).end()),
                Arguments.of(
                        "no name",
                        new Parts().json(good).part("Content-Disposition: form-data", PDF).end()),
                Arguments.of(
                        "no head at all",
                        new Parts().json(good).raw("--skille\r\n\r\nx\r\n").end()),
                Arguments.of("ten thousand files", many.end()),
                Arguments.of("the JSON ten thousand times", twice.end()),
                Arguments.of(
                        "a huge head",
                        new Parts()
                                .json(good)
                                .part(form + "\r\nX: " + "x".repeat(1 << 20), PDF)
                                .end()),
                Arguments.of(
                        "many heads",
                        new Parts().json(good).part(form + "\r\nX: y".repeat(100_000), PDF).end()),
                Arguments.of("no parts", new Parts().end()),
                Arguments.of("no boundary in it", PDF),
                Arguments.of("nothing", new byte[0]),
                Arguments.of("no JSON", new Parts().file("a.pdf", PDF).end()),
                Arguments.of("no file", new Parts().json(good).end()),
                Arguments.of(
                        "an empty file", new Parts().json(good).file("a.pdf", new byte[0]).end()),
                Arguments.of(
                        "a mixed part",
                        new Parts()
                                .json(good)
                                .part(
                                        "Content-Disposition: form-data; name=\"fil\"\r\nContent-Type: multipart/mixed",
                                        PDF)
                                .end()));
    }
}
