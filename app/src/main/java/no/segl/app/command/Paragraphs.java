package no.segl.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The paragraphs that a rule can rest on: the files of docs/law, by name. */
final class Paragraphs {

    /** A test sees to it that they are those of docs/law. */
    static final NavigableSet<String> KNOWN = read();

    private Paragraphs() {}

    private static NavigableSet<String> read() {
        try (InputStream in =
                requireNonNull(Paragraphs.class.getResourceAsStream("paragraphs.txt"))) {
            NavigableSet<String> names = new TreeSet<>();
            new String(in.readAllBytes(), UTF_8).lines().forEach(names::add);
            return Collections.unmodifiableNavigableSet(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
